#pragma once

#include "account/profile.h"
#include "api/session.h"
#include "base/call.h"

#include <QObject>
#include <QStringList>

namespace latchkey::account {
class Account;
class SessionStore;
} // namespace latchkey::account

namespace latchkey::app {

class Client;

/// `latchkey sessions list|end`: ends the application with an exit code of ours.
class SessionsCommand final : public QObject
{
    Q_OBJECT

public:
    SessionsCommand(Client &client, const QStringList &arguments);

    /// Runs the event loop until it is done.
    int run();

private:
    bool understand(QStringList arguments);
    bool chooseProfile();
    void whenSignedIn();
    void unlock();
    void beginWaiting();
    void list();
    void endNext();
    void show(const QList<api::Session> &sessions) const;
    void fail(const Error &error);
    void failLocked(const Error &why);
    void misused(const QString &why);
    void leave(int exitCode);

    Client &m_client;
    QString m_action;
    QString m_profileName;
    QStringList m_ids;
    bool m_json = false;
    bool m_all = false;
    bool m_isStarted = false;
    bool m_isPassphrasePiped = false;
    bool m_isUnlocking = false;
    int m_exitCode = 0;
    QList<api::Session> m_ended;
    Call<Nothing> m_wait;
    account::Account *m_account = nullptr;
    account::SessionStore *m_sessions = nullptr;
};

} // namespace latchkey::app
