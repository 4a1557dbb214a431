#pragma once

#include "base/filelock.h"
#include "server/accountserver.h"
#include "server/census.h"
#include "server/delivery.h"
#include "server/dispatcher.h"
#include "server/eventstreams.h"
#include "server/mounting.h"
#include "server/operatorpages.h"
#include "server/passwordhashing.h"
#include "server/post/letters.h"
#include "server/store/writer.h"
#include "server/tokenkeys.h"
#include "server/workpool.h"
#include "wire/signinpages.h"
#include "wire/wires.h"

#include <algorithm>
#include <deque>

namespace latchkey::server {

/// In the order in which they need one another; they end the other way round.
struct AccountServer::Parts
{
    explicit Parts(const ServerConfig &config)
        : answers(metrics, config.accessLog)
        , hashing(config.passwords)
        , loops(std::max<std::size_t>(config.loops, 1))
    {}

    std::unique_ptr<FileLock> lock; ///< of the database, let go when nobody uses it any more
    Metrics metrics;
    const std::shared_ptr<Census> census = std::make_shared<Census>();
    Answers answers;
    PasswordHashing hashing;
    StoreOptions options;
    std::shared_ptr<const Letters> letters;
    std::optional<TokenKeys> tokenKeys;
    std::vector<wire::Wire> wires = wire::allWires();
    const wire::Wire signInPages = wire::signInPages();
    Endpoints endpoints;
    std::deque<Router> routers; ///< of all wires that share ports, and of each that has its own
    std::vector<std::unique_ptr<LoopState>> loops;
    std::unique_ptr<OperatorPages> pages;
    std::unique_ptr<Dispatcher> dispatcher;
    std::unique_ptr<http::Engine> engine;
    std::unique_ptr<EventStreams> streams;
    std::vector<std::unique_ptr<Delivery>> deliveries; ///< those of this server, from the start
    std::unique_ptr<Writer> writer;
    std::unique_ptr<ProviderTalk> talk;
    std::unique_ptr<WorkPool> passwordPool;
    std::unique_ptr<WorkPool> providerPool;

    std::function<void()> messageKept;

    void arrangePost(const ServerConfig &config, const Clock &clock, Carriers carriers);
    void announce(const std::vector<Notice> &notices) const;
    /// Nothing where this server sends none of that kind.
    std::optional<api::PostStanding> standingOf(PostKind kind) const;
    Works works()
    {
        return {*writer, *passwordPool, *providerPool, {hashing, *talk}, *streams, answers};
    }
    Result<Nothing> loadLetters(const ServerConfig &config);
    Result<Nothing> openStore(const ServerConfig &config, const Clock &clock);
    Result<Nothing> handOutKeys(const ServerConfig &config);
    Result<std::optional<Secret>> prepareStore(const ServerConfig &config);
    Result<Nothing> build(const ServerConfig &config, const Clock &clock);
    Result<Nothing> listen(const ServerConfig &config, const Clock &clock);
    Result<std::vector<Site>> mountAll(const ServerConfig &config, const HandlerSet &handlers);
    std::uint32_t loopOrigin() const;
};

} // namespace latchkey::server
