#pragma once

#include <QString>

#include <chrono>
#include <optional>

class QDateTime;

namespace latchkey {

/// A moment in the world's time, to the millisecond.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

/// RFC 3339 in UTC, e.g. `2026-03-01T09:30:00.000Z`.
QString toRfc3339(Timestamp moment);
std::optional<Timestamp> fromRfc3339(const QString &text);
QDateTime toDateTime(Timestamp moment);

/// Where the time comes from: the system, or a test.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Timestamp now() const = 0;
};

class SystemClock final : public Clock
{
public:
    Timestamp now() const override;
};

} // namespace latchkey
