#pragma once

#include "base/clock.h"
#include "base/nothing.h"
#include "base/result.h"
#include "base/secret.h"

#include <QString>

#include <optional>
#include <stop_token>

namespace latchkey::server {

/// What this server is to an identity provider.
struct ProviderClient
{
    QString issuer;
    QString clientId;
    std::optional<Secret> clientSecret;
};

/// What a browser is sent to a provider with.
struct VisitAsked
{
    ProviderClient client;
    QString returnTo;
    QString state;
    QString nonce;
    Secret verifier; ///< its S256 challenge goes along
    std::optional<QString> login;
    bool isAnew = false; ///< whoever is signed in there already signs in once more
};

/// What a browser came back with, and what it was sent with.
struct VisitBrought
{
    ProviderClient client;
    QString returnTo;
    QString nonce;
    Secret verifier;
    Secret code;
    std::optional<Timestamp> signedInSince = {}; ///< else it does not matter when
};

/// An ID token that came by another way.
struct TokenGiven
{
    ProviderClient client;
    Secret idToken;
    std::optional<QString> nonce; ///< compared where it is given
    std::optional<Timestamp> signedInSince = {};
};

/// Whom a provider saw, as its verified token says.
struct SeenIdentity
{
    QString issuer;
    QString subject;
    std::optional<QString> email;
    bool isEmailVerified = false;
    std::optional<QString> name;
    Timestamp tokenExpiresAt{}; ///< from then on we refuse it, whatever it says itself

    bool operator==(const SeenIdentity &) const = default;
};

/// Talks to identity providers (OpenID Connect Core and Discovery 1.0). Each call takes as long as
/// they take, within bounds, and ends soon, Cancelled, once it is asked to stop. From any thread.
class RelyingParty
{
public:
    RelyingParty() = default;
    virtual ~RelyingParty() = default;
    RelyingParty(const RelyingParty &) = delete;
    RelyingParty &operator=(const RelyingParty &) = delete;

    /// Asks it who it is. Unavailable `providerUnreachable`; Rejected, about `issuer`,
    /// `issuerInvalid` (no https address), `notAProvider` (it says nothing that a provider says),
    /// `issuerMismatch` (it says that it is another).
    virtual Result<Nothing> meet(const QString &issuer, const std::stop_token &stop) = 0;
    /// Where the browser goes. Unavailable `providerUnreachable`, whatever is wrong.
    virtual Result<QString> visitAddress(const VisitAsked &asked, const std::stop_token &stop) = 0;
    /// Redeems the code and verifies the token. Unauthorized `visitRefused` where the provider
    /// takes the code for nothing, Unauthorized `idTokenInvalid` where what it gives is not to be
    /// believed, Forbidden `signInUndated` and `signInNotAnew` where they must have signed in there
    /// since and it doesn't say so, Unavailable `clientRefused` where it doesn't take this server
    /// for the client that it says to be, which an administrator has to put right; else as `meet`.
    virtual Result<SeenIdentity> redeem(const VisitBrought &brought,
                                        const std::stop_token &stop) = 0;
    /// Unauthorized `idTokenInvalid`, else as `meet`.
    virtual Result<SeenIdentity> verify(const TokenGiven &given, const std::stop_token &stop) = 0;
};

} // namespace latchkey::server
