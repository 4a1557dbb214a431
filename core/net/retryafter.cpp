#include "net/retryafter.h"

#include "base/httpdate.h"

#include <algorithm>

namespace latchkey::net {

namespace {

constexpr std::chrono::milliseconds longest = std::chrono::hours(1);

bool isDigits(const QByteArray &text)
{
    return !text.isEmpty() &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::optional<std::chrono::milliseconds> retryAfter(const HttpReply &reply, Timestamp now)
{
    using std::chrono::milliseconds;
    const QByteArray text = reply.headers.value("Retry-After").trimmed();
    if (isDigits(text)) {
        bool fits = false;
        const qint64 seconds = text.toLongLong(&fits);
        if (!fits || seconds > longest / std::chrono::seconds(1))
            return longest;
        return std::chrono::seconds(seconds);
    }
    const auto until = readHttpDate(text);
    if (!until)
        return std::nullopt;
    return std::clamp<milliseconds>(*until - now, milliseconds(0), longest);
}

} // namespace latchkey::net
