#pragma once

#include "net/backoff.h"
#include "net/eventparser.h"
#include "net/outgoing.h"

namespace latchkey {
class Alarm;
class Clock;
} // namespace latchkey

namespace latchkey::net {

struct EventStreamSettings
{
    /// Without a byte for so long the connection counts as dead: a server sends comments meanwhile.
    std::chrono::milliseconds heartbeat = std::chrono::seconds(45);
    std::chrono::milliseconds firstWait = std::chrono::seconds(1); ///< until the server says one
    /// No server may ask for less: one that does would be asked without a pause.
    std::chrono::milliseconds shortestWait = std::chrono::milliseconds(500);
    std::chrono::milliseconds longestWait = std::chrono::seconds(60);
    EventParser::Limits limits = {};
};

/// A server's events, across lost connections: it connects again after a while and goes on after
/// the last event it saw.
class EventStream final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Stopped,
        Connecting,
        Open,
        Waiting, ///< the connection was lost; the next try is timed
    };
    Q_ENUM(State)

    EventStream(Transport &transport, const Clock &clock, Alarm &alarm, Random random,
                Outgoing outgoing, EventStreamSettings settings = {}, QObject *parent = nullptr);
    ~EventStream() override;

    void start();
    void stop();
    /// Does not wait any longer, e.g. when the network is back.
    void retryNow();

    State state() const { return m_state; }
    const QByteArray &lastEventId() const { return m_lastEventId; }
    void setLastEventId(const QByteArray &id) { m_lastEventId = id; }

Q_SIGNALS:
    void stateChanged(latchkey::net::EventStream::State state);
    void received(const latchkey::net::ServerEvent &event);
    /// The server will have no more of it; it is stopped and does not try again by itself.
    void ended(const latchkey::Error &error);
    /// Why it is waiting now.
    void interrupted(const latchkey::Error &error);

private:
    void connectNow();
    void judgeHead(const HttpReply &head);
    void take(const QByteArray &bytes);
    void reconnectLater(const Error &why,
                        std::optional<std::chrono::milliseconds> asked = std::nullopt);
    void endForGood(const Error &error);
    void listenForHeartbeat();
    void close();
    void setState(State state);

    Transport &m_transport;
    const Clock &m_clock;
    Alarm &m_alarm;
    Outgoing m_outgoing;
    EventStreamSettings m_settings;
    BackOff m_backOff;

    State m_state = State::Stopped;
    std::unique_ptr<HttpStream> m_stream;
    EventParser m_parser;
    QByteArray m_lastEventId;
    Call<Nothing> m_heartbeat;
    Call<Nothing> m_wait;
    int m_lostInARow = 0;
};

} // namespace latchkey::net
