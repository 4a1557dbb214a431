#include "server/guards/guards.h"

namespace latchkey::server::guards {

using namespace Qt::StringLiterals;

Result<Nothing> rate(const http::Request &request, RateBuckets &buckets)
{
    const auto wait = buckets.take(request.peer, std::chrono::steady_clock::now());
    if (!wait)
        return Nothing();
    Error error = Error::of(Error::Kind::RateLimited, u"tooManyRequests"_s);
    error.retryAfter = *wait;
    return failure(error);
}

} // namespace latchkey::server::guards
