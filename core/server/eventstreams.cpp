#include "server/eventstreams.h"

#include "api/limitcodes.h"
#include "base/log.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int readAtOnce = 100;

std::string frame(const api::EventId &id, const QByteArray &json)
{
    std::string text = "id: " + id.text().toStdString() + "\n";
    if (!json.isEmpty())
        text.append("data: ").append(json.constData(), std::size_t(json.size())).append("\n");
    return text + "\n";
}

/// Without a session it is about all of them: the account is gone.
bool isOf(const Asker &asker, const std::optional<api::Session> &ended)
{
    return !ended || (ended->id == asker.session && ended->end);
}

} // namespace

EventStreams::EventStreams(const ServerConfig &config, Post post)
    : m_perUser(config.streamsPerUser)
    , m_most(config.streams)
    , m_heartbeat(config.heartbeat)
    , m_post(std::move(post))
    , m_heart([this] { runHeart(); })
{}

EventStreams::~EventStreams()
{
    stop();
}

Result<Nothing> EventStreams::open(const AnsweredNow &to, const Answers &answers,
                                   const api::Events &asked, const Principal &principal,
                                   LoopState &loop, std::size_t loopNumber, Write write)
{
    const auto stream =
        std::make_shared<Stream>(Stream{.responder = to.responder,
                                        .asker = {principal.user, principal.session},
                                        .tokenMadeAt = principal.token.madeAt,
                                        .loop = loopNumber,
                                        .write = std::move(write),
                                        .seen = {},
                                        .isOver = false});
    // Known first, read second: what is committed between the two is told twice at most.
    if (auto admitted = admit(stream); !admitted)
        return admitted;
    loop.store->hotSessions().endTurn();
    const auto newest =
        asked.after ? Result<api::EventId>(*asked.after) : loop.store->events.newest();
    if (!newest) {
        forget(stream);
        return failure(newest.error());
    }
    stream->seen = *newest;
    to.responder.onClosed([this, stream] {
        stream->isOver = true;
        forget(stream);
    });
    answers.beginStream(to);
    stream->responder.write(asked.after ? std::string(": here\n\n") : frame(*newest, {}));
    pump(stream, loop);
    return Nothing();
}

Result<Nothing> EventStreams::admit(const StreamPtr &stream)
{
    const std::scoped_lock lock(m_mutex);
    if (m_streams.size() >= m_most || m_streams.count(stream->asker.user) >= m_perUser) {
        return failure(Error::unavailable(u"tooManyStreams"_s, std::chrono::seconds(30)));
    }
    m_streams.emplace(stream->asker.user, stream);
    return Nothing();
}

void EventStreams::forget(const StreamPtr &stream)
{
    const std::scoped_lock lock(m_mutex);
    const auto [first, last] = m_streams.equal_range(stream->asker.user);
    for (auto i = first; i != last; ++i) {
        if (i->second == stream) {
            m_streams.erase(i);
            return;
        }
    }
}

void EventStreams::announce(const std::vector<Notice> &notices)
{
    std::vector<StreamPtr> woken;
    {
        const std::scoped_lock lock(m_mutex);
        for (const Notice &notice : notices) {
            const auto *event = std::get_if<EventNotice>(&notice);
            if (!event)
                continue;
            const auto [first, last] = m_streams.equal_range(event->user);
            for (auto i = first; i != last; ++i)
                woken.push_back(i->second);
        }
    }
    for (const StreamPtr &stream : woken)
        m_post(stream->loop, [stream](LoopState &loop) { pump(stream, loop); });
}

/// Writes what the stream has not seen; the end of its own session is the last it is told.
void EventStreams::pump(const StreamPtr &stream, LoopState &loop)
{
    if (stream->isOver || !loop.store)
        return;
    // The present turn may look at a state from before the event.
    loop.store->hotSessions().endTurn();
    for (;;) {
        const auto events = loop.store->events.after(stream->asker, stream->seen, readAtOnce);
        if (!events) {
            qCWarning(logServer) << "an event stream broke:" << events.error();
            return end(stream);
        }
        for (const api::Event &event : *events) {
            stream->seen = event.id;
            stream->responder.write(frame(event.id, stream->write(event)));
            if (event.kind == api::EventKind::SessionEnded && isOf(stream->asker, event.session))
                return end(stream);
        }
        if (events->size() < readAtOnce)
            return;
    }
}

void EventStreams::beat(const StreamPtr &stream, LoopState &loop)
{
    if (stream->isOver || !loop.store)
        return;
    loop.store->hotSessions().endTurn();
    const auto proven = loop.store->sessions.proven(stream->asker);
    stream->responder.write(": beat\n\n");
    if (!proven || !*proven || (*proven)->tokenMadeAt != stream->tokenMadeAt)
        end(stream);
}

void EventStreams::end(const StreamPtr &stream)
{
    stream->isOver = true;
    stream->responder.close();
}

std::size_t EventStreams::count() const
{
    const std::scoped_lock lock(m_mutex);
    return m_streams.size();
}

void EventStreams::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_all();
    if (m_heart.joinable())
        m_heart.join();
}

void EventStreams::runHeart()
{
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, m_heartbeat, [this] { return m_isStopping; })) {
        const auto streams = m_streams;
        lock.unlock();
        for (const auto &[user, stream] : streams)
            m_post(stream->loop, [stream](LoopState &loop) { beat(stream, loop); });
        lock.lock();
    }
}

} // namespace latchkey::server
