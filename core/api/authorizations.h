#pragma once

#include "api/operation.h"
#include "api/session.h"
#include "api/user.h"
#include "base/nothing.h"

#include <array>
#include <cstdint>

namespace latchkey::api {

/// A part of an account that others can be let into.
enum class AccessScope : std::uint8_t { Profile, Sessions, Unknown };

constexpr auto namesOf(AccessScope)
{
    return std::array{Name{AccessScope::Profile, "profile"},
                      Name{AccessScope::Sessions, "sessions"}};
}

/// Whoever may write may read as well.
enum class AccessAction : std::uint8_t { Read, Write, Unknown };

constexpr auto namesOf(AccessAction)
{
    return std::array{Name{AccessAction::Read, "read"}, Name{AccessAction::Write, "write"}};
}

/// Where somebody signed in is for them alone to end.
constexpr bool canBeGiven(AccessScope scope, AccessAction action)
{
    return action == AccessAction::Read || scope == AccessScope::Profile;
}

/// An account that another one lets into a part of it.
struct Authorization
{
    AuthorizationId id;
    UserCard giver;    ///< whose it is
    UserCard receiver; ///< who is let in
    AccessScope scope = AccessScope::Profile;
    AccessAction action = AccessAction::Read;
    Timestamp createdAt{};
    Timestamp updatedAt{};

    static constexpr auto fields()
    {
        return allFields(
            field("id", &Authorization::id), field("giver", &Authorization::giver),
            field("receiver", &Authorization::receiver), field("scope", &Authorization::scope),
            field("action", &Authorization::action), field("createdAt", &Authorization::createdAt),
            field("updatedAt", &Authorization::updatedAt));
    }

    bool operator==(const Authorization &) const = default;
};

struct Authorizations
{
    QList<Authorization> authorizations;

    static constexpr auto fields()
    {
        return allFields(field("authorizations", &Authorizations::authorizations));
    }

    bool operator==(const Authorizations &) const = default;
};

/// What may be written stands among what may be read as well.
struct AccessScopes
{
    QList<AccessScope> read;
    QList<AccessScope> write;

    static constexpr auto fields()
    {
        return allFields(field("read", &AccessScopes::read), field("write", &AccessScopes::write));
    }

    bool operator==(const AccessScopes &) const = default;
};

/// An account that lets the asker in.
struct OpenAccount
{
    UserCard account;
    AccessScopes scopes;

    static constexpr auto fields()
    {
        return allFields(field("account", &OpenAccount::account),
                         field("scopes", &OpenAccount::scopes));
    }

    bool operator==(const OpenAccount &) const = default;
};

struct OpenAccounts
{
    QList<OpenAccount> accounts;

    static constexpr auto fields() { return allFields(field("accounts", &OpenAccounts::accounts)); }

    bool operator==(const OpenAccounts &) const = default;
};

struct ListAccessScopes
{
    using Reply = AccessScopes;
    static constexpr Traits traits{.name = "listAccessScopes",
                                   .summary = "The parts of an account that others can be let into",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(); }
};

/// Newest first; of those that others gave 200 at most.
struct ListAuthorizations
{
    using Reply = Authorizations;
    static constexpr Traits traits{.name = "listAuthorizations",
                                   .summary = "Whom the account lets in, and who lets it in",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(); }
};

struct ListOpenAccounts
{
    using Reply = OpenAccounts;
    static constexpr Traits traits{.name = "listOpenAccounts",
                                   .summary = "The accounts that let this one in, and into what",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(); }
};

/// Of somebody who isn't let in, or isn't there, nothing.
struct ShowAccessScopes
{
    UserId id;

    using Reply = AccessScopes;
    static constexpr Traits traits{.name = "showAccessScopes",
                                   .summary = "What the account lets somebody do in it",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(field("id", &ShowAccessScopes::id)); }
};

/// NotFound `authorizationUnknown`, also for one of two others.
struct ShowAuthorization
{
    AuthorizationId id;

    using Reply = Authorization;
    static constexpr Traits traits{.name = "showAuthorization",
                                   .summary = "One authorization that was given or received",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(field("id", &ShowAuthorization::id)); }
};

/// One for each scope from an account to another: Conflict `authorizationExists`. NotFound
/// `userUnknown`; Rejected `authorizationToSelf`, `actionNotGiven`. The giver gets a mail.
struct CreateAuthorization
{
    UserId receiver;
    AccessScope scope = AccessScope::Profile;
    AccessAction action = AccessAction::Read;

    using Reply = Authorization;
    static constexpr Traits traits{.name = "createAuthorization",
                                   .summary = "Let another account into a part of this one",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields()
    {
        return allFields(field("receiver", &CreateAuthorization::receiver),
                         field("scope", &CreateAuthorization::scope),
                         field("action", &CreateAuthorization::action));
    }
};

/// By who gave it alone. What is not given stays as it is.
struct UpdateAuthorization
{
    AuthorizationId id;
    std::optional<AccessScope> scope;
    std::optional<AccessAction> action;

    /// Not a field: a way that it comes by says whom it lets in, too. That stays.
    std::optional<UserId> receiver = {};

    using Reply = Authorization;
    static constexpr Traits traits{.name = "updateAuthorization",
                                   .summary = "Let them into another part, or do something else",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields()
    {
        return allFields(field("id", &UpdateAuthorization::id),
                         field("scope", &UpdateAuthorization::scope),
                         field("action", &UpdateAuthorization::action));
    }
};

/// By who gave it or who received it, at once and without a proof. Answers what it was.
struct RevokeAuthorization
{
    AuthorizationId id;

    using Reply = Authorization;
    static constexpr Traits traits{.name = "revokeAuthorization",
                                   .summary = "Take an authorization back, or give it back",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe,
                                   .byOwner = true};
    static constexpr auto fields() { return allFields(field("id", &RevokeAuthorization::id)); }
};

// What it lets somebody do. Each is Forbidden `notAuthorized` otherwise, also where there is no
// such account; one's own account needs none.

struct ShowAccount
{
    UserId id;

    using Reply = User;
    static constexpr Traits traits{.name = "showAccount",
                                   .summary = "An account as its owner sees it",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(field("id", &ShowAccount::id)); }
};

/// As `UpdateProfile`, but for the user name: its owner signs in by that.
struct UpdateAccount
{
    UserId id;
    qint64 basedOn = 0; ///< the version that was seen
    std::optional<QString> name;
    std::optional<Language> language;

    using Reply = User;
    static constexpr Traits traits{.name = "updateAccount",
                                   .summary = "Change what is given of an account's profile",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never};
    static constexpr auto fields()
    {
        return allFields(field("id", &UpdateAccount::id), field("basedOn", &UpdateAccount::basedOn),
                         field("name", &UpdateAccount::name, nameLimits),
                         field("language", &UpdateAccount::language));
    }
};

struct AccountSessions
{
    QList<Session> sessions; ///< that live

    static constexpr auto fields()
    {
        return allFields(field("sessions", &AccountSessions::sessions));
    }

    bool operator==(const AccountSessions &) const = default;
};

struct ListAccountSessions
{
    UserId id;

    using Reply = AccountSessions;
    static constexpr Traits traits{.name = "listAccountSessions",
                                   .summary = "Where an account is signed in",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(field("id", &ListAccountSessions::id)); }
};

} // namespace latchkey::api
