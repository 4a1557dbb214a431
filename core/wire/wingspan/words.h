#pragma once

#include "wire/translation.h"

/// What Wingspan says when it refuses: an object of one text.
namespace latchkey::wire::wingspan {

// Codes of our own, for what it has words for and we don't do.
inline constexpr QLatin1StringView channelUnknown("channelUnknown");

HttpReply writeError(const Error &error, const Route &route);
/// Of a token: whatever is wrong with it, it is over.
HttpReply writeTokenError(const Error &error, const Route &route);
Error readError(const HttpReply &reply);

} // namespace latchkey::wire::wingspan
