#include "server/delivery.h"

#include "base/log.h"
#include "server/donow.h"

#include <pthread.h>

#include <algorithm>

namespace latchkey::server {

namespace {

/// The clock may be set while somebody waits for it.
constexpr std::chrono::milliseconds longestWait = std::chrono::minutes(1);

const char *nameOf(PostKind kind)
{
    return kind == PostKind::Mail ? "mail" : "sms";
}

} // namespace

Delivery::Delivery(PostKind kind, std::unique_ptr<Carrier> carrier, const Clock &clock,
                   DeliveryPauses pauses)
    : m_kind(kind)
    , m_carrier(std::move(carrier))
    , m_clock(clock)
    , m_pauses(pauses)
    , m_pause(pauses.first)
{}

Delivery::~Delivery()
{
    stop();
}

void Delivery::start(Writer &writer)
{
    m_writer = &writer;
    m_thread = std::thread([this] { run(); });
}

void Delivery::wake()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isWoken = true;
    }
    m_wake.notify_all();
}

void Delivery::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stop.request_stop();
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

Delivery::Figures Delivery::figures() const
{
    const std::scoped_lock lock(m_mutex);
    return m_figures;
}

void Delivery::run()
{
    pthread_setname_np(pthread_self(), nameOf(m_kind));
    const auto abandoned = doNow<qint64>(
        *m_writer, [this](WriteStore &store) { return store.post.settleAbandoned(m_kind); });
    if (abandoned && *abandoned > 0) {
        qCWarning(logServer) << "the server ended while" << *abandoned << nameOf(m_kind)
                             << "was leaving; it may have left and is not sent again";
    }
    while (!isStopping()) {
        const DuePost due = look();
        if (due.next)
            carry(*due.next);
        else if (waitUntil(due.later))
            rest();
    }
}

/// Where the database can't be read or written, nothing is due for a while.
DuePost Delivery::look()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isWoken = false; // whatever is added from here on wakes once more
    }
    auto due =
        doNow<DuePost>(*m_writer, [this](WriteStore &store) { return store.post.due(m_kind); });
    if (!due) {
        pause();
        return {.later = m_clock.now()};
    }
    const std::scoped_lock lock(m_mutex);
    m_figures.waiting = static_cast<std::uint64_t>(due->waiting);
    m_figures.expired += static_cast<std::uint64_t>(due->expired);
    return *std::move(due);
}

void Delivery::carry(const DueMessage &message)
{
    const auto isLeaving = [&] {
        return doNow<bool>(*m_writer,
                           [&](WriteStore &store) { return store.post.markLeaving(message.id); })
            .value_or(false);
    };
    const CarryOutcome outcome =
        m_carrier->carry(message.message, message.id, isLeaving, m_stop.get_token());
    note(outcome);
    // Until that is written it stays as it is, and as it is it is never sent twice.
    const auto settle = [&] {
        return doNow<Nothing>(
            *m_writer, [&](WriteStore &store) { return store.post.settle(message.id, outcome); });
    };
    while (!settle() && !isStopping())
        pause();
    if (outcome.kind == CarryOutcome::Kind::Unavailable ||
        outcome.kind == CarryOutcome::Kind::Stopped)
        pause();
    else
        m_pause = m_pauses.first;
}

void Delivery::note(const CarryOutcome &outcome)
{
    using Kind = CarryOutcome::Kind;
    const bool isUnavailable = outcome.kind == Kind::Unavailable;
    const std::scoped_lock lock(m_mutex);
    const bool isNews =
        !isUnavailable || !m_figures.isUnavailable || outcome.cause != m_unavailableFor;
    if (outcome.kind != Kind::Sent && outcome.kind != Kind::Stopped && isNews)
        qCWarning(logServer) << nameOf(m_kind) << "did not go:" << outcome.why;
    if (m_figures.isUnavailable && outcome.kind == Kind::Sent)
        qCInfo(logServer) << nameOf(m_kind) << "goes again";
    if (outcome.kind != Kind::Stopped)
        m_figures.isUnavailable = isUnavailable;
    if (isUnavailable)
        m_unavailableFor = outcome.cause;
    m_figures.sent += outcome.kind == Kind::Sent ? 1u : 0u;
    m_figures.putOff += outcome.kind == Kind::Later ? 1u : 0u;
    m_figures.refused += outcome.kind == Kind::Refused ? 1u : 0u;
    m_figures.uncertain += outcome.kind == Kind::Uncertain ? 1u : 0u;
}

/// Nothing ends it early but the end: what is added meanwhile would not go either.
void Delivery::pause()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, m_pause, [this] { return isStopping(); });
    m_pause = std::min(2 * m_pause, m_pauses.longest);
}

void Delivery::rest()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, m_pauses.onceWoken, [this] { return isStopping(); });
}

bool Delivery::waitUntil(const std::optional<Timestamp> &moment)
{
    std::unique_lock lock(m_mutex);
    const auto isOver = [this] { return m_isWoken || isStopping(); };
    if (moment)
        m_wake.wait_for(lock, std::min(*moment - m_clock.now(), longestWait), isOver);
    else
        m_wake.wait(lock, isOver);
    return m_isWoken;
}

} // namespace latchkey::server
