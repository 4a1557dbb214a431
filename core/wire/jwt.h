#pragma once

#include "api/sessionterms.h"
#include "base/jsonnode.h"

/// Tokens of a session as JSON Web Tokens (RFC 7519), under HS256 and nothing else, whatever their
/// header says. A good signature lets nobody in: the session is looked for all the same.
namespace latchkey::wire {

/// What an object of claims says, signed.
Secret signedToken(const api::TokenFacts &facts, const QByteArray &claims);

/// What a token says, whoever signed it. Unauthorized `tokenMalformed`.
Result<JsonNode> claimsIn(QByteArrayView token);

/// Unauthorized `tokenMalformed` for what is none, `tokenForged` for what this server never signed,
/// or too long ago.
Result<Nothing> checkSigned(QByteArrayView token, const api::TokenSigner &signer, Timestamp now);

} // namespace latchkey::wire
