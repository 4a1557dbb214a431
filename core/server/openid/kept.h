#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <stop_token>

namespace latchkey::server {

/// What one thread makes and all have then. Whoever wants it meanwhile waits, and gets the same
/// outcome.
template <class T>
class Kept
{
public:
    using Value = std::shared_ptr<const T>;

    struct State
    {
        Value value;         ///< the last one that was made, if any
        Timestamp madeAt{};  ///< when it was
        Timestamp triedAt{}; ///< when one was made or could not be
    };

    explicit Kept(const Clock &clock)
        : m_clock(clock)
    {}

    /// The value there is, where that is good, else a new one. What could not be made a moment ago
    /// still can't be: whoever makes it may wait long for nothing.
    template <class IsGood, class Make>
    Result<Value> get(const std::stop_token &stop, const IsGood &isGood,
                      std::chrono::milliseconds moment, const Make &make)
    {
        std::unique_lock lock(m_mutex);
        while (!(m_state.value && isGood(m_state))) {
            if (!m_isMaking)
                return hasFailedWithin(moment) ? m_outcome : makeNow(lock, make);
            const auto round = m_round;
            if (!m_roundEnded.wait(lock, stop, [&] { return m_round != round; }))
                return failure(Error::of(Error::Kind::Cancelled, QStringLiteral("cancelled")));
            // Who gave up did so for itself.
            if (m_outcome || m_outcome.error().kind != Error::Kind::Cancelled)
                return m_outcome;
        }
        return m_state.value;
    }

private:
    template <class Make>
    Result<Value> makeNow(std::unique_lock<std::mutex> &lock, const Make &make)
    {
        m_isMaking = true;
        lock.unlock();
        Result<Value> made =
            make().map([](auto &&value) { return Value(std::make_shared<const T>(value)); });
        lock.lock();
        note(made);
        m_roundEnded.notify_all();
        return made;
    }

    /// Not where the clock was put back meanwhile.
    bool hasFailedWithin(std::chrono::milliseconds time) const
    {
        if (m_outcome || m_outcome.error().kind == Error::Kind::Cancelled)
            return false;
        const Timestamp now = m_clock.now();
        return now >= m_state.triedAt && now - m_state.triedAt < time;
    }

    void note(const Result<Value> &made)
    {
        m_isMaking = false;
        ++m_round;
        m_outcome = made;
        if (made || made.error().kind != Error::Kind::Cancelled)
            m_state.triedAt = m_clock.now();
        if (made) {
            m_state.value = *made;
            m_state.madeAt = m_clock.now();
        }
    }

    const Clock &m_clock;
    std::mutex m_mutex;
    std::condition_variable_any m_roundEnded;
    bool m_isMaking = false;
    std::uint64_t m_round = 0;
    Result<Value> m_outcome; ///< of the last round
    State m_state;
};

} // namespace latchkey::server
