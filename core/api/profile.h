#pragma once

#include "api/operation.h"
#include "api/signingin.h"
#include "api/user.h"

#include <QStringList>

namespace latchkey::api {

struct Me
{
    /// Not a field: the names of what its way tells, too, of what programs keep with the account.
    QStringList preferences = {};

    using Reply = User;
    static constexpr Traits traits{.name = "me",
                                   .summary = "The account of the session that asks",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(); }
};

/// Changes what is given and leaves the rest. Refused when somebody else changed it meanwhile.
struct UpdateProfile
{
    qint64 basedOn = 0; ///< the version that was seen
    std::optional<QString> name;
    std::optional<QString> userName;
    std::optional<Language> language;

    using Reply = User;
    static constexpr Traits traits{.name = "updateProfile",
                                   .summary = "Change what is given, leave the rest",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::WithKey};
    static constexpr auto fields()
    {
        return allFields(field("basedOn", &UpdateProfile::basedOn),
                         field("name", &UpdateProfile::name, nameLimits),
                         field("userName", &UpdateProfile::userName, userNameLimits),
                         field("language", &UpdateProfile::language));
    }
};

/// Changes what is given, all of it or nothing, and leaves the rest; what is so already is no
/// change and needs no proof. A new e-mail address gets a code and is the account's once that came
/// back.
struct EditAccount
{
    std::optional<QString> userName;
    std::optional<QString> name;
    std::optional<QString> email;
    std::optional<Secret> password; ///< a new one ends the other sessions

    /// Not a field: the code of a new address can be given back in the way that it came by.
    bool takesCode = true;
    /// Not a field: what its way has programs keep with the account; without a value no longer.
    QList<Preference> preferences = {};

    using Reply = User;
    static constexpr Traits traits{.name = "editAccount",
                                   .summary = "Change names, e-mail address and password at once",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .personal = true};
    static constexpr auto fields()
    {
        return allFields(field("userName", &EditAccount::userName, userNameLimits),
                         field("name", &EditAccount::name, nameLimits),
                         field("email", &EditAccount::email, emailLimits),
                         field("password", &EditAccount::password, passwordLimits));
    }
};

struct ShowUser
{
    UserId id;

    using Reply = UserCard;
    static constexpr Traits traits{.name = "showUser",
                                   .summary = "What others may see of an account",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(field("id", &ShowUser::id)); }
};

/// The present password is the proof, so no other is asked for. The session's token is replaced.
struct ChangePassword
{
    Secret current;
    Secret next;
    bool keepOthers = false; ///< leave the other sessions signed in

    /// Not a field: the way that it came by has no word for another token. None is told then.
    bool keepsToken = false;

    using Reply = SignedIn;
    static constexpr Traits traits{.name = "changePassword",
                                   .summary = "Set a new password; other sessions end unless kept",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .personal = true};
    static constexpr auto fields()
    {
        return allFields(field("current", &ChangePassword::current, passwordLimits),
                         field("next", &ChangePassword::next, passwordLimits),
                         field("keepOthers", &ChangePassword::keepOthers));
    }
};

constexpr Level levelOf(const ChangePassword &)
{
    return Level::Password;
}

} // namespace latchkey::api
