#include "kit/relativetime.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace latchkey::ui {

namespace {

/// What is past counts in whole units: nobody did anything "2 days ago" before two days are over.
QString pastWords(int days, int hours, int minutes)
{
    if (days > 0)
        return QCoreApplication::translate("RelativeTime", "%n day(s) ago", nullptr, days);
    if (hours > 0)
        return QCoreApplication::translate("RelativeTime", "%n hour(s) ago", nullptr, hours);
    return QCoreApplication::translate("RelativeTime", "%n minute(s) ago", nullptr, minutes);
}

/// What is to come is told by the nearest unit: what lasts 14 days ends "in 14 days" for half a
/// day.
QString futureWords(int days, int hours, int minutes)
{
    if (minutes < 60)
        return QCoreApplication::translate("RelativeTime", "in %n minute(s)", nullptr, minutes);
    if (hours < 24)
        return QCoreApplication::translate("RelativeTime", "in %n hour(s)", nullptr, hours);
    return QCoreApplication::translate("RelativeTime", "in %n day(s)", nullptr, days);
}

} // namespace

QString relativeTime(Timestamp moment, Timestamp now)
{
    using namespace std::chrono;
    const auto distance = now - moment;
    const auto length = abs(distance);
    if (length < 1min)
        return QCoreApplication::translate("RelativeTime", "just now");
    if (length >= std::chrono::days(61))
        return QLocale().toString(toDateTime(moment).toLocalTime().date(), QLocale::ShortFormat);
    if (distance > 0ms)
        return pastWords(int(floor<std::chrono::days>(length).count()),
                         int(floor<std::chrono::hours>(length).count()),
                         int(floor<std::chrono::minutes>(length).count()));
    return futureWords(int(round<std::chrono::days>(length).count()),
                       int(round<std::chrono::hours>(length).count()),
                       int(round<std::chrono::minutes>(length).count()));
}

QString exactTime(Timestamp moment)
{
    return QLocale().toString(toDateTime(moment).toLocalTime(), QLocale::LongFormat);
}

} // namespace latchkey::ui
