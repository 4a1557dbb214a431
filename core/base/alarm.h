#pragma once

#include "base/call.h"

#include <chrono>

namespace latchkey {

/// Tells when a time has passed: the event loop's timers, or a test that says when.
class Alarm
{
public:
    virtual ~Alarm() = default;
    virtual Call<Nothing> after(std::chrono::milliseconds delay) = 0;
};

class SystemAlarm final : public Alarm
{
public:
    Call<Nothing> after(std::chrono::milliseconds delay) override;

private:
    QObject m_timers;
};

} // namespace latchkey
