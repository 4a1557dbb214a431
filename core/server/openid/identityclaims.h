#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"
#include "server/openid/fetch.h"
#include "server/openid/relyingparty.h"

namespace latchkey::server {

/// What an ID token has to say to be meant for us, now.
struct ClaimsExpected
{
    QString issuer;
    QString clientId;
    std::optional<QString> nonce; ///< compared where there is one
    Timestamp now{};
    std::optional<Timestamp> signedInSince = {}; ///< there, as was asked for with `max_age`
};

/// Of what a verified token says (OpenID Connect Core 1.0, section 3.1.3.7). Unauthorized
/// `idTokenInvalid`; Forbidden `signInUndated`, `signInNotAnew`.
Result<SeenIdentity> identityFrom(const QByteArray &claims, const ClaimsExpected &expected);

Fetch::Request userinfoRequest(const QString &address, const Secret &accessToken);
/// With what the userinfo endpoint adds (section 5.3.2), which for some is nothing. It must be
/// about the same person.
Result<SeenIdentity> completed(const SeenIdentity &seen, const Fetch::Answer &answer);

} // namespace latchkey::server
