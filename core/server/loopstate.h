#pragma once

#include "server/ratebuckets.h"
#include "server/requestid.h"
#include "server/store/readstore.h"

#include <array>

namespace latchkey::server {

/// What one loop's thread has to itself, so that requests need no locks.
class LoopState
{
public:
    LoopState(RatePolicy rate, std::uint32_t origin)
        : rates(rate)
        , m_origin(origin)
    {}

    std::unique_ptr<ReadStore> store; ///< opened and let go on the loop's thread
    RateBuckets rates;

    RequestId nextRequestId() { return {m_origin, m_number++}; }

    /// Whether a touch of that session is worth sending: not while one is on its way.
    bool claimTouch(std::string_view session, Timestamp now)
    {
        const std::size_t hash = std::hash<std::string_view>()(session);
        Touch &touch = m_touches.at(hash % m_touches.size());
        if (touch.session == hash && now - touch.at < std::chrono::seconds(30))
            return false;
        touch = {hash, now};
        return true;
    }

private:
    struct Touch
    {
        std::size_t session = 0;
        Timestamp at{};
    };

    std::uint32_t m_origin;
    std::uint32_t m_number = 0;
    std::array<Touch, 512> m_touches{};
};

} // namespace latchkey::server
