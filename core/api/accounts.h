#pragma once

#include "api/operation.h"
#include "api/user.h"
#include "base/nothing.h"

#include <QList>

/// The accounts of a server as a whole, and how they go.
namespace latchkey::api {

struct AccountPage
{
    QList<User> users;
    std::optional<QString> next; ///< cursor of what follows; nothing at the end

    static constexpr auto fields()
    {
        return allFields(field("users", &AccountPage::users), field("next", &AccountPage::next));
    }

    bool operator==(const AccountPage &) const = default;
};

/// Every account, in the order in which they came.
struct ListAccounts
{
    std::optional<QString> after; ///< a cursor from the page before
    qint64 limit = 100;

    using Reply = AccountPage;
    static constexpr Traits traits{.name = "listAccounts",
                                   .summary = "The accounts of this server, page by page",
                                   .scope = Scope::Admin,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields()
    {
        return allFields(field("after", &ListAccounts::after, Limits{1, 200, "Cursor"}),
                         field("limit", &ListAccounts::limit, Limits{1, 200, "Rows at most"}));
    }
};

/// With all that is the account's: its address and its name are free from here. Forbidden
/// `adminStays` for an administrator's.
struct RemoveAccount
{
    UserId id;

    /// Not a field: the way that it came by knows accounts by their numbers.
    std::optional<qint64> number = {};

    using Reply = Nothing;
    static constexpr Traits traits{.name = "removeAccount",
                                   .summary = "Delete somebody's account; they get a mail",
                                   .scope = Scope::Admin,
                                   .repeat = Repeat::Safe,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields() { return allFields(field("id", &RemoveAccount::id)); }
};

/// One's own, likewise.
struct DeleteAccount
{
    using Reply = Nothing;
    static constexpr Traits traits{.name = "deleteAccount",
                                   .summary = "Delete the account of the session that asks",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields() { return allFields(); }
};

} // namespace latchkey::api
