#pragma once

#include "api/onbehalf.h"
#include "api/operation.h"
#include "api/user.h"
#include "base/nothing.h"

#include <array>
#include <cstdint>

/// Accounts that an account makes for others. It is their parent: it sees them and may act in them,
/// within the limits of whoever acts on somebody's behalf, until they leave. Nobody becomes the
/// parent of an account that is there already.
namespace latchkey::api {

inline constexpr qint64 childAccountsAtMost = 1000; ///< of one parent

enum class Inherited : std::uint8_t { None, Parent };

constexpr auto namesOf(Inherited)
{
    return std::array{Name{Inherited::None, "none"}, Name{Inherited::Parent, "parent"}};
}

/// What a child takes from its parent, as programs that deal in it agreed; nothing here goes by it.
struct Inheritance
{
    Inherited externalAccounts = Inherited::None;
    Inherited fundingSource = Inherited::None;
    Inherited payoutSettings = Inherited::None;
    Inherited mainAccount = Inherited::None;
    Inherited financialSettings = Inherited::None;

    static constexpr auto fields()
    {
        return allFields(field("externalAccounts", &Inheritance::externalAccounts),
                         field("fundingSource", &Inheritance::fundingSource),
                         field("payoutSettings", &Inheritance::payoutSettings),
                         field("mainAccount", &Inheritance::mainAccount),
                         field("financialSettings", &Inheritance::financialSettings));
    }

    bool operator==(const Inheritance &) const = default;
};

struct ChildAccount
{
    User user;
    UserId parent;
    Inheritance inheritance;
    Timestamp madeAt{};
    Timestamp changedAt{}; ///< what it inherits

    static constexpr auto fields()
    {
        return allFields(field("user", &ChildAccount::user), field("parent", &ChildAccount::parent),
                         field("inheritance", &ChildAccount::inheritance),
                         field("madeAt", &ChildAccount::madeAt),
                         field("changedAt", &ChildAccount::changedAt));
    }

    bool operator==(const ChildAccount &) const = default;
};

struct ChildAccounts
{
    QList<ChildAccount> accounts;
    std::optional<QString> next; ///< cursor of what follows; nothing at the end

    static constexpr auto fields()
    {
        return allFields(field("accounts", &ChildAccounts::accounts),
                         field("next", &ChildAccounts::next));
    }

    bool operator==(const ChildAccounts &) const = default;
};

/// The first one first; all, unless fewer are asked for.
struct ListChildAccounts
{
    std::optional<QString> after; ///< a cursor from the page before
    qint64 limit = childAccountsAtMost;

    using Reply = ChildAccounts;
    static constexpr Traits traits{.name = "listChildAccounts",
                                   .summary = "The accounts that the account made for others",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe,
                                   .personal = true};
    static constexpr auto fields()
    {
        return allFields(field("after", &ListChildAccounts::after, Limits{1, 200, "Cursor"}),
                         field("limit", &ListChildAccounts::limit,
                               Limits{1, childAccountsAtMost, "Rows at most"}));
    }
};

/// NotFound `childUnknown`, also for another's.
struct ShowChildAccount
{
    UserId id;

    using Reply = ChildAccount;
    static constexpr Traits traits{.name = "showChildAccount",
                                   .summary = "One account that the account made for another",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe,
                                   .personal = true};
    static constexpr auto fields() { return allFields(field("id", &ShowChildAccount::id)); }
};

/// Without a password, as nobody chooses another's: whoever reads its mail gets in by a code, and
/// is told who made it.
struct MakeChildAccount
{
    QString name;
    QString email;
    Language language = Language::English;

    /// Not a field: the pages of the way that it came by tell whether an address is taken.
    bool tellsTaken = false;

    using Reply = ChildAccount;
    static constexpr Traits traits{.name = "makeChildAccount",
                                   .summary =
                                       "Make an account for somebody else, and be its parent",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .personal = true};
    static constexpr auto fields()
    {
        return allFields(field("name", &MakeChildAccount::name, nameLimits),
                         field("email", &MakeChildAccount::email, emailLimits),
                         field("language", &MakeChildAccount::language));
    }
};

struct SetInheritance
{
    UserId id;
    std::optional<Inheritance> inheritance; ///< as it is, where nothing is said

    /// Not a field: whoever the way that it came by calls the parent. Nobody but the one that asks.
    std::optional<UserId> parent = {};

    using Reply = ChildAccount;
    static constexpr Traits traits{.name = "setInheritance",
                                   .summary = "Say what a child account takes from its parent",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe,
                                   .personal = true};
    static constexpr auto fields()
    {
        return allFields(field("id", &SetInheritance::id),
                         field("inheritance", &SetInheritance::inheritance));
    }
};

/// Whose child an account is; nobody's, where nobody made it, or it has left them.
struct Organisation
{
    std::optional<UserCard> parent;

    static constexpr auto fields() { return allFields(field("parent", &Organisation::parent)); }

    bool operator==(const Organisation &) const = default;
};

struct ShowOrganisation
{
    using Reply = Organisation;
    static constexpr Traits traits{.name = "showOrganisation",
                                   .summary = "Who made the account, and is its parent",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe,
                                   .personal = true};
    static constexpr auto fields() { return allFields(); }
};

/// As `SignInOnBehalf`, and with the same limits, in an account of one's own making.
struct SignInAsParent
{
    UserId id;
    QString reason;

    using Reply = SignedIn;
    static constexpr Traits traits{.name = "signInAsParent",
                                   .summary = "Begin a session in a child account, for 30 minutes",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields()
    {
        return allFields(field("id", &SignInAsParent::id),
                         field("reason", &SignInAsParent::reason, reasonLimits));
    }
};

/// From here the parent neither sees the account nor acts in it, also where it does just now.
struct LeaveOrganisation
{
    using Reply = Nothing;
    static constexpr Traits traits{.name = "leaveOrganisation",
                                   .summary = "Have no parent any more",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe,
                                   .freshness = Freshness{}};
    static constexpr auto fields() { return allFields(); }
};

} // namespace latchkey::api
