#pragma once

#include "wire/translation.h"

/// What Temporal says when it refuses: an object of a code and a text, in one form for what is
/// asked and in another for tokens.
namespace latchkey::wire::temporal {

/// Where it stands on a server that speaks others as well.
inline constexpr auto prefix = "/temporal";

// What an operation says when there is no better word.
inline constexpr QLatin1StringView notJoined("failed to create user account");
inline constexpr QLatin1StringView notVerified("failed to validate email verification token");
inline constexpr QLatin1StringView notChanged("failed to change password");
inline constexpr QLatin1StringView noCredits("failed to search for user credits");
inline constexpr QLatin1StringView noUsage("failed to search for account usage data");
inline constexpr QLatin1StringView notUpgraded("user account is already upgrade");
inline constexpr QLatin1StringView unreachable(
    "account does not have email enabled, unfortunately for security reasons we can't assist in "
    "recovery");

// Codes of our own, for requests that can't be taken.
inline constexpr QLatin1StringView absent("fieldAbsent");
inline constexpr QLatin1StringView plusInEmail("plusInEmail");
inline constexpr QLatin1StringView atInName("atInName");
inline constexpr QLatin1StringView schemeUnknown("schemeUnknown");

/// As its own server writes texts, for pages in browsers.
HttpReply reply(int status, QByteArray json);

HttpReply writeError(const Error &error, const Route &route);
HttpReply writeSignInError(const Error &error, const Route &route);
HttpReply writeRefreshError(const Error &error, const Route &route);
HttpReply writeFiguresError(const Error &error, const Route &route);
/// Of an operation that says so when it fails.
WriteError failing(QLatin1StringView otherwise);

Error readError(const HttpReply &reply);

} // namespace latchkey::wire::temporal
