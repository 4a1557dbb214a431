#pragma once

#include "account/profiles.h"
#include "base/call.h"
#include "base/clock.h"
#include "base/secret.h"
#include "messagesinside.h"

#include <QUrl>

#include <atomic>
#include <memory>
#include <optional>
#include <thread>

namespace latchkey {
class FileLock;
}

namespace latchkey::app {

class ServerInside;

/// The server inside the program: in threads of its own, on this computer alone. It keeps the port
/// that its profiles name where it can; where it can't, they are told the new address before
/// anything is sent to the old one, where a stranger may be listening by now.
///
/// One program at a time runs it. That one holds a lock which nobody else's program can hold, and
/// says in it where it listens: so another program of the same person knows the server from a
/// stranger at the same port.
class OwnServer final : public QObject
{
    Q_OBJECT

public:
    enum class Use {
        Host,   ///< run it, and let others use it
        Borrow, ///< use the one that runs; run it unannounced, for a moment, where none does
    };

    OwnServer(Use use, const Clock &clock, account::Profiles &profiles, QObject *parent = nullptr);
    ~OwnServer() override;

    /// Starts it, or finds it running, and says where it listens. Conflict `ownServerInUse` where
    /// another program keeps it.
    Call<QUrl> start();
    const QUrl &url() const { return m_url; }
    bool isAt(const QUrl &server) const { return !m_url.isEmpty() && server == m_url; }

    /// Ends well when who listens there is who should: at once for other servers, which prove
    /// themselves otherwise; for this one when it runs. Conflict `ownServerMoved` where it lives
    /// elsewhere by now.
    Call<Nothing> vouchFor(const QUrl &server);

    /// What gives somebody an account on the server there, where that is this one: others on this
    /// computer can reach it too, and don't know it.
    std::optional<Secret> setupCode(const QUrl &server) const;

    /// What it would have sent; nobody reads them where another program runs it.
    account::OwnMessages &messages() { return m_messages.messages(); }

Q_SIGNALS:
    void started(const QUrl &url);

private:
    struct Begun;

    QList<account::Profile> ownProfiles() const;
    Result<Begun> begin(quint16 port);
    Result<Begun> host(std::unique_ptr<FileLock> lock, quint16 port);
    void arrived(Result<Begun> begun);
    void moveProfiles();

    const Use m_use;
    const Clock &m_clock;
    account::Profiles &m_profiles;
    MessagesInside m_messages; // its server speaks to it until that is gone
    std::unique_ptr<FileLock> m_lock;
    std::unique_ptr<ServerInside> m_server;
    std::thread m_starting;
    std::atomic<bool> m_isLeaving = false;
    QList<CallSource<QUrl>> m_waiting;
    std::optional<Secret> m_setupCode;
    QUrl m_url; ///< empty until it runs
};

} // namespace latchkey::app
