#pragma once

#include "api/field.h"
#include "api/operation.h"
#include "api/providers.h"
#include "api/signingin.h"
#include "base/secret.h"

#include <optional>
#include <variant>

/// Who uses the present session shows once more who they are.
namespace latchkey::api {

/// Proves again, with the password, who is using the present session. Its token is replaced; with
/// the one before nothing but this can be done.
struct ProveWithPassword
{
    Secret password;

    using Reply = SignedIn;
    static constexpr Traits traits{.name = "proveWithPassword",
                                   .summary =
                                       "Prove the present session again; its token is replaced",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .proves = true};
    static constexpr auto fields()
    {
        return allFields(field("password", &ProveWithPassword::password, passwordLimits));
    }
};

/// Proves again, with a second factor, who is using the present session. Its token is replaced.
struct ProveWithCode
{
    Factor factor = Factor::Totp;
    Secret code;

    using Reply = SignedIn;
    static constexpr Traits traits{.name = "proveWithCode",
                                   .summary = "Prove the present session by a second factor",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .proves = true};
    static constexpr auto fields()
    {
        return allFields(field("factor", &ProveWithCode::factor),
                         field("code", &ProveWithCode::code, Limits{1, 64, "The code"}));
    }
};

/// A browser goes to a provider that signs in to this account, where whoever comes signs in anew,
/// whether or not they are signed in there. Who lost the answer to a proof may do this, too.
/// NotFound `identityUnlinked`.
struct VisitToProve
{
    ProviderId provider;
    QString returnTo;
    std::optional<QString> login; ///< whom the provider may ask about first

    using Reply = ProviderVisit;
    static constexpr Traits traits{.name = "visitToProve",
                                   .summary = "Begin a visit to a provider that proves the session",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .proves = true};
    static constexpr auto fields()
    {
        return allFields(field("provider", &VisitToProve::provider),
                         field("returnTo", &VisitToProve::returnTo, returnToLimits),
                         field("login", &VisitToProve::login, loginLimits));
    }
};

/// Proves again, by a visit that the present session began, who is using it. Its token is replaced.
/// Forbidden `identityNotYours`, `signInNotAnew`, `signInUndated`.
struct ProveByProvider
{
    VisitId id;
    QString state;
    Secret code;

    using Reply = SignedIn;
    static constexpr Traits traits{.name = "proveByProvider",
                                   .summary = "Prove the present session by a visit to a provider",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .proves = true};
    static constexpr auto fields()
    {
        return allFields(field("id", &ProveByProvider::id),
                         field("state", &ProveByProvider::state, visitStateLimits),
                         field("code", &ProveByProvider::code, visitCodeLimits));
    }
};

/// What somebody gives to prove the present session: one of the operations that prove.
using GivenProof = std::variant<ProveWithPassword, ProveWithCode, ProveByProvider>;

constexpr Level levelOf(const ProveWithCode &)
{
    return Level::SecondFactor;
}

constexpr Level levelOf(const ProveWithPassword &)
{
    return Level::Password;
}

/// As much as a sign-in by it.
constexpr Level levelOf(const ProveByProvider &)
{
    return Level::Password;
}

} // namespace latchkey::api
