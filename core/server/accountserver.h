#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"
#include "server/post/carrier.h"
#include "server/providertalk.h"
#include "server/serverconfig.h"
#include "server/store/messages.h"

#include <functional>
#include <memory>
#include <optional>

namespace latchkey::server {

/// A server that runs.
struct RunningAt
{
    QList<ListenAddress> listening; ///< with the ports that were taken
    quint16 port = 0;               ///< of the first
    QList<WirePort> wirePorts;
    /// What whoever becomes the first account must know; told this once, its hash is kept.
    std::optional<Secret> setupCode;
};

/// What reaches others from this server: mails and texts, of which it sends none that has no
/// carrier, and questions to identity providers.
struct Carriers
{
    std::unique_ptr<Carrier> mail;
    std::unique_ptr<Carrier> sms;
    MakeRelyingParty meetProviders = {};
};

/// The whole account server in threads of its own: inside the desktop program or alone. Start and
/// stop block for as long as they take; nothing else does.
class AccountServer
{
public:
    /// The clock outlives the server and may be read from any thread.
    AccountServer(ServerConfig config, const Clock &clock, Carriers carriers = {});
    ~AccountServer();
    AccountServer(const AccountServer &) = delete;
    AccountServer &operator=(const AccountServer &) = delete;

    /// Once. Refuses with `listenFailed`, `listenNotLoopback`, `wireUnknown`, what the database and
    /// its key say, or `handlerMissing` and `routeClaimedTwice`.
    Result<RunningAt> start();

    /// Answers what is under way, commits what was promised, closes everything.
    void stop();

    /// Before the start: told, on the writer's thread, that a message was kept. No operation of a
    /// wire reads them: who asks over HTTP may be another account of the same server.
    void whenMessageKept(std::function<void()> told) { m_messageKept = std::move(told); }
    using MessagesRead = std::function<void(const Result<QList<KeptMessage>> &)>;
    /// While it runs, from any thread: all that are kept, the newest first, on the writer's thread.
    void readMessages(MessagesRead receive);

private:
    struct Parts;

    const ServerConfig m_config;
    const Clock &m_clock;
    Carriers m_carriers; ///< until the start
    std::function<void()> m_messageKept = [] {};
    std::unique_ptr<Parts> m_parts;
};

} // namespace latchkey::server
