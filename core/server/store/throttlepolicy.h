#pragma once

#include <chrono>

namespace latchkey::server {

/// How often a sign-in may fail, and how many accounts one address may make.
struct ThrottlePolicy
{
    int freeFailures = 5; ///< of one account, before it has to wait: 1 s, 2 s, 4 s ...
    std::chrono::seconds longestWait{60};
    int perAddressAndMinute = 20;
    int perAddressAndHour = 100;
    int newAccountsPerAddressAndHour = 30;
    bool countsNewAccountsOfLoopback = false; ///< who is on this machine is the one who runs it
};

} // namespace latchkey::server
