#pragma once

#include "base/error.h"

/// How talks with a provider fail. No detail has a token, a code or a secret in it.
namespace latchkey::server {

/// About the address that it was named by.
Error issuerRefused(const QString &code, const QString &detail = {});
Error providerUnreachable(const QString &detail);
/// It doesn't take this server for its client, which an administrator has to put right.
Error clientRefused(const QString &detail);
Error visitRefused(const QString &detail);
Error idTokenInvalid(const QString &detail);
/// It doesn't say when they signed in there.
Error signInUndated();
/// They were signed in there before they went.
Error signInNotAnew();

/// What was read is not as it should be.
Error idTokenInvalid(const Error &why);

/// Nothing was answered, for whatever reason: unavailable, but for those who gave up themselves.
Error unanswered(const Error &why);

/// Where it stands and what is wrong with it, but nothing of what it says.
QString placeAndFault(const Error &why);

} // namespace latchkey::server
