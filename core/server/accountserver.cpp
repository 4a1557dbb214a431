#include "server/accountserver.h"

#include "api/passwordrules.h"
#include "server/serverparts.h"
#include "server/whereabouts.h"
#include "wire/ownwire.h"
#include "wire/wires.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;

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
    // No password could be chosen, and nobody would learn why.
    if (!api::passwordScore(Secret(u"any"_s), {}))
        return failure(Error::of(Error::Kind::Server, u"moduleMissing"_s));
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
