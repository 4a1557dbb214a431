#include "server/store/childaccounts.h"

#include "server/store/names.h"
#include "server/store/users.h"
#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

const QString select = u"SELECT child_id, parent_id, external_accounts, funding_source, "
                       "payout_settings, main_account, financial_settings, made_at, changed_at "
                       "FROM child_accounts WHERE "_s;

/// Without what its account says.
api::ChildAccount read(const Statement &row)
{
    const auto inherited = [&row](int at) { return fromStoredName<api::Inherited>(row.text(at)); };
    api::ChildAccount child;
    child.user.id = api::UserId(row.text(0));
    child.parent = api::UserId(row.text(1));
    child.inheritance = {inherited(2), inherited(3), inherited(4), inherited(5), inherited(6)};
    child.madeAt = row.moment(7);
    child.changedAt = row.moment(8);
    return child;
}

Error unknown()
{
    return Error::of(Error::Kind::NotFound, u"childUnknown"_s);
}

} // namespace

ChildAccounts::ChildAccounts(storage::Database &database, const Clock &clock, Users &users)
    : m_database(database)
    , m_clock(clock)
    , m_users(users)
{}

Result<QList<api::ChildAccount>> ChildAccounts::of(const api::UserId &parent)
{
    Statement statement(m_database, select + u"parent_id = ? ORDER BY made_at, child_id"_s);
    statement.bind(parent.text());
    QList<api::ChildAccount> children;
    for (;;) {
        const auto more = statement.next();
        if (!more)
            return failure(more.error());
        if (!*more)
            return children;
        auto child = withUser(read(statement));
        if (!child)
            return failure(std::move(child).error());
        children << *std::move(child);
    }
}

Result<api::ChildAccount> ChildAccounts::find(const api::UserId &parent, const api::UserId &child)
{
    Statement statement(m_database, select + u"child_id = ? AND parent_id = ?"_s);
    statement.bind(child.text(), parent.text());
    return statement.next().and_then([&](bool found) {
        return found ? withUser(read(statement)) : Result<api::ChildAccount>(failure(unknown()));
    });
}

Result<api::ChildAccount> ChildAccounts::add(const api::UserId &parent, const api::UserId &child)
{
    if (auto room = mustHaveRoom(parent); !room)
        return failure(std::move(room).error());
    const Timestamp now = m_clock.now();
    const QString none = storedName(api::Inherited::None);
    Statement insert(m_database,
                     u"INSERT INTO child_accounts (child_id, parent_id, external_accounts, "
                     "funding_source, payout_settings, main_account, financial_settings, made_at, "
                     "changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    insert.bind(child.text(), parent.text(), none, none, none, none, none, now, now);
    return insert.execute().and_then([&](qint64) { return find(parent, child); });
}

Result<api::ChildAccount> ChildAccounts::setInheritance(const api::UserId &parent,
                                                        const api::UserId &child,
                                                        const api::Inheritance &inheritance)
{
    Statement update(m_database,
                     u"UPDATE child_accounts SET external_accounts = ?, funding_source = ?, "
                     "payout_settings = ?, main_account = ?, financial_settings = ?, "
                     "changed_at = ? WHERE child_id = ? AND parent_id = ?"_s);
    update.bind(storedName(inheritance.externalAccounts), storedName(inheritance.fundingSource),
                storedName(inheritance.payoutSettings), storedName(inheritance.mainAccount),
                storedName(inheritance.financialSettings), m_clock.now(), child.text(),
                parent.text());
    return update.execute().and_then([&](qint64) { return find(parent, child); });
}

Result<std::optional<api::UserCard>> ChildAccounts::parentOf(const api::UserId &child)
{
    using Parent = std::optional<api::UserCard>;
    Statement statement(m_database, u"SELECT parent_id FROM child_accounts WHERE child_id = ?"_s);
    statement.bind(child.text());
    return statement.next().and_then([&](bool found) -> Result<Parent> {
        if (!found)
            return Parent();
        return m_users.find(api::UserId(statement.text(0)))
            .map([](const std::optional<StoredUser> &parent) {
                return parent ? Parent(api::cardOf(parent->user)) : Parent();
            });
    });
}

Result<std::optional<api::UserId>> ChildAccounts::leave(const api::UserId &child)
{
    Statement remove(m_database,
                     u"DELETE FROM child_accounts WHERE child_id = ? RETURNING parent_id"_s);
    remove.bind(child.text());
    return remove.next().map([&](bool found) {
        return found ? std::optional(api::UserId(remove.text(0))) : std::nullopt;
    });
}

Result<Nothing> ChildAccounts::mustHaveRoom(const api::UserId &parent)
{
    Statement count(m_database, u"SELECT COUNT(*) FROM child_accounts WHERE parent_id = ?"_s);
    count.bind(parent.text());
    return count.next().and_then([&](bool) -> Result<Nothing> {
        if (count.integer(0) < childAccountsAtMost)
            return Nothing();
        return failure(Error::of(Error::Kind::Conflict, u"tooManyChildren"_s));
    });
}

Result<api::ChildAccount> ChildAccounts::withUser(api::ChildAccount child)
{
    return m_users.find(child.user.id)
        .and_then([&](const std::optional<StoredUser> &found) -> Result<api::ChildAccount> {
            if (!found)
                return failure(unknown());
            child.user = found->user;
            return child;
        });
}

} // namespace latchkey::server
