#pragma once

#include "account/profiles.h"
#include "base/call.h"
#include "base/clock.h"

#include <QUrl>

#include <memory>
#include <thread>

namespace latchkey::server {
class AccountServer;
}

namespace latchkey::app {

/// The server inside the program: in threads of its own, on this computer alone. It keeps its port
/// where it can; where it can't, the profiles that live on it are told the new address before
/// anything is sent to the old one, where a stranger may be listening by now.
class OwnServer final : public QObject
{
    Q_OBJECT

public:
    OwnServer(const Clock &clock, account::Profiles &profiles, QObject *parent = nullptr);
    ~OwnServer() override;

    /// Whether some profile lives on it, so that it is wanted from the start.
    bool isWanted() const;
    /// Where it listened last; empty where it never ran.
    QUrl keptUrl() const;
    /// Starts it, or finds it running, and says where it listens.
    Call<QUrl> start();
    const QUrl &url() const { return m_url; }

Q_SIGNALS:
    void started(const QUrl &url);

private:
    void arrived(Result<quint16> port);
    void moveProfiles(const QUrl &from, const QUrl &to);

    const Clock &m_clock;
    account::Profiles &m_profiles;
    std::unique_ptr<server::AccountServer> m_server;
    std::thread m_starting;
    QList<CallSource<QUrl>> m_waiting;
    QUrl m_url; ///< empty until it runs
};

} // namespace latchkey::app
