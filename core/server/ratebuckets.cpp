#include "server/ratebuckets.h"

#include <arpa/inet.h>

#include <algorithm>
#include <cmath>

namespace latchkey::server {

namespace {

constexpr std::size_t customerBytes = 8; ///< of an IPv6 address: its /64

std::string keyOf(std::string_view address)
{
    std::string text(address);
    in6_addr parsed{};
    if (inet_pton(AF_INET6, text.c_str(), &parsed) != 1)
        return text;
    const bool isFour = IN6_IS_ADDR_V4MAPPED(&parsed);
    return {reinterpret_cast<const char *>(parsed.s6_addr), isFour ? 16 : customerBytes};
}

} // namespace

bool isLoopback(std::string_view address)
{
    return address.starts_with("127.") || address == "::1" || address.starts_with("::ffff:127.");
}

std::optional<std::chrono::seconds> RateBuckets::take(std::string_view address, Moment now)
{
    if (!m_policy.countsLoopback && isLoopback(address))
        return std::nullopt;
    if (m_buckets.size() >= m_policy.places)
        makeRoom(now);
    const auto [place, isNew] = m_buckets.try_emplace(keyOf(address), Bucket{m_policy.burst, now});
    Bucket &bucket = place->second;
    const std::chrono::duration<double> since = now - bucket.filled;
    bucket.tokens = std::min(m_policy.burst, bucket.tokens + since.count() * m_policy.perSecond);
    bucket.filled = now;
    if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return std::nullopt;
    }
    const double wait = (1 - bucket.tokens) / m_policy.perSecond;
    return std::max(std::chrono::seconds(1),
                    std::chrono::seconds(static_cast<long>(std::ceil(wait))));
}

/// Whoever has a full bucket again is as one never seen. Where nobody has, all begin anew: memory
/// stays bounded, and the sign-in throttle, which counts in the database, is not touched by it.
void RateBuckets::makeRoom(Moment now)
{
    std::erase_if(m_buckets, [&](const auto &entry) {
        const std::chrono::duration<double> since = now - entry.second.filled;
        return entry.second.tokens + since.count() * m_policy.perSecond >= m_policy.burst;
    });
    if (m_buckets.size() >= m_policy.places)
        m_buckets.clear();
}

} // namespace latchkey::server
