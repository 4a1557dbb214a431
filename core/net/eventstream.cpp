#include "net/eventstream.h"

#include "base/alarm.h"
#include "base/log.h"
#include "net/retryafter.h"

using namespace Qt::StringLiterals;

namespace latchkey::net {

namespace {

/// Set where asking again would bring the same answer.
std::optional<Error> lastWord(int status)
{
    using Kind = Error::Kind;
    Error error;
    switch (status) {
    case 204:
        error = Error::of(Kind::NotFound, u"noEvents"_s);
        break;
    case 401:
        error = Error::of(Kind::Unauthorized, u"unauthorized"_s);
        break;
    case 403:
        error = Error::of(Kind::Forbidden, u"forbidden"_s);
        break;
    default:
        return std::nullopt;
    }
    error.status = status;
    return error;
}

// It may be a server that is just being replaced; asked seldom, it costs nobody anything.
bool isAbsent(int status)
{
    return status == 404 || status == 405 || status == 410;
}

Error unexpected(const HttpReply &head, Timestamp now)
{
    using Kind = Error::Kind;
    const Kind kind = head.status == 429      ? Kind::RateLimited
                      : isAbsent(head.status) ? Kind::NotFound
                      : head.status >= 500    ? Kind::Server
                                              : Kind::Protocol;
    Error error = Error::of(kind, isAbsent(head.status) ? u"noEvents"_s : u"notAnEventStream"_s,
                            QString::fromLatin1(head.headers.value("Content-Type")));
    error.status = head.status;
    if (const auto wait = retryAfter(head, now))
        error.retryAfter = std::chrono::ceil<std::chrono::seconds>(*wait);
    return error;
}

bool isEventStream(const HttpReply &head)
{
    const QByteArray type = head.headers.value("Content-Type");
    return head.status == 200 && type.split(';').first().trimmed().toLower() == "text/event-stream";
}

} // namespace

EventStream::EventStream(Transport &transport, const Clock &clock, Alarm &alarm, Random random,
                         Outgoing outgoing, EventStreamSettings settings, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_clock(clock)
    , m_alarm(alarm)
    , m_outgoing(std::move(outgoing))
    , m_settings(settings)
    , m_backOff(settings.firstWait, settings.longestWait, std::move(random))
{}

EventStream::~EventStream()
{
    close();
}

void EventStream::start()
{
    if (m_state == State::Stopped)
        connectNow();
}

void EventStream::stop()
{
    close();
    m_lostInARow = 0;
    setState(State::Stopped);
}

void EventStream::retryNow()
{
    if (m_state == State::Waiting)
        connectNow();
}

void EventStream::connectNow()
{
    close();
    m_parser = EventParser(m_settings.limits);
    m_parser.setLastEventId(m_lastEventId);

    HttpRequest request = m_outgoing.request;
    request.headers.set("Accept", "text/event-stream");
    request.headers.set("Cache-Control", "no-store");
    if (!m_lastEventId.isEmpty())
        request.headers.set("Last-Event-ID", m_lastEventId);
    if (m_outgoing.sign)
        m_outgoing.sign(request);

    m_stream = m_transport.open(request, m_outgoing.deadline);
    connect(m_stream.get(), &HttpStream::answered, this, &EventStream::judgeHead);
    connect(m_stream.get(), &HttpStream::received, this, &EventStream::take);
    connect(m_stream.get(), &HttpStream::ended, this, [this](const Result<Nothing> &how) {
        reconnectLater(how ? Error::of(Error::Kind::Network, u"connectionLost"_s) : how.error());
    });
    setState(State::Connecting);
}

void EventStream::judgeHead(const HttpReply &head)
{
    if (const auto error = lastWord(head.status)) {
        endForGood(*error);
    } else if (!isEventStream(head)) {
        // Also what a hotel's network says before its guest has agreed to something.
        const auto asked = isAbsent(head.status) ? std::optional(m_settings.longestWait)
                                                 : retryAfter(head, m_clock.now());
        reconnectLater(unexpected(head, m_clock.now()), asked);
    } else {
        listenForHeartbeat();
        setState(State::Open);
    }
}

void EventStream::take(const QByteArray &bytes)
{
    if (m_state != State::Open)
        return;
    listenForHeartbeat();
    const auto events = m_parser.feed(bytes);
    if (!events) {
        reconnectLater(events.error());
        return;
    }
    m_lostInARow = 0;
    if (const auto retry = m_parser.retry())
        m_backOff.setFirst(std::max(*retry, m_settings.shortestWait));
    m_lastEventId = m_parser.lastEventId();
    const HttpStream *stream = m_stream.get();
    const QPointer<EventStream> self = this;
    for (const ServerEvent &event : *events) {
        Q_EMIT received(event);
        // Who hears of it may stop us, start us again, or end us.
        if (!self || m_stream.get() != stream)
            return;
    }
}

void EventStream::reconnectLater(const Error &why, std::optional<std::chrono::milliseconds> asked)
{
    close();
    const auto usual = m_backOff.wait(m_lostInARow++);
    m_wait = m_alarm.after(std::max(asked.value_or(usual), m_settings.shortestWait));
    m_wait.then(this, [this](const Result<Nothing> &rang) {
        if (rang && m_state == State::Waiting)
            connectNow();
    });
    qCInfo(logNet).noquote() << "events interrupted:" << why;
    const QPointer<EventStream> self = this;
    setState(State::Waiting);
    if (self)
        Q_EMIT interrupted(why);
}

void EventStream::endForGood(const Error &error)
{
    const QPointer<EventStream> self = this;
    stop();
    if (self)
        Q_EMIT ended(error);
}

void EventStream::listenForHeartbeat()
{
    m_heartbeat.cancel();
    m_heartbeat = m_alarm.after(m_settings.heartbeat);
    m_heartbeat.then(this, [this](const Result<Nothing> &rang) {
        if (rang && m_state == State::Open)
            reconnectLater(Error::of(Error::Kind::Timeout, u"noHeartbeat"_s));
    });
}

void EventStream::close()
{
    m_heartbeat.cancel();
    m_wait.cancel();
    m_stream.reset();
}

void EventStream::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
}

} // namespace latchkey::net
