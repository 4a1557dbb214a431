#pragma once

#include "api/verification.h"

#include <optional>

/// What Temporal's mails lead a browser to: a token that says whose address is shown to be theirs.
namespace latchkey::wire::temporal {

inline constexpr auto verificationRoute = "/v2/account/email/verify/{user}/{token}";

/// Below the address that a server is reached at.
Secret verificationPath(const api::VerificationLink &link, const api::TokenSigner &signer,
                        Timestamp now);

/// Nothing where it is no such token. Who signed it is for whoever has the key.
std::optional<api::VerificationLink> linkIn(const QString &token);

} // namespace latchkey::wire::temporal
