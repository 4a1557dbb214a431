#pragma once

#include "account/profile.h"
#include "base/call.h"

#include <QObject>
#include <QStringList>

namespace latchkey::account {
class Account;
} // namespace latchkey::account

namespace latchkey::app {

class Client;

/// A command of the shell that asks a server as one of the profiles: ends the application with an
/// exit code of ours.
class SignedInCommand : public QObject
{
    Q_OBJECT

public:
    /// Runs the event loop until it is done.
    int run(const QStringList &arguments);

protected:
    SignedInCommand(Client &client, const QString &name);

    /// Whether the command has such an option, without a value.
    virtual bool takeOption(const QString &option);
    /// What is neither option nor value of one; says itself what it misses.
    virtual bool takeWords(const QStringList &words) = 0;
    /// Somebody is signed in.
    virtual void begin() = 0;
    /// Shows what was done before something failed.
    virtual void showDone() {}

    account::Account &account() { return *m_account; }
    const account::ProfileId &profile() const { return m_profile; }
    Client &client() { return m_client; }
    bool wantsJson() const { return m_json; }

    /// From here on the server has a while to answer.
    void beginWaiting();
    void fail(const Error &error);
    /// Always false.
    bool misused(const QString &why);
    void leave(int exitCode);

private:
    bool understand(QStringList arguments);
    bool chooseProfile();
    void signIn();
    void whenSignedIn();
    void unlock();
    void failLocked(const Error &why);

    Client &m_client;
    const QString m_name;
    QString m_profileName;
    account::ProfileId m_profile;
    bool m_json = false;
    bool m_isStarted = false;
    bool m_isPassphrasePiped = false;
    bool m_isUnlocking = false;
    int m_exitCode = 0;
    Call<Nothing> m_wait;
    account::Account *m_account = nullptr;
};

} // namespace latchkey::app
