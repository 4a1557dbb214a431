#include "account/codetimes.h"

#include "api/session.h"

#include <algorithm>

namespace latchkey::account {

using namespace std::chrono_literals;

namespace {

// Who asks too soon is told so in seconds.
constexpr std::chrono::milliseconds longestWait = 2min;
constexpr std::chrono::milliseconds longestLife = 1h;

} // namespace

api::CodeSent byOurClock(const api::CodeSent &sent, Timestamp now)
{
    api::CodeSent ours = sent;
    ours.resendAt = std::clamp(sent.resendAt, now, now + longestWait);
    // The time between the two is right by every clock.
    const auto expiresAt = ours.resendAt + (sent.expiresAt - sent.resendAt);
    ours.expiresAt = std::clamp<Timestamp>(expiresAt, ours.resendAt, now + longestLife);
    if (sent.expiresAt == Timestamp() || sent.expiresAt == api::never) // nobody said
        ours.expiresAt = api::never;
    return ours;
}

} // namespace latchkey::account
