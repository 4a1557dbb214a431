#pragma once

#include "base/clock.h"
#include "base/httpmessage.h"

namespace latchkey::net {

/// What a `Retry-After` asks for, as seconds or as a date (RFC 9110, 10.2.3); never less than
/// nothing and never more than an hour, whatever the server says. None where there is none or it
/// can't be read.
std::optional<std::chrono::milliseconds> retryAfter(const HttpReply &reply, Timestamp now);

} // namespace latchkey::net
