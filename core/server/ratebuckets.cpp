#include "server/ratebuckets.h"

#include "base/ipaddress.h"

#include <algorithm>
#include <cmath>

namespace latchkey::server {

std::optional<std::chrono::seconds> RateBuckets::take(std::string_view address, Moment now)
{
    const auto parsed = IpAddress::parse(address);
    if (!parsed || (!m_policy.countsLoopback && parsed->isLoopback()))
        return std::nullopt;
    if (m_buckets.size() >= m_policy.places)
        makeRoom(now);
    const auto [place, isNew] =
        m_buckets.try_emplace(std::string(parsed->customer().bytes()), Bucket{m_policy.burst, now});
    Bucket &bucket = place->second;
    bucket.tokens = tokensIn(bucket, now);
    bucket.filled = now;
    if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return std::nullopt;
    }
    const double wait = (1 - bucket.tokens) / m_policy.perSecond;
    return std::max(std::chrono::seconds(1),
                    std::chrono::seconds(static_cast<long>(std::ceil(wait))));
}

double RateBuckets::tokensIn(const Bucket &bucket, Moment now) const
{
    // Who asks for a request that came a moment ago may be late.
    const std::chrono::duration<double> since = std::max(now, bucket.filled) - bucket.filled;
    return std::min(m_policy.burst, bucket.tokens + since.count() * m_policy.perSecond);
}

RateBuckets::Standing RateBuckets::standing(std::string_view address, Moment now) const
{
    const auto parsed = IpAddress::parse(address);
    const auto found =
        parsed ? m_buckets.find(std::string(parsed->customer().bytes())) : m_buckets.end();
    const double tokens = found == m_buckets.end() ? m_policy.burst : tokensIn(found->second, now);
    const std::chrono::duration<double> missing((m_policy.burst - tokens) / m_policy.perSecond);
    return {static_cast<qint64>(m_policy.burst), static_cast<qint64>(tokens),
            std::chrono::ceil<std::chrono::milliseconds>(missing)};
}

/// Whoever has a full bucket again is as one never seen. Where nobody has, all begin anew: memory
/// stays bounded, and the sign-in throttle, which counts in the database, is not touched by it.
void RateBuckets::makeRoom(Moment now)
{
    std::erase_if(m_buckets,
                  [&](const auto &entry) { return tokensIn(entry.second, now) >= m_policy.burst; });
    if (m_buckets.size() >= m_policy.places)
        m_buckets.clear();
}

} // namespace latchkey::server
