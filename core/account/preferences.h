#pragma once

#include "account/profile.h"
#include "api/user.h"
#include "base/result.h"

#include <QJsonObject>
#include <QObject>

namespace latchkey::account {

enum class Theme { System, Light, Dark, HighContrast };
enum class Density { Comfortable, Compact };

/// What the person set for the whole program.
struct Preferences
{
    std::optional<api::Language> language; ///< nothing: as the system
    Theme theme = Theme::System;
    Density density = Density::Comfortable;
    ProxyChoice proxy{.kind = ProxyChoice::Kind::System}; ///< where a profile has none of its own
    qint64 retries = 2;
    bool signInNotices = true; ///< on the desktop, when somebody signs in elsewhere

    bool operator==(const Preferences &) const = default;
};

/// Keeps them in one file; what a newer program wrote there stays.
class PreferencesStore final : public QObject
{
    Q_OBJECT

public:
    explicit PreferencesStore(QString file, QObject *parent = nullptr);

    /// A file that can't be understood is set aside and the defaults hold.
    Result<Nothing> load();
    const Preferences &current() const { return m_current; }
    /// Holds at once, also when it can't be written.
    Result<Nothing> set(const Preferences &preferences);

Q_SIGNALS:
    void changed();

private:
    QString m_file;
    Preferences m_current;
    QJsonObject m_rest;
};

} // namespace latchkey::account
