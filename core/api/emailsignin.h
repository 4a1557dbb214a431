#pragma once

#include "api/codes.h"
#include "api/signingin.h"

namespace latchkey::api {

/// The same for every address, whether or not it has an account.
struct PendingSignIn
{
    SignInId id;
    CodeSent sent;

    static constexpr auto fields()
    {
        return allFields(field("id", &PendingSignIn::id), field("sent", &PendingSignIn::sent));
    }

    bool operator==(const PendingSignIn &) const = default;
};

/// Whoever reads the account's mail can set another password, so they may as well sign in.
struct SignInByEmail
{
    QString email;

    using Reply = PendingSignIn;
    static constexpr Traits traits{.name = "signInByEmail",
                                   .summary = "Send a code that signs in without a password",
                                   .scope = Scope::Public,
                                   .repeat = Repeat::Never};
    static constexpr auto fields()
    {
        return allFields(field("email", &SignInByEmail::email, emailLimits));
    }
};

/// What else the account asks for is asked for then, but no second code from the same mailbox.
struct FinishSignInByEmail
{
    SignInId id;
    Secret code;
    Device device;
    std::optional<Secret> deviceTrust; ///< as for a sign-in with a password

    // Not fields: what the way that it came by has words for.
    bool takesChallenge = true;          ///< else whoever has a second factor is refused
    std::optional<Timestamp> until = {}; ///< it ends then at the latest

    using Reply = SignInProgress;
    static constexpr Traits traits{.name = "finishSignInByEmail",
                                   .summary = "Sign in by the code that the address got",
                                   .scope = Scope::Public,
                                   .repeat = Repeat::Never};
    static constexpr auto fields()
    {
        return allFields(
            field("id", &FinishSignInByEmail::id),
            field("code", &FinishSignInByEmail::code, sentCodeLimits),
            field("device", &FinishSignInByEmail::device),
            field("deviceTrust", &FinishSignInByEmail::deviceTrust, deviceTrustLimits));
    }
};

} // namespace latchkey::api
