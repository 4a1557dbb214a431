#pragma once

#include "api/operation.h"
#include "api/user.h"

/// Whose account it is that somebody names.
namespace latchkey::api {

/// Whoever has one from its owner finds them by it.
struct FindByTag
{
    QString tag;

    using Reply = UserCard;
    static constexpr Traits traits{.name = "findByTag",
                                   .summary = "What others may see of the account with that tag "
                                              "or user name",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(field("tag", &FindByTag::tag, tagLimits)); }
};

/// Forbidden `roleTooLow` for whoever helps nobody: whether an address has an account is told to
/// nobody else.
struct FindByEmail
{
    QString email;

    /// Not a field: the pages of the way that it came by tell anybody who is signed in.
    bool tellsAnybody = false;

    using Reply = UserCard;
    static constexpr Traits traits{.name = "findByEmail",
                                   .summary = "What others may see of an e-mail address's account",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe,
                                   .personal = true};
    static constexpr auto fields()
    {
        return allFields(field("email", &FindByEmail::email, emailLimits));
    }
};

} // namespace latchkey::api
