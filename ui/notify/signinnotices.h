#pragma once

#include "account/profile.h"
#include "api/sessions.h"

#include <QHash>
#include <QObject>

namespace latchkey::account {
class Accounts;
class PreferencesStore;
} // namespace latchkey::account

namespace latchkey::ui {

class DesktopNotices;
struct Notice;

/// "Was it you?" on the desktop, when somebody signs in elsewhere: until it is answered, here or
/// anywhere.
class SignInNotices final : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive it.
    SignInNotices(account::Accounts &accounts, const account::PreferencesStore &preferences,
                  DesktopNotices &desktop, QObject *parent = nullptr);

    /// The program is locked: that something happened is all that is told, and nothing can be
    /// answered.
    void setVeiled(bool isVeiled);
    void retranslate();

Q_SIGNALS:
    void answered(const latchkey::account::ProfileId &profile, const latchkey::api::SessionId &id,
                  latchkey::api::Verdict verdict, const QByteArray &activation);
    /// The person wants to see it.
    void openRequested(const latchkey::account::ProfileId &profile, const QByteArray &activation);

private:
    struct About
    {
        account::ProfileId profile;
        api::SessionId session;
    };

    void follow(const account::ProfileId &id);
    void take(const About &about);
    void settle(const account::ProfileId &id);
    void act(const QString &key, const QString &act, const QByteArray &activation);
    bool isOpen(const About &about) const;
    Notice noticeOf(const QString &key, const About &about) const;

    account::Accounts &m_accounts;
    const account::PreferencesStore &m_preferences;
    DesktopNotices &m_desktop;
    QHash<QString, About> m_shown; ///< by key
    bool m_isVeiled = false;
};

} // namespace latchkey::ui
