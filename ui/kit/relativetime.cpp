#include "kit/relativetime.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace latchkey::ui {

namespace {

QString pastWords(int days, int hours, int minutes)
{
    if (days > 0)
        return QCoreApplication::translate("RelativeTime", "%n day(s) ago", nullptr, days);
    if (hours > 0)
        return QCoreApplication::translate("RelativeTime", "%n hour(s) ago", nullptr, hours);
    return QCoreApplication::translate("RelativeTime", "%n minute(s) ago", nullptr, minutes);
}

QString futureWords(int days, int hours, int minutes)
{
    if (days > 0)
        return QCoreApplication::translate("RelativeTime", "in %n day(s)", nullptr, days);
    if (hours > 0)
        return QCoreApplication::translate("RelativeTime", "in %n hour(s)", nullptr, hours);
    return QCoreApplication::translate("RelativeTime", "in %n minute(s)", nullptr, minutes);
}

} // namespace

QString relativeTime(Timestamp moment, Timestamp now)
{
    using namespace std::chrono;
    const auto distance = now - moment;
    const auto length = abs(distance);
    if (length < 1min)
        return QCoreApplication::translate("RelativeTime", "just now");
    const int days = int(duration_cast<std::chrono::days>(length).count());
    if (days > 60)
        return QLocale().toString(toDateTime(moment).toLocalTime().date(), QLocale::ShortFormat);
    const int hours = int(duration_cast<std::chrono::hours>(length).count());
    const int minutes = int(duration_cast<std::chrono::minutes>(length).count());
    return distance > 0ms ? pastWords(days, hours, minutes) : futureWords(days, hours, minutes);
}

QString exactTime(Timestamp moment)
{
    return QLocale().toString(toDateTime(moment).toLocalTime(), QLocale::LongFormat);
}

} // namespace latchkey::ui
