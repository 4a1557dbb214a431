#include "net/retryafter.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace latchkey::net {

namespace {

constexpr std::chrono::milliseconds Longest = std::chrono::hours(1);

bool isDigits(const QByteArray &text)
{
    return !text.isEmpty()
           && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::optional<std::chrono::milliseconds> retryAfter(const HttpReply &reply, Timestamp now)
{
    using std::chrono::milliseconds;
    const QByteArray text = reply.headers.value("Retry-After").trimmed();
    if (isDigits(text)) {
        bool fits = false;
        const qint64 seconds = text.toLongLong(&fits);
        if (!fits || seconds > Longest / std::chrono::seconds(1))
            return Longest;
        return std::chrono::seconds(seconds);
    }
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text),
                                             u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    const Timestamp until{milliseconds(date.toMSecsSinceEpoch())};
    return std::clamp<milliseconds>(until - now, milliseconds(0), Longest);
}

} // namespace latchkey::net
