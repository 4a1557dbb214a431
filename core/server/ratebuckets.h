#pragma once

#include "server/serverconfig.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace latchkey::server {

/// A token bucket for each address (/64 of IPv6). In memory, bounded, one for each loop's thread.
class RateBuckets
{
public:
    using Moment = std::chrono::steady_clock::time_point;

    explicit RateBuckets(RatePolicy policy)
        : m_policy(policy)
    {}

    /// Takes one token, or says how long until there is one.
    std::optional<std::chrono::seconds> take(std::string_view address, Moment now);

    /// What an address may still take, and how long until it may take all again.
    struct Standing
    {
        qint64 most = 0;
        qint64 left = 0;
        std::chrono::milliseconds untilWhole{0};
    };
    Standing standing(std::string_view address, Moment now) const;

private:
    struct Bucket
    {
        double tokens;
        Moment filled;
    };

    double tokensIn(const Bucket &bucket, Moment now) const;
    void makeRoom(Moment now);

    RatePolicy m_policy;
    std::unordered_map<std::string, Bucket> m_buckets;
};

} // namespace latchkey::server
