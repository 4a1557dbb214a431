#pragma once

#include "api/field.h"
#include "api/ids.h"
#include "api/operation.h"
#include "api/providercard.h"
#include "api/signingin.h"
#include "base/clock.h"
#include "base/nothing.h"
#include "base/result.h"
#include "base/secret.h"

#include <QList>

#include <optional>

/// Others who say who somebody is: OpenID providers. Whoever was seen by one is led back to a
/// program of their own, or to a page of the server.
namespace latchkey::api {

/// Where a browser goes, and what is known of it when it comes back. Whoever began the visit alone
/// knows its id, so what else sees the browser come back can do nothing with it.
struct ProviderVisit
{
    VisitId id;
    QString address; ///< of the provider's page, for a browser
    Timestamp expiresAt{};

    static constexpr auto fields()
    {
        return allFields(field("id", &ProviderVisit::id), field("address", &ProviderVisit::address),
                         field("expiresAt", &ProviderVisit::expiresAt));
    }

    bool operator==(const ProviderVisit &) const = default;
};

inline constexpr Limits returnToLimits{1, 200, "http://127.0.0.1:PORT/PATH, where a program waits"};
inline constexpr Limits visitStateLimits{1, 200, "As the browser brought it back"};
inline constexpr Limits visitCodeLimits{1, 4096, "As the browser brought it back"};

/// An address on this computer, of http, with its port. Rejected `returnToInvalid`.
Result<QString> normalReturnTo(const QString &said, const QString &field);

/// What a browser brings goes to the program that waits on this computer, and nowhere else.
struct VisitProvider
{
    ProviderId provider;
    QString returnTo;
    std::optional<QString> login; ///< whom the provider may ask about first

    /// Not a field: the browser comes back to the server's own page. Who asks learns no id then,
    /// else they could sign in as whomever they sent there.
    bool endsHere = false;

    using Reply = ProviderVisit;
    static constexpr Traits traits{.name = "visitProvider",
                                   .summary = "Begin a visit to an identity provider in a browser",
                                   .scope = Scope::Public,
                                   .repeat = Repeat::Never};
    static constexpr auto fields()
    {
        return allFields(field("provider", &VisitProvider::provider),
                         field("returnTo", &VisitProvider::returnTo, returnToLimits),
                         field("login", &VisitProvider::login, loginLimits));
    }
};

/// What comes back to the server's own page: the last part of its address, which is the provider's,
/// and the state.
QString stateAt(const QString &place, const QString &state);

/// What the page shows, to be typed into the program that sent the browser.
struct VisitReturned
{
    VisitId id;

    static constexpr auto fields() { return allFields(field("id", &VisitReturned::id)); }

    bool operator==(const VisitReturned &) const = default;
};

/// A browser comes back to the server's own page, once.
struct ReturnFromProvider
{
    QString state;
    std::optional<Secret> code;
    std::optional<QString> error; ///< in its place, where the provider let nobody in

    using Reply = VisitReturned;
    static constexpr Traits traits{.name = "returnFromProvider",
                                   .summary = "Take what a browser brings to the server's own page",
                                   .scope = Scope::Public,
                                   .repeat = Repeat::Never};
    static constexpr auto fields()
    {
        return allFields(field("state", &ReturnFromProvider::state, visitStateLimits),
                         field("code", &ReturnFromProvider::code, visitCodeLimits),
                         field("error", &ReturnFromProvider::error, Limits{1, 200}));
    }
};

/// Somebody whom the provider knows and who has no account gets one, where it may make them. An
/// account with the same address is not theirs by that alone: Conflict `identityUnlinked`, and for
/// as long as the visit lasts `LinkIdentity` joins the two, once they are signed in to it.
struct SignInByProvider
{
    VisitId id;
    std::optional<QString> state; ///< and the code: nothing where the visit has been there already
    std::optional<Secret> code;
    Device device;
    std::optional<Secret> deviceTrust; ///< as for a sign-in with a password
    std::optional<Language> language;  ///< of an account that is made

    // Not fields: what the way that it came by has words for.
    bool takesChallenge = true;          ///< else whoever has a second factor is refused
    std::optional<Timestamp> until = {}; ///< it ends then at the latest

    using Reply = SignInProgress;
    static constexpr Traits traits{.name = "signInByProvider",
                                   .summary = "Sign in as whom a visited provider saw",
                                   .scope = Scope::Public,
                                   .repeat = Repeat::Never};
    static constexpr auto fields()
    {
        return allFields(field("id", &SignInByProvider::id),
                         field("state", &SignInByProvider::state, visitStateLimits),
                         field("code", &SignInByProvider::code, visitCodeLimits),
                         field("device", &SignInByProvider::device),
                         field("deviceTrust", &SignInByProvider::deviceTrust, deviceTrustLimits),
                         field("language", &SignInByProvider::language));
    }
};

inline constexpr Limits idTokenLimits{1, 8192, "An OpenID ID token that Google signed"};

/// For programs that Google has told itself who somebody is. Each token signs in once.
struct SignInByGoogle
{
    Secret idToken;
    std::optional<QString> nonce; ///< that the program asked Google with
    Device device;
    std::optional<Secret> deviceTrust;
    std::optional<Language> language;

    // Not fields: what the way that it came by has words for.
    bool takesChallenge = true;
    std::optional<Timestamp> until = {};

    using Reply = SignInProgress;
    static constexpr Traits traits{.name = "signInByGoogle",
                                   .summary = "Sign in with an ID token of Google's",
                                   .scope = Scope::Public,
                                   .repeat = Repeat::Never};
    static constexpr auto fields()
    {
        return allFields(field("idToken", &SignInByGoogle::idToken, idTokenLimits),
                         field("nonce", &SignInByGoogle::nonce, Limits{1, 200}),
                         field("device", &SignInByGoogle::device),
                         field("deviceTrust", &SignInByGoogle::deviceTrust, deviceTrustLimits),
                         field("language", &SignInByGoogle::language));
    }
};

/// An account elsewhere that signs in to this one.
struct Identity
{
    IdentityId id;
    ProviderCard provider;
    QString name; ///< as the provider told it last: mostly an e-mail address
    Timestamp linkedAt{};
    std::optional<Timestamp> lastUsedAt;

    static constexpr auto fields()
    {
        return allFields(field("id", &Identity::id), field("provider", &Identity::provider),
                         field("name", &Identity::name), field("linkedAt", &Identity::linkedAt),
                         field("lastUsedAt", &Identity::lastUsedAt));
    }

    bool operator==(const Identity &) const = default;
};

struct Identities
{
    QList<Identity> identities;
    bool hasPassword = true; ///< else they alone prove who somebody is, where nothing more is asked

    static constexpr auto fields()
    {
        return allFields(field("identities", &Identities::identities),
                         field("hasPassword", &Identities::hasPassword));
    }

    bool operator==(const Identities &) const = default;
};

struct ListIdentities
{
    using Reply = Identities;
    static constexpr Traits traits{.name = "listIdentities",
                                   .summary = "Which accounts elsewhere sign in to this one",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe,
                                   .personal = true};
    static constexpr auto fields() { return allFields(); }
};

/// Whom a provider saw, as it calls them: mostly an e-mail address.
struct SeenAtProvider
{
    ProviderCard provider;
    QString name;

    static constexpr auto fields()
    {
        return allFields(field("provider", &SeenAtProvider::provider),
                         field("name", &SeenAtProvider::name));
    }

    bool operator==(const SeenAtProvider &) const = default;
};

/// Before `LinkIdentity`, which needs the visit's id alone after it: the browser may have been
/// signed in there as somebody else.
struct ShowVisit
{
    VisitId id;
    QString state;
    Secret code;

    using Reply = SeenAtProvider;
    static constexpr Traits traits{.name = "showVisit",
                                   .summary = "Whom a visited provider saw",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .personal = true};
    static constexpr auto fields()
    {
        return allFields(field("id", &ShowVisit::id),
                         field("state", &ShowVisit::state, visitStateLimits),
                         field("code", &ShowVisit::code, visitCodeLimits));
    }
};

/// Both are proven: the account by its session, the identity by the visit. Conflict
/// `identityElsewhere` where it is another account's.
struct LinkIdentity
{
    VisitId id;
    std::optional<QString> state; ///< and the code: nothing where the visit has been there already
    std::optional<Secret> code;

    using Reply = Identity;
    static constexpr Traits traits{.name = "linkIdentity",
                                   .summary =
                                       "Let whom a visited provider saw sign in to this account",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields()
    {
        return allFields(field("id", &LinkIdentity::id),
                         field("state", &LinkIdentity::state, visitStateLimits),
                         field("code", &LinkIdentity::code, visitCodeLimits));
    }
};

/// Conflict `lastWayIn` where nothing else would sign in to the account.
struct UnlinkIdentity
{
    IdentityId id;

    using Reply = Nothing;
    static constexpr Traits traits{.name = "unlinkIdentity",
                                   .summary = "Let an account elsewhere no longer sign in",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields() { return allFields(field("id", &UnlinkIdentity::id)); }
};

} // namespace latchkey::api
