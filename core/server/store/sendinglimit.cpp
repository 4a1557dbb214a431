#include "server/store/sendinglimit.h"

#include "api/limitcodes.h"
#include "storage/statement.h"

#include <algorithm>

namespace latchkey::server {

namespace {

Error limited(QLatin1StringView code, std::chrono::milliseconds wait)
{
    Error error = Error::of(Error::Kind::RateLimited, code);
    error.retryAfter =
        std::max(std::chrono::ceil<std::chrono::seconds>(wait), std::chrono::seconds(1));
    return error;
}

} // namespace

Result<Nothing> admitSending(storage::Statement &moments, Timestamp now,
                             const SentCodePolicy &policy)
{
    for (int count = 1;; ++count) {
        const auto more = moments.next();
        if (!more)
            return failure(more.error());
        if (!*more)
            return Nothing();
        const Timestamp at = moments.moment(0);
        if (count == 1 && at + policy.resendAfter > now)
            return failure(limited(api::codeTooSoon, at + policy.resendAfter - now));
        if (count == policy.perHour)
            return failure(limited(api::tooManyCodes, at + sendingCountedFor - now));
    }
}

} // namespace latchkey::server
