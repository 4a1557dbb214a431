#include "server/guards/guards.h"

namespace latchkey::server::guards {

using namespace Qt::StringLiterals;

Result<Nothing> rate(const Caller &caller, RateBuckets &buckets)
{
    const auto wait = buckets.take(caller.address, std::chrono::steady_clock::now());
    if (!wait)
        return Nothing();
    Error error = Error::of(Error::Kind::RateLimited, u"tooManyRequests"_s);
    error.retryAfter = *wait;
    return failure(error);
}

} // namespace latchkey::server::guards
