#pragma once

#include <chrono>

namespace latchkey::server {

/// How long a code that was sent is good, and how often one is.
struct SentCodePolicy
{
    std::chrono::minutes lifetime{5};
    std::chrono::minutes writtenLifetime = std::chrono::hours(24); ///< of a long one
    int tries = 5;
    std::chrono::seconds resendAfter{60};
    int perHour = 5; ///< for one purpose, to one recipient and by one asker
};

} // namespace latchkey::server
