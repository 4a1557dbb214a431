#pragma once

#include <chrono>
#include <cstdint>

namespace latchkey::server {

/// What somebody tries. Each is counted apart: nobody keeps another out of their account by trying
/// to sign up.
enum class Try : std::uint8_t {
    /// And whatever else proves who somebody is: one counter for all of it. It starts anew with the
    /// last of what an account asks for: a right password alone would let codes be guessed for
    /// ever.
    Password,
    SignUp,
    Recovery, ///< asking for mails without a session, and giving back what shows that one reads
              ///< them
    Finding,  ///< whose account something names: each counts, as nobody is to walk through all
};

/// How often one thing may be tried without success.
struct TryPolicy
{
    int freeFailures = 5; ///< of one subject, before it has to wait: 1 s, 2 s, 4 s ...
    std::chrono::seconds longestWait{60};
    int perAddressAndMinute = 20;
    int perAddressAndHour = 100;
};

/// What may be tried how often, and what one address may cause that costs others.
struct ThrottlePolicy
{
    TryPolicy password;
    TryPolicy signUp;
    TryPolicy recovery;
    TryPolicy finding{.freeFailures = 30, .perAddressAndMinute = 30, .perAddressAndHour = 300};
    int newAccountsPerAddressAndHour = 30;
    int textsPerAddressAndHour = 20;
    int lettersPerAccountAndHour = 20;         ///< that somebody else has written to it
    int newPreferencesPerAccountAndHour = 120; ///< what came and went stays in the trail, for ever
    bool countsCostOfLoopback = false;         ///< who is on this machine is the one who runs it
};

} // namespace latchkey::server
