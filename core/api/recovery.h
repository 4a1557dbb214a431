#pragma once

#include "api/codes.h"
#include "api/user.h"
#include "base/nothing.h"

#include <chrono>
#include <optional>

namespace latchkey::api {

/// The same for every address, whether or not it has an account.
struct ResetRequested
{
    ResetId id;
    Timestamp resendAt{}; ///< none other is sent before
    Timestamp expiresAt{};

    static constexpr auto fields()
    {
        return allFields(field("id", &ResetRequested::id),
                         field("resendAt", &ResetRequested::resendAt),
                         field("expiresAt", &ResetRequested::expiresAt));
    }

    bool operator==(const ResetRequested &) const = default;
};

struct RequestPasswordReset
{
    QString email;

    // Not fields: what the way that it came by has words for.
    std::optional<QString> login = {}; ///< in place of the address, where accounts are named so
    bool tellsUnknown = false;         ///< that there is no such account, or no way to reach it
    bool needsVerified = false;        ///< an address that nobody verified is no way, either
    bool tellsRequest = true;          ///< its id; else the code has to do without
    QString boundTo = {};              ///< said again with the code, or it is a wrong one
    std::optional<std::chrono::minutes> lifetime = {}; ///< of the code, where that is the way's

    using Reply = ResetRequested;
    static constexpr Traits traits{.name = "requestPasswordReset",
                                   .summary = "Send a code with which the password can be reset",
                                   .scope = Scope::Public,
                                   .repeat = Repeat::Never};
    static constexpr auto fields()
    {
        return allFields(field("email", &RequestPasswordReset::email, emailLimits));
    }
};

/// All sessions end, and nobody is signed in: what else the account asks for is asked for then.
struct ResetPassword
{
    std::optional<ResetId> id; ///< of the request; a long code needs none
    Secret code;
    Secret password;

    QString boundTo = {}; ///< no field: as for the request

    using Reply = Nothing;
    static constexpr Traits traits{.name = "resetPassword",
                                   .summary = "Set a new password by a code",
                                   .scope = Scope::Public,
                                   .repeat = Repeat::Never};
    static constexpr auto fields()
    {
        return allFields(field("id", &ResetPassword::id),
                         field("code", &ResetPassword::code, Limits{1, 64, "The code"}),
                         field("password", &ResetPassword::password, passwordLimits));
    }
};

/// The answer is the same for every address.
struct RemindUserName
{
    QString email;

    bool tellsUnknown = false;  ///< as for a reset
    bool needsVerified = false; ///< as for a reset

    using Reply = Nothing;
    static constexpr Traits traits{.name = "remindUserName",
                                   .summary = "Send the name with which this address signs in",
                                   .scope = Scope::Public,
                                   .repeat = Repeat::Never};
    static constexpr auto fields()
    {
        return allFields(field("email", &RemindUserName::email, emailLimits));
    }
};

} // namespace latchkey::api
