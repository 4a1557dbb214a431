#pragma once

#include "api/signingin.h"

namespace latchkey::api {

inline constexpr std::chrono::milliseconds onBehalfFor = std::chrono::minutes(30);
inline constexpr Limits reasonLimits{10, 500, "Why; the person reads it"};

/// Forbidden `isAdmin`. The person gets a mail with the reason in it, and sees the session among
/// their own; nothing can be done in it that its owner would have to prove, and nothing personal.
struct SignInOnBehalf
{
    QString login; ///< an e-mail address or a user name
    QString reason;

    /// Not a field: what the way that it came by has words for.
    std::optional<Timestamp> until = {}; ///< it ends then at the latest

    using Reply = SignedIn;
    static constexpr Traits traits{.name = "signInOnBehalf",
                                   .summary =
                                       "Begin a session on behalf of somebody, for 30 minutes",
                                   .scope = Scope::Admin,
                                   .repeat = Repeat::Never,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields()
    {
        return allFields(field("login", &SignInOnBehalf::login, loginLimits),
                         field("reason", &SignInOnBehalf::reason, reasonLimits));
    }
};

} // namespace latchkey::api
