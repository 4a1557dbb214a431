#pragma once

#include "base/result.h"
#include "server/openid/fetch.h"
#include "server/openid/providerdocument.h"
#include "server/openid/relyingparty.h"

/// The two ways of the code: with a browser to the provider, and from here to its token endpoint
/// (OpenID Connect Core 1.0, section 3.1; RFC 7636).
namespace latchkey::server {

QString visitAddress(const ProviderDocument &provider, const VisitAsked &asked);

/// Unavailable `clientRefused` where we know no way in which this client can show who it is.
Result<Fetch::Request> codeRequest(const ProviderDocument &provider, const VisitBrought &brought);

struct VisitTokens
{
    Secret idToken;
    std::optional<Secret> accessToken;
};

/// `visitRefused`, `clientRefused`, `idTokenInvalid`, or unavailable.
Result<VisitTokens> readTokens(const Fetch::Answer &answer);

} // namespace latchkey::server
