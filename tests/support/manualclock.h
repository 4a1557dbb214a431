#pragma once

#include "base/clock.h"

#include <atomic>

namespace latchkey::test {

/// A clock that stands still until the test moves it.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(Timestamp start = Timestamp(std::chrono::milliseconds(1'800'000'000'000)))
        : m_now(start.time_since_epoch().count())
    {}

    Timestamp now() const override { return Timestamp(std::chrono::milliseconds(m_now)); }
    void advance(std::chrono::milliseconds by) { m_now += by.count(); }

private:
    std::atomic<std::chrono::milliseconds::rep> m_now;
};

} // namespace latchkey::test
