#pragma once

#include "api/field.h"
#include "api/operation.h"
#include "api/session.h"
#include "api/user.h"
#include "base/nothing.h"
#include "base/secret.h"

#include <QList>

#include <array>
#include <cstdint>
#include <optional>

namespace latchkey::api {

inline constexpr Limits passwordLimits{1, 1024, "Password"};

/// A session that has just begun. The token is told this once.
struct SignedIn
{
    Secret token;
    User user;
    Session session;

    static constexpr auto fields()
    {
        return allFields(field("token", &SignedIn::token, Limits{1, 200, "Bearer token"}),
                         field("user", &SignedIn::user), field("session", &SignedIn::session));
    }
};

enum class Factor : std::uint8_t { Totp, RecoveryCode, EmailCode, SmsCode, Unknown };

constexpr auto namesOf(Factor)
{
    return std::array{Name{Factor::Totp, "totp"}, Name{Factor::RecoveryCode, "recoveryCode"},
                      Name{Factor::EmailCode, "emailCode"}, Name{Factor::SmsCode, "smsCode"}};
}

/// The password was right, and this account asks for one thing more.
struct Challenge
{
    ChallengeId id;
    QList<Factor> factors; ///< any one of these answers it
    Timestamp expiresAt{};

    static constexpr auto fields()
    {
        return allFields(field("id", &Challenge::id), field("factors", &Challenge::factors),
                         field("expiresAt", &Challenge::expiresAt));
    }

    bool operator==(const Challenge &) const = default;
};

inline constexpr Limits deviceTrustLimits{1, 200, "What a trusted device was given"};

/// Either a session or a challenge, never both.
struct SignInProgress
{
    std::optional<SignedIn> signedIn;
    std::optional<Challenge> challenge;
    /// The next sign-ins give it instead of a second factor, where the answer asked for it.
    std::optional<Secret> deviceTrust;

    static constexpr auto fields()
    {
        return allFields(field("signedIn", &SignInProgress::signedIn),
                         field("challenge", &SignInProgress::challenge),
                         field("deviceTrust", &SignInProgress::deviceTrust, deviceTrustLimits));
    }
};

struct SignIn
{
    QString login; ///< an e-mail address or a user name
    Secret password;
    Device device;
    std::optional<Secret>
        deviceTrust; ///< from an earlier answer; one that is worth nothing is ignored

    // Not fields: what the way that it came by has words for.
    bool takesChallenge = true;          ///< else whoever has a second factor is refused
    bool tellsUnknown = false;           ///< that there is no such account
    std::optional<Timestamp> until = {}; ///< the session ends then at the latest

    using Reply = SignInProgress;
    static constexpr Traits traits{.name = "signIn",
                                   .summary = "Begin a session with a password",
                                   .scope = Scope::Public,
                                   .repeat = Repeat::Never};
    static constexpr auto fields()
    {
        return allFields(field("login", &SignIn::login, loginLimits),
                         field("password", &SignIn::password, passwordLimits),
                         field("device", &SignIn::device),
                         field("deviceTrust", &SignIn::deviceTrust, deviceTrustLimits));
    }
};

struct AnswerChallenge
{
    ChallengeId id;
    Factor factor = Factor::Totp;
    Secret code;
    bool trustDevice = false; ///< don't ask this device again for 30 days

    using Reply = SignInProgress;
    static constexpr Traits traits{.name = "answerChallenge",
                                   .summary = "Answer what a sign-in still asks for",
                                   .scope = Scope::Public,
                                   .repeat = Repeat::Never};
    static constexpr auto fields()
    {
        return allFields(field("id", &AnswerChallenge::id),
                         field("factor", &AnswerChallenge::factor),
                         field("code", &AnswerChallenge::code, Limits{1, 64, "The code"}),
                         field("trustDevice", &AnswerChallenge::trustDevice));
    }
};

/// What the session that asks is asked for by from now on.
struct RenewedSession
{
    Secret token;
    Timestamp expiresAt{};

    static constexpr auto fields()
    {
        return allFields(field("token", &RenewedSession::token, Limits{1, 200, "Bearer token"}),
                         field("expiresAt", &RenewedSession::expiresAt));
    }
};

/// It lives longer, as far as it may. The token before it does the same for a minute more, for what
/// is on its way, and for whoever never got the answer.
struct RenewSession
{
    using Reply = RenewedSession;
    static constexpr Traits traits{.name = "renewSession",
                                   .summary =
                                       "Replace the present session's token before it expires",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .personal = true};
    static constexpr auto fields() { return allFields(); }
};

struct CurrentSession
{
    using Reply = Session;
    static constexpr Traits traits{.name = "currentSession",
                                   .summary = "The session that asks",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(); }
};

struct SignOut
{
    using Reply = Nothing;
    static constexpr Traits traits{.name = "signOut",
                                   .summary = "End the session that asks",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(); }
};

} // namespace latchkey::api
