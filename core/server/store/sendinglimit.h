#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "server/store/sentcodepolicy.h"

namespace latchkey::storage {
class Statement;
}

namespace latchkey::server {

/// Whatever was sent within so long counts.
inline constexpr std::chrono::milliseconds sendingCountedFor = std::chrono::hours(1);

/// Whether one more may be sent, after those at the moments that the statement reads, the latest
/// first. RateLimited `codeTooSoon` or `tooManyCodes`, with `retryAfter`.
Result<Nothing> admitSending(storage::Statement &moments, Timestamp now,
                             const SentCodePolicy &policy);

} // namespace latchkey::server
