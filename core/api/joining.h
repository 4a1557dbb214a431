#pragma once

#include "api/codes.h"
#include "api/providercard.h"
#include "api/signingin.h"
#include "api/verification.h"

namespace latchkey::api {

/// The account waits for the code that its address got. The same for an address that has one
/// already: its owner gets a mail that says so, and no code will do.
struct PendingSignUp
{
    SignUpId id;
    CodeSent sent;

    static constexpr auto fields()
    {
        return allFields(field("id", &PendingSignUp::id), field("sent", &PendingSignUp::sent));
    }

    bool operator==(const PendingSignUp &) const = default;
};

/// Either a session, or what is waited for where the server sends mails; never both.
struct SignUpProgress
{
    std::optional<SignedIn> signedIn;
    std::optional<PendingSignUp> pending;
    /// Not a field: the account, where it is made and no session begins.
    std::optional<User> joined = {};

    static constexpr auto fields()
    {
        return allFields(field("signedIn", &SignUpProgress::signedIn),
                         field("pending", &SignUpProgress::pending));
    }
};

struct SignUp
{
    QString name;
    std::optional<QString> userName;
    QString email;
    Secret password;
    Language language = Language::English;
    Device device;
    std::optional<Secret> setupCode; ///< where the server says that it asks for one

    // Not fields: what the way that it came by has words for.
    bool answersAtOnce = false; ///< it knows no waiting for a code, and tells what is taken
    bool beginsSession = true;  ///< else they sign in afterwards
    bool takesCode = true;      ///< the code of its mail can be given back there
    VerificationPath verificationPath = nullptr; ///< else its mail has a code to be typed

    using Reply = SignUpProgress;
    static constexpr Traits traits{.name = "signUp",
                                   .summary = "Make an account and begin its first session",
                                   .scope = Scope::Public,
                                   .repeat = Repeat::Never};
    static constexpr auto fields()
    {
        return allFields(field("name", &SignUp::name, nameLimits),
                         field("userName", &SignUp::userName, userNameLimits),
                         field("email", &SignUp::email, emailLimits),
                         field("password", &SignUp::password, passwordLimits),
                         field("language", &SignUp::language), field("device", &SignUp::device),
                         field("setupCode", &SignUp::setupCode, Limits{1, 64, "Set-up code"}));
    }
};

/// Without a password: they sign in by codes that are mailed, and may set one by a reset.
struct SignUpByEmail
{
    QString name;
    QString email;
    Language language = Language::English;
    Device device;
    std::optional<Secret> setupCode = {}; ///< where the server says that it asks for one

    /// Not a field: it knows no waiting for a code, and tells what is taken. The account is there
    /// at once and not verified, so nobody gets in but who reads its mail.
    bool answersAtOnce = false;

    using Reply = SignUpProgress;
    static constexpr Traits traits{.name = "signUpByEmail",
                                   .summary = "Have a code sent that makes an account without a "
                                              "password",
                                   .scope = Scope::Public,
                                   .repeat = Repeat::Never};
    static constexpr auto fields()
    {
        return allFields(
            field("name", &SignUpByEmail::name, nameLimits),
            field("email", &SignUpByEmail::email, emailLimits),
            field("language", &SignUpByEmail::language), field("device", &SignUpByEmail::device),
            field("setupCode", &SignUpByEmail::setupCode, Limits{1, 64, "Set-up code"}));
    }
};

struct SendSignUpCode
{
    SignUpId id;

    using Reply = CodeSent;
    static constexpr Traits traits{.name = "sendSignUpCode",
                                   .summary = "Send the code that finishes a sign-up once more",
                                   .scope = Scope::Public,
                                   .repeat = Repeat::Never};
    static constexpr auto fields() { return allFields(field("id", &SendSignUpCode::id)); }
};

struct FinishSignUp
{
    SignUpId id;
    Secret code;

    using Reply = SignedIn;
    static constexpr Traits traits{.name = "finishSignUp",
                                   .summary = "Make the account whose address got the code",
                                   .scope = Scope::Public,
                                   .repeat = Repeat::Never};
    static constexpr auto fields()
    {
        return allFields(field("id", &FinishSignUp::id),
                         field("code", &FinishSignUp::code, sentCodeLimits));
    }
};

enum class SignInWay : std::uint8_t { Password, EmailCode, Provider, Unknown };

constexpr auto namesOf(SignInWay)
{
    return std::array{Name{SignInWay::Password, "password"},
                      Name{SignInWay::EmailCode, "emailCode"},
                      Name{SignInWay::Provider, "provider"}};
}

struct SignInWays
{
    QList<SignInWay> ways;                     ///< the one that is meant for them first
    std::optional<ProviderCard> provider = {}; ///< whom addresses of that domain are led to

    /// Not a field: the page of this server that leads a browser there, where it has an address.
    QString page = {};

    static constexpr auto fields()
    {
        return allFields(field("ways", &SignInWays::ways),
                         field("provider", &SignInWays::provider));
    }

    bool operator==(const SignInWays &) const = default;
};

/// Which way somebody signs in. The answer is the same whether or not there is such an account.
struct IdentifyUser
{
    QString login; ///< an e-mail address or a user name

    using Reply = SignInWays;
    static constexpr Traits traits{.name = "identifyUser",
                                   .summary =
                                       "Which ways an e-mail address or a user name can sign in",
                                   .scope = Scope::Public,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields()
    {
        return allFields(field("login", &IdentifyUser::login, loginLimits));
    }
};

} // namespace latchkey::api
