#include "net/gate.h"

#include "base/alarm.h"
#include "base/log.h"
#include "net/retryafter.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace latchkey::net {

namespace {

bool mayPass(const Error &error)
{
    // A certificate or a proxy that says no now says no again in half a second.
    const bool isVerdict = error.code.startsWith("tls"_L1) || error.code == "proxyRefused"_L1 ||
                           error.code == "proxyAuthenticationRequired"_L1 ||
                           error.code == "unusableAddress"_L1;
    return error.kind == Error::Kind::Timeout || (error.kind == Error::Kind::Network && !isVerdict);
}

bool mayPass(int status)
{
    return status == 502 || status == 503 || status == 504;
}

} // namespace

Gate::Gate(Transport &transport, const Clock &clock, Alarm &alarm, Random random, GateLimits limits,
           QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_clock(clock)
    , m_alarm(alarm)
    , m_limits(limits)
    , m_random(random)
    , m_pauseBackOff(2s, 60s, random) // halved at most: never less than one second
{}

Gate::~Gate()
{
    m_pause.cancel();
    for (const auto &[id, entry] : std::exchange(m_entries, {})) {
        entry.underWay.cancel();
        entry.wait.cancel();
    }
}

Call<HttpReply> Gate::send(Outgoing outgoing)
{
    const EntryId id = m_nextId++;
    Entry &entry = m_entries[id];
    entry.outgoing = std::move(outgoing);
    entry.since = m_clock.now();
    entry.source.onCancel([gate = QPointer(this), id] {
        if (gate)
            gate->drop(id);
    });
    const Call<HttpReply> call = entry.source.call();
    m_queue.push_back(id);
    admit();
    return call;
}

void Gate::admit()
{
    if (m_pauseEnd) {
        const auto left = *m_pauseEnd - m_clock.now();
        if (left > m_limits.patience)
            refuseWaiting(left);
        return;
    }
    while (m_inFlight < m_limits.inFlight && !m_queue.empty()) {
        const EntryId id = m_queue.front();
        m_queue.pop_front();
        start(id);
    }
}

void Gate::refuseWaiting(std::chrono::milliseconds left)
{
    Error error = Error::of(Error::Kind::RateLimited, u"rateLimited"_s);
    error.retryAfter = std::chrono::ceil<std::chrono::seconds>(left);
    for (const EntryId id : std::exchange(m_queue, {}))
        finish(id, failure(error));
}

void Gate::start(EntryId id)
{
    Entry &entry = m_entries.at(id);
    HttpRequest request = entry.outgoing.request;
    if (entry.outgoing.sign)
        entry.outgoing.sign(request);
    ++m_inFlight;
    entry.underWay = m_transport.send(request, entry.outgoing.deadline);
    entry.underWay.then(this, [this, id](const Result<HttpReply> &result) {
        --m_inFlight;
        judge(id, result);
        admit();
    });
}

void Gate::judge(EntryId id, const Result<HttpReply> &result)
{
    const bool isTooMuch = result && result->status == 429;
    const bool isTooOften = isTooMuch && !m_limits.isAboutOneCall(*result);
    if (isTooOften)
        pause(retryAfter(*result, m_clock.now()));
    else if (result)
        m_pausesInARow = 0;

    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return; // cancelled meanwhile
    Entry &entry = found->second;
    if (result && entry.outgoing.otherwise) {
        if (auto other = entry.outgoing.otherwise(*result)) {
            wipe(entry.outgoing.request.body);
            entry.outgoing.request = *std::move(other);
            entry.outgoing.otherwise = {};
            m_queue.push_front(id);
            return;
        }
    }
    const bool isLast = isTooMuch && !isTooOften;
    const auto wait = isLast ? std::nullopt : waitBeforeRepeat(entry, result);
    if (!wait) {
        finish(id, result);
        return;
    }
    ++entry.repeats;
    if (isTooOften) {
        m_queue.push_front(id);
        return;
    }
    entry.wait = m_alarm.after(*wait);
    entry.wait.then(this, [this, id](const Result<Nothing> &rang) {
        if (!rang || !m_entries.contains(id))
            return;
        m_queue.push_front(id);
        admit();
    });
}

std::optional<std::chrono::milliseconds>
Gate::waitBeforeRepeat(const Entry &entry, const Result<HttpReply> &result) const
{
    const Repeats terms = m_limits.repeats();
    if (!entry.outgoing.isRepeatable || entry.repeats >= terms.most)
        return std::nullopt;
    const auto left = entry.since + terms.within - m_clock.now();
    const auto inTime = [&](std::chrono::milliseconds wait, std::chrono::milliseconds most) {
        return wait <= std::min(most, left) ? std::optional(wait) : std::nullopt;
    };
    const auto usual =
        BackOff(terms.firstWait, terms.longestWait, m_random, terms.factor).wait(entry.repeats);
    if (!result) {
        const bool isLost = terms.afterLostConnections && mayPass(result.error());
        return isLost ? inTime(usual, usual) : std::nullopt;
    }
    const bool isTooOften = result->status == 429;
    if (!isTooOften && !mayPass(result->status))
        return std::nullopt;
    return inTime(isTooOften ? *m_pauseEnd - m_clock.now()
                             : retryAfter(*result, m_clock.now()).value_or(usual),
                  m_limits.patience);
}

void Gate::pause(std::optional<std::chrono::milliseconds> asked)
{
    const auto usual = m_pauseBackOff.wait(m_pausesInARow);
    const Timestamp end = m_clock.now() + std::max(asked.value_or(usual), m_limits.shortestPause);
    if (m_pauseEnd && *m_pauseEnd >= end)
        return;
    if (!m_pauseEnd)
        ++m_pausesInARow;
    m_pauseEnd = end;
    m_pause.cancel();
    m_pause = m_alarm.after(end - m_clock.now());
    m_pause.then(this, [this, end](const Result<Nothing> &rang) {
        // One that has rung can't be cancelled; it may be the shorter of two.
        if (rang && m_pauseEnd == end)
            resume();
    });
    qCInfo(logNet) << "the server wants a pause until" << toRfc3339(end);
    Q_EMIT pausedUntil(end);
}

void Gate::resume()
{
    m_pauseEnd.reset();
    Q_EMIT resumed();
    admit();
}

void Gate::finish(EntryId id, const Result<HttpReply> &result)
{
    if (const auto node = m_entries.extract(id))
        node.mapped().source.finish(result);
}

void Gate::drop(EntryId id)
{
    const auto node = m_entries.extract(id);
    if (!node)
        return;
    std::erase(m_queue, id);
    node.mapped().underWay.cancel();
    node.mapped().wait.cancel();
}

} // namespace latchkey::net
