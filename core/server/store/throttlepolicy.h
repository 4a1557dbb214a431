#pragma once

#include <chrono>

namespace latchkey::server {

/// How often a sign-in may fail.
struct ThrottlePolicy
{
    int freeFailures = 5; ///< of one account, before it has to wait: 1 s, 2 s, 4 s ...
    std::chrono::seconds longestWait{60};
    int perAddressAndMinute = 20;
    int perAddressAndHour = 100;
};

} // namespace latchkey::server
