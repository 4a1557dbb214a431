#pragma once

#include "base/clock.h"
#include "net/backoff.h"
#include "net/outgoing.h"

#include <deque>
#include <functional>
#include <map>

namespace latchkey {
class Alarm;
}

namespace latchkey::net {

/// How often what may be repeated is, and when.
struct Repeats
{
    qint64 most = 2;
    std::chrono::milliseconds firstWait{400};
    std::chrono::milliseconds longestWait{5'000};
    double factor = 2; ///< by which each wait is longer than the one before
    std::chrono::milliseconds within = std::chrono::hours(24); ///< from the first time on
    bool afterLostConnections = true; ///< else only where the server says that it is in trouble
};

struct GateLimits
{
    int inFlight = 5; ///< Qt's own bound is six for each host
    /// Asked each time: the person may change it while the program runs.
    std::function<Repeats()> repeats = [] { return Repeats(); };
    /// Who would have to wait longer than this for the server is told so at once.
    std::chrono::milliseconds patience = std::chrono::seconds(60);
    /// Whether a 429 is about what was asked (a password tried too often) and not about how often
    /// this program asks: it ends the one call, and the others go on.
    std::function<bool(const HttpReply &)> isAboutOneCall = [](const HttpReply &) { return false; };
    /// No server that hears from us too often gets less of a pause, whatever it asks for.
    std::chrono::milliseconds shortestPause = std::chrono::milliseconds(500);
};

/// The one gate through which a server's requests go: a bounded number at a time, in order. What
/// may be repeated is repeated when the network or the server fails; a 429 stops everything until
/// the server wants to hear from us again.
class Gate final : public QObject
{
    Q_OBJECT

public:
    Gate(Transport &transport, const Clock &clock, Alarm &alarm, Random random,
         GateLimits limits = {}, QObject *parent = nullptr);
    ~Gate() override;

    Call<HttpReply> send(Outgoing outgoing);

    /// Stops for as long as the server asked for, or for a while: it said elsewhere, e.g. to the
    /// event stream, that it hears from us too often.
    void pause(std::optional<std::chrono::milliseconds> asked);
    /// Set while the gate is stopped.
    std::optional<Timestamp> pauseEnd() const { return m_pauseEnd; }

Q_SIGNALS:
    void pausedUntil(latchkey::Timestamp end);
    void resumed();

private:
    struct Entry
    {
        Outgoing outgoing;
        CallSource<HttpReply> source;
        Timestamp since{};
        int repeats = 0;
        Call<HttpReply> underWay;
        Call<Nothing> wait;
    };
    using EntryId = quint64;

    void admit();
    void refuseWaiting(std::chrono::milliseconds left);
    void start(EntryId id);
    void judge(EntryId id, const Result<HttpReply> &result);
    std::optional<std::chrono::milliseconds>
    waitBeforeRepeat(const Entry &entry, const Result<HttpReply> &result) const;
    void resume();
    void finish(EntryId id, const Result<HttpReply> &result);
    void drop(EntryId id);

    Transport &m_transport;
    const Clock &m_clock;
    Alarm &m_alarm;
    GateLimits m_limits;
    Random m_random;
    BackOff m_pauseBackOff;

    std::map<EntryId, Entry> m_entries;
    std::deque<EntryId> m_queue;
    EntryId m_nextId = 0;
    int m_inFlight = 0;

    std::optional<Timestamp> m_pauseEnd;
    Call<Nothing> m_pause;
    int m_pausesInARow = 0;
};

} // namespace latchkey::net
