#pragma once

#include "account/profile.h"
#include "base/call.h"
#include "base/secret.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace latchkey::account {

class PreferencesStore;
class SecretKeeping;

/// Which proxy is in use, and its password. The program has one setting; a profile follows it
/// unless it says otherwise. What changes here holds for every connection at once.
class Proxies final : public QObject
{
    Q_OBJECT

public:
    Proxies(PreferencesStore &preferences, SecretKeeping &keeping, QObject *parent = nullptr);

    /// What a choice comes to: never `Program`.
    ProxyChoice inUse(const ProxyChoice &choice) const;

    /// Empty where none is known, or not yet: then it is fetched, and `changed` tells.
    Secret passwordOf(const ProxyChoice &choice);
    bool hasPassword(const ProxyChoice &choice) const;
    /// Holds at once. Ends with the place where it is kept: the keychain, else the encrypted file
    /// where that is open, else memory alone.
    Call<KeepingPlace> setPassword(const ProxyChoice &choice, const Secret &password);
    void forgetPassword(const ProxyChoice &choice);

Q_SIGNALS:
    void changed();

private:
    static QString nameOf(const ProxyChoice &proxy);
    void fetch(const QString &name);

    PreferencesStore &m_preferences;
    SecretKeeping &m_keeping;
    ProxyChoice m_ofProgram;
    QHash<QString, Secret> m_passwords;
    QSet<QString> m_sought; ///< asked for, found or not
};

} // namespace latchkey::account
