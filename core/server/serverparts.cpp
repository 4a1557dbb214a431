#include "server/serverparts.h"

#include "base/log.h"
#include "server/donow.h"
#include "server/handlers/handlers.h"
#include "server/handlers/reminding.h"
#include "server/masterkey.h"
#include "server/store/databasefile.h"
#include "server/store/token.h"
#include "server/whereabouts.h"

#include <latch>

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

// They wait rather than work.
constexpr std::size_t providerThreads = 4;
constexpr std::size_t providerQueue = 64;

} // namespace

void AccountServer::Parts::arrangePost(const ServerConfig &config, const Clock &clock,
                                       Carriers carriers)
{
    const auto arrange = [&](PostKind kind, PostWay &way, std::unique_ptr<Carrier> carrier) {
        if (config.keepsMessages) {
            way = PostWay::IntoMessages;
        } else if (carrier) {
            way = PostWay::Out;
            deliveries.push_back(std::make_unique<Delivery>(kind, std::move(carrier), clock));
        }
    };
    arrange(PostKind::Mail, options.post.mail, std::move(carriers.mail));
    arrange(PostKind::Sms, options.post.sms, std::move(carriers.sms));
    talk = std::make_unique<ProviderTalk>(std::move(carriers.meetProviders));
}

std::optional<api::PostStanding> AccountServer::Parts::standingOf(PostKind kind) const
{
    const auto found = std::ranges::find(deliveries, kind, &Delivery::kind);
    if (found == deliveries.end())
        return std::nullopt;
    const Delivery::Figures figures = (*found)->figures();
    return api::PostStanding{!figures.isUnavailable, qint64(figures.waiting)};
}

void AccountServer::Parts::announce(const std::vector<Notice> &notices) const
{
    streams->announce(notices);
    if (std::ranges::any_of(notices, [](const Notice &notice) {
            return std::holds_alternative<MessageNotice>(notice);
        }))
        messageKept();
    for (const Notice &notice : notices) {
        const auto *post = std::get_if<PostNotice>(&notice);
        for (const auto &delivery : deliveries) {
            if (post && delivery->kind() == post->kind)
                delivery->wake();
        }
    }
}

Result<Nothing> AccountServer::Parts::loadLetters(const ServerConfig &config)
{
    return Letters::load(config.name, publicAddressOf(config)).map([this](Letters loaded) {
        letters = std::make_shared<const Letters>(std::move(loaded));
        return Nothing();
    });
}

Result<Nothing> AccountServer::Parts::openStore(const ServerConfig &config, const Clock &clock)
{
    auto address = storage::DatabaseAddress::fromUrl(config.database);
    if (!address)
        return failure(std::move(address).error());
    options.database = *std::move(address);
    auto locked = claimDatabase(options.database.path);
    if (!locked)
        return failure(std::move(locked).error());
    lock = *std::move(locked);
    const auto places = MasterKeyPlaces::of(config.vaultKeyFile, options.database.path);
    options.masterKey = [places](bool wasUsed) { return masterKey(places, wasUsed); };
    options.sessions = config.sessions;
    options.throttle = config.throttle;
    options.sentCodes = config.sentCodes;
    options.housekeepingEvery = config.housekeepingEvery;
    options.chore = [news = handlers::News(letters), &clock](WriteStore &store, int atMost) {
        return handlers::remind(news, store, clock.now(), atMost);
    };
    streams = std::make_unique<EventStreams>(
        config, [this](std::size_t loop, std::function<void(LoopState &)> act) {
            engine->post(loop, [this, loop, act = std::move(act)] { act(*loops.at(loop)); });
        });
    return Writer::start(options, clock,
                         [this](const std::vector<Notice> &notices) { announce(notices); })
        .map_error([&places](Error error) {
            if (error.code == "vaultKeyWrong"_L1 && error.detail.isEmpty())
                error.detail = places.inUse() + u" holds another key"_s;
            return error;
        })
        .map([this](std::unique_ptr<Writer> started) {
            writer = std::move(started);
            for (const auto &delivery : deliveries)
                delivery->start(*writer);
            return Nothing();
        });
}

/// To the wires whose tokens are signed.
Result<Nothing> AccountServer::Parts::handOutKeys(const ServerConfig &config)
{
    const auto longest = std::max(config.sessions.person.absolute, config.sessions.admin.absolute);
    return doNow<Secret>(
               *writer, [](WriteStore &store) -> Result<Secret> { return store.vault.tokenRoot(); })
        .map([&](const Secret &root) {
            tokenKeys.emplace(root, longest);
            for (wire::Wire &wire : wires)
                wire.sessions.signer = &*tokenKeys;
            return Nothing();
        });
}

Result<std::optional<Secret>> AccountServer::Parts::prepareStore(const ServerConfig &config)
{
    using Code = std::optional<Secret>;
    return doNow<Code>(*writer, [&config](WriteStore &store) -> Result<Code> {
        const auto pending = store.setup.isFirstAccountPending();
        if (!pending)
            return failure(pending.error());
        const bool isAsked = config.signUp == SignUpRule::EachWithCode ||
                             (*pending && config.signUp != SignUpRule::Anybody);
        if (!isAsked)
            return store.setup.withdrawCode().map([](Nothing) { return Code(); });
        return store.setup.issueCode().map([](const Secret &code) { return Code(code); });
    });
}

Result<Nothing> AccountServer::Parts::build(const ServerConfig &config, const Clock &clock)
{
    passwordPool =
        std::make_unique<WorkPool>("passwords", config.passwordThreads, config.passwordQueue);
    providerPool = std::make_unique<WorkPool>("providers", providerThreads, providerQueue);
    passwordPool->submit([this] { hashing.warmUp(); });
    auto handlers =
        handlers::allHandlers({.name = config.name,
                               .version = QStringLiteral(LATCHKEY_VERSION),
                               .wires = wiresOf(config),
                               .sharedWires = foreignWiresOf(config),
                               .signUp = config.signUp,
                               .passwords = config.passwords,
                               .post = options.post,
                               .letters = letters,
                               .census = census,
                               .standing = [this](PostKind kind) { return standingOf(kind); },
                               .publicAddress = publicAddressOf(config)});
    auto sites = mountAll(config, handlers);
    if (!sites)
        return failure(std::move(sites).error());
    pages = std::make_unique<OperatorPages>(answers, metrics, *writer, *passwordPool, *streams,
                                            deliveries, *census, config.metricsForAll);
    dispatcher = std::make_unique<Dispatcher>(
        *std::move(sites), works(),
        guards::Surroundings{knownHosts(config), {config.trustedProxies}}, clock,
        [this](const http::Request &request, const guards::Caller &caller, const AnsweredNow &to,
               LoopState &loop) {
            return pages->answer(request, caller, to, loop, engine->figures());
        });
    RatePolicy rate = config.rate;
    // A connection stays with the loop that it fell to. What may come at once is not divided: who
    // has one connection asks for as much as it takes to fill a window.
    rate.perSecond /= double(loops.size());
    for (auto &loop : loops)
        loop = std::make_unique<LoopState>(rate, loopOrigin());
    return Nothing();
}

Result<std::vector<Site>> AccountServer::Parts::mountAll(const ServerConfig &config,
                                                         const HandlerSet &handlers)
{
    Result<Nothing> outcome;
    const auto mountInto = [&](Router &router, const wire::Wire &wire, const QByteArray &prefix) {
        outcome = outcome.and_then(
            [&](Nothing) { return mount(wire, prefix, handlers, works(), router, endpoints); });
    };
    const QStringList shared = foreignWiresOf(config);
    Router &all = routers.emplace_back();
    for (const wire::Wire &wire : wires) {
        if (wire.isOwn() || shared.contains(wire.name))
            mountInto(all, wire, wire.prefix);
    }
    if (!publicAddressOf(config).isEmpty())
        mountInto(all, signInPages, signInPages.prefix);
    std::vector<Site> sites(std::size_t(config.listen.size()), Site{all, true});
    for (const WirePort &port : config.wirePorts) {
        const auto named = std::ranges::find(wires, port.wire, &wire::Wire::name);
        Router &alone = routers.emplace_back();
        mountInto(alone, *named, {});
        sites.push_back({alone});
    }
    return outcome.map([&](Nothing) { return sites; });
}

std::uint32_t AccountServer::Parts::loopOrigin() const
{
    std::uint32_t origin = 0;
    const QByteArray random = randomBytes(sizeof origin);
    std::copy_n(random.constData(), sizeof origin, reinterpret_cast<char *>(&origin));
    return origin;
}

Result<Nothing> AccountServer::Parts::listen(const ServerConfig &config, const Clock &clock)
{
    http::EngineConfig engineConfig;
    for (const ListenAddress &where : allPorts(config))
        engineConfig.listen.push_back({where.address.toStdString(), where.port});
    engineConfig.certificate = {config.certificateFile.toStdString(), config.keyFile.toStdString()};
    engineConfig.loops = loops.size();

    // Nobody is told that the server runs before every loop can read.
    const auto ready = std::make_shared<std::latch>(std::ptrdiff_t(loops.size()));
    http::Handlers handlers;
    handlers.onRequest = [this](const http::Request &request, const http::Responder &responder) {
        dispatcher->handle(request, responder, *loops[request.loop]);
    };
    handlers.onTurnEnd = [this](std::size_t loop) {
        if (const auto &store = loops[loop]->store)
            store->hotSessions().endTurn();
    };
    handlers.onLoopStart = [this, ready, &clock](std::size_t loop) {
        if (auto store = ReadStore::open(options, clock))
            loops[loop]->store = *std::move(store);
        ready->count_down();
    };
    handlers.onLoopEnd = [this](std::size_t loop) { loops[loop]->store.reset(); };
    handlers.onRefused = [this](const http::Refused &refused) {
        // The loop is not told: these ids are drawn anew.
        return answers.ofEngine(refused, RequestId(loopOrigin(), loopOrigin()),
                                dispatcher->refusalOf(refused));
    };
    handlers.onFailure = [](std::string_view what) {
        qCCritical(logServer) << "a loop caught" << QByteArray(what.data(), qsizetype(what.size()));
    };
    engine = std::make_unique<http::Engine>(std::move(engineConfig), std::move(handlers));
    if (const std::string trouble = engine->start(); !trouble.empty()) {
        return failure(
            Error::of(Error::Kind::Network, u"listenFailed"_s, QString::fromStdString(trouble)));
    }
    ready->wait();
    const bool canRead = std::ranges::all_of(loops, [](const auto &loop) { return !!loop->store; });
    if (!canRead)
        return failure(Error::of(Error::Kind::Server, u"databaseUnreachable"_s));
    return Nothing();
}

} // namespace latchkey::server
