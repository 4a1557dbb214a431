#include "server/accountserver.h"

#include "base/filelock.h"
#include "base/log.h"
#include "server/census.h"
#include "server/delivery.h"
#include "server/dispatcher.h"
#include "server/donow.h"
#include "server/eventstreams.h"
#include "server/handlers/handlers.h"
#include "server/handlers/reminding.h"
#include "server/masterkey.h"
#include "server/mounting.h"
#include "server/operatorpages.h"
#include "server/passwordhashing.h"
#include "server/store/databasefile.h"
#include "server/store/token.h"
#include "server/store/writer.h"
#include "server/tokenkeys.h"
#include "server/workpool.h"
#include "wire/ownwire.h"
#include "wire/signinpages.h"
#include "wire/wires.h"

#include <algorithm>
#include <deque>
#include <latch>

namespace latchkey::server {

using namespace Qt::StringLiterals;

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

namespace {

// They wait rather than work.
constexpr std::size_t providerThreads = 4;
constexpr std::size_t providerQueue = 64;

bool isLoopback(const ListenAddress &listen)
{
    const auto address = IpAddress::parse(listen.address.toStdString());
    return address && address->isLoopback();
}

QList<ListenAddress> allPorts(const ServerConfig &config)
{
    QList<ListenAddress> all = config.listen;
    for (const WirePort &port : config.wirePorts)
        all << port.where;
    return all;
}

/// Only who is on this machine gets here, if nothing on it brings others.
bool isLocal(const ServerConfig &config)
{
    return std::ranges::all_of(config.listen, isLoopback) && config.hostNames.isEmpty() &&
           config.trustedProxies.empty();
}

/// Those that share the server's own ports.
QStringList foreignWiresOf(const ServerConfig &config)
{
    return config.wires.value_or(isLocal(config) ? wire::foreignWires() : QStringList());
}

/// All that are spoken, wherever; our own first.
QStringList wiresOf(const ServerConfig &config)
{
    QStringList names = foreignWiresOf(config);
    for (const WirePort &port : config.wirePorts)
        names << port.wire;
    names.removeDuplicates();
    names.prepend(wire::ownWire().name);
    return names;
}

/// Where browsers find it; empty where nobody said, and it can't be known.
QString publicAddressOf(const ServerConfig &config)
{
    const ListenAddress &first = config.listen.constFirst();
    if (!config.publicAddress.isEmpty() || !isLocal(config) || first.port == 0)
        return config.publicAddress;
    const QString scheme = config.certificateFile.isEmpty() ? u"http"_s : u"https"_s;
    const bool isIpv6 = first.address.contains(u':');
    const QString host = isIpv6 ? QString(u'[' + first.address + u']') : first.address;
    return u"%1://%2:%3"_s.arg(scheme, host).arg(first.port);
}

guards::KnownHosts knownHosts(const ServerConfig &config)
{
    const QList<ListenAddress> ports = allPorts(config);
    guards::KnownHosts known;
    if (!std::ranges::all_of(ports, isLoopback) && config.hostNames.isEmpty())
        return known;
    known.names = {"localhost", "127.0.0.1", "[::1]"};
    for (const ListenAddress &listen : ports) {
        const std::string address = listen.address.toStdString();
        known.names.push_back((address.find(':') != std::string::npos) ? "[" + address + "]"
                                                                       : address);
    }
    for (const QString &name : config.hostNames)
        known.names.push_back(name.toLower().toStdString());
    return known;
}

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
    return Letters::load(config.name).map([this](Letters loaded) {
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
    options.masterKey = [places = MasterKeyPlaces::of(config.vaultKeyFile, options.database.path)](
                            bool wasUsed) { return masterKey(places, wasUsed); };
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
    auto handlers = handlers::allHandlers({.name = config.name,
                                           .version = QStringLiteral(LATCHKEY_VERSION),
                                           .wires = wiresOf(config),
                                           .sharedWires = foreignWiresOf(config),
                                           .signUp = config.signUp,
                                           .passwords = config.passwords,
                                           .post = options.post,
                                           .letters = letters,
                                           .census = census,
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
    rate.perSecond /= double(loops.size()); // a connection stays with the loop that it fell to
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
    handlers.onRefused = [this](int status, std::string_view peer) {
        // The loop is not told: these ids are drawn anew.
        return answers.ofEngine(status, RequestId(loopOrigin(), loopOrigin()), peer);
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

AccountServer::AccountServer(ServerConfig config, const Clock &clock, Carriers carriers)
    : m_config(std::move(config))
    , m_clock(clock)
    , m_carriers(std::move(carriers))
{}

AccountServer::~AccountServer()
{
    stop();
}

Result<RunningAt> AccountServer::start()
{
    for (const QString &name : wiresOf(m_config)) {
        if (name != wire::ownWire().name && !wire::foreignWires().contains(name))
            return failure(Error::of(Error::Kind::Rejected, u"wireUnknown"_s, name));
    }
    for (const ListenAddress &where : allPorts(m_config)) {
        if (m_config.loopbackOnly && !isLoopback(where)) {
            return failure(Error::of(Error::Kind::Rejected, u"listenNotLoopback"_s, where.address));
        }
    }
    m_parts = std::make_unique<Parts>(m_config);
    m_parts->messageKept = m_messageKept;
    m_parts->arrangePost(m_config, m_clock, std::exchange(m_carriers, {}));
    std::optional<Secret> code;
    auto started = m_parts->loadLetters(m_config)
                       .and_then([&](Nothing) { return m_parts->openStore(m_config, m_clock); })
                       .and_then([&](Nothing) { return m_parts->handOutKeys(m_config); })
                       .and_then([&](Nothing) { return m_parts->prepareStore(m_config); })
                       .and_then([&](const std::optional<Secret> &issued) {
                           code = issued;
                           return m_parts->build(m_config, m_clock);
                       })
                       .and_then([&](Nothing) { return m_parts->listen(m_config, m_clock); });
    if (!started) {
        stop();
        return failure(std::move(started).error());
    }
    RunningAt running;
    QList<WirePort> unfilled = m_config.wirePorts;
    for (const http::Listen &where : m_parts->engine->listening()) {
        const ListenAddress listening{QString::fromStdString(where.address), where.port};
        if (running.listening.size() < m_config.listen.size())
            running.listening << listening;
        else
            running.wirePorts << WirePort{unfilled.takeFirst().wire, listening};
    }
    running.port = running.listening.constFirst().port;
    running.setupCode = code;
    return running;
}

void AccountServer::readMessages(MessagesRead receive)
{
    m_parts->writer->submit<QList<KeptMessage>>(
        [limit = m_parts->options.post.messagesKept](WriteStore &store) {
            return store.messages.before(std::nullopt, limit);
        },
        std::move(receive));
}

void AccountServer::stop()
{
    if (!m_parts)
        return;
    // Whoever asks goes first, then those who work, then those whom the work needs.
    if (m_parts->engine)
        m_parts->engine->stop();
    if (m_parts->talk)
        m_parts->talk->stop();
    for (WorkPool *pool : {m_parts->passwordPool.get(), m_parts->providerPool.get()}) {
        if (pool)
            pool->stop();
    }
    for (const auto &delivery : m_parts->deliveries)
        delivery->stop();
    if (m_parts->writer)
        m_parts->writer->stop();
    if (m_parts->streams)
        m_parts->streams->stop();
    m_parts->passwordPool.reset();
    m_parts->providerPool.reset();
    m_parts->writer.reset();
    m_parts->streams.reset();
    m_parts.reset();
}

} // namespace latchkey::server
