#include "base/clock.h"

#include <QDateTime>
#include <QTimeZone>

namespace latchkey {

QString toRfc3339(Timestamp moment)
{
    return toDateTime(moment).toString(Qt::ISODateWithMs);
}

std::optional<Timestamp> fromRfc3339(const QString &text)
{
    const QDateTime parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    // A text without a zone would be read as local time: a different moment on each machine.
    if (!parsed.isValid() || parsed.timeSpec() == Qt::LocalTime)
        return std::nullopt;
    return Timestamp(std::chrono::milliseconds(parsed.toMSecsSinceEpoch()));
}

QDateTime toDateTime(Timestamp moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), Qt::UTC);
}

Timestamp SystemClock::now() const
{
    return std::chrono::time_point_cast<std::chrono::milliseconds>(
        std::chrono::system_clock::now());
}

} // namespace latchkey
