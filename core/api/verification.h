#pragma once

#include "api/codes.h"
#include "api/user.h"
#include "base/nothing.h"

#include <optional>

namespace latchkey::api {

inline constexpr Limits typedPhoneLimits{1, 64, "Phone number, however it is written"};
inline constexpr Limits regionLimits{2, 2, "ISO 3166 country, for numbers without one"};

struct StartEmailVerification
{
    using Reply = CodeSent;
    static constexpr Traits traits{.name = "startEmailVerification",
                                   .summary = "Send a code to the account's e-mail address",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .personal = true};
    static constexpr auto fields() { return allFields(); }
};

struct FinishEmailVerification
{
    Secret code;

    /// Not a field: the way that it came by has one word for this and for a change. The code of a
    /// change that is under way counts, too.
    bool finishesChange = false;
    std::optional<Freshness> freshness() const
    {
        return finishesChange ? std::optional(Freshness{Level::SecondFactor}) : std::nullopt;
    }

    using Reply = User;
    static constexpr Traits traits{.name = "finishEmailVerification",
                                   .summary = "Show that the e-mail address is one's own",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .personal = true};
    static constexpr auto fields()
    {
        return allFields(field("code", &FinishEmailVerification::code, sentCodeLimits));
    }
};

/// What a mail may lead to in place of a code that is typed, by a browser.
struct VerificationLink
{
    QString login; ///< whose address it shows to be theirs
    Secret code;
    Timestamp until{};
    Secret token = {}; ///< that says all of this, as it came back
};

class TokenSigner;

/// The place of one, below the address that the server is reached at.
using VerificationPath = Secret (*)(const VerificationLink &, const TokenSigner &, Timestamp now);

/// The same, without a session: from a link in the mail. Whether there is such an account is not
/// told.
struct VerifyEmail
{
    QString login;
    Secret code;

    /// Not a field: what stands in the code's place on a way that has links.
    std::optional<VerificationLink> link = {};
    /// Not a field: a browser came to the link. Programs that read mails open links, too, so
    /// whoever it is has yet to say that they mean it.
    bool isOnlyOpened = false;

    using Reply = Nothing;
    static constexpr Traits traits{.name = "verifyEmail",
                                   .summary = "Show that an account's e-mail address is one's own",
                                   .scope = Scope::Public,
                                   .repeat = Repeat::Never};
    static constexpr auto fields()
    {
        return allFields(field("login", &VerifyEmail::login, loginLimits),
                         field("code", &VerifyEmail::code, sentCodeLimits));
    }
};

/// The address stays what it is until the code came back. Whether it has an account is not told.
struct StartEmailChange
{
    QString email;

    using Reply = CodeSent;
    static constexpr Traits traits{.name = "startEmailChange",
                                   .summary = "Send a code to a new e-mail address",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields()
    {
        return allFields(field("email", &StartEmailChange::email, emailLimits));
    }
};

/// The old address is told, and has 72 hours to take it back.
struct FinishEmailChange
{
    Secret code;

    using Reply = User;
    static constexpr Traits traits{.name = "finishEmailChange",
                                   .summary = "Change to the e-mail address that got the code",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields()
    {
        return allFields(field("code", &FinishEmailChange::code, sentCodeLimits));
    }
};

/// With the code that the old address got. All sessions end, and the password is worth nothing
/// until it was reset: whoever changed the address knew it.
struct TakeBackEmail
{
    Secret code;

    using Reply = Nothing;
    static constexpr Traits traits{.name = "takeBackEmail",
                                   .summary = "Take back a change of e-mail address",
                                   .scope = Scope::Public,
                                   .repeat = Repeat::Never};
    static constexpr auto fields()
    {
        return allFields(field("code", &TakeBackEmail::code, Limits{1, 64, "The code"}));
    }
};

struct StartPhoneVerification
{
    QString phone;
    std::optional<QString> region;

    using Reply = CodeSent; ///< `to` is the number as it was understood
    static constexpr Traits traits{.name = "startPhoneVerification",
                                   .summary = "Send a code to a phone",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields()
    {
        return allFields(field("phone", &StartPhoneVerification::phone, typedPhoneLimits),
                         field("region", &StartPhoneVerification::region, regionLimits));
    }
};

struct FinishPhoneVerification
{
    Secret code;

    using Reply = User;
    static constexpr Traits traits{.name = "finishPhoneVerification",
                                   .summary = "Take the phone that got the code into the account",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields()
    {
        return allFields(field("code", &FinishPhoneVerification::code, sentCodeLimits));
    }
};

/// Refused while texts to it are a second factor.
struct RemovePhone
{
    using Reply = User;
    static constexpr Traits traits{.name = "removePhone",
                                   .summary = "Take the phone out of the account",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields() { return allFields(); }
};

} // namespace latchkey::api
