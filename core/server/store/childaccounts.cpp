#include "server/store/childaccounts.h"

#include "server/store/bothsides.h"
#include "server/store/names.h"
#include "server/store/userrow.h"
#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

constexpr int firstOfUser = 8;

const QString select = u"SELECT parent_id, external_accounts, funding_source, payout_settings, "
                       "main_account, financial_settings, made_at, changed_at, "_s +
                       userrow::columns() +
                       u" FROM child_accounts JOIN users ON users.id = child_id WHERE "_s;

api::ChildAccount read(const Statement &row)
{
    const auto inherited = [&row](int at) { return fromStoredName<api::Inherited>(row.text(at)); };
    return {.user = userrow::read(row, firstOfUser),
            .parent = api::UserId(row.text(0)),
            .inheritance = {inherited(1), inherited(2), inherited(3), inherited(4), inherited(5)},
            .madeAt = row.moment(6),
            .changedAt = row.moment(7)};
}

/// The last one of a page, by what the list is ordered by: whoever leaves meanwhile, the next page
/// begins right behind it.
struct Place
{
    Timestamp madeAt{};
    QString child;
};

/// Of nothing that the account itself doesn't tell.
QString cursorAt(const api::ChildAccount &last)
{
    return u"%1.%2"_s.arg(last.madeAt.time_since_epoch().count()).arg(last.user.id.text());
}

Result<Place> placeIn(const QString &cursor)
{
    const auto parts = cursor.split(u'.');
    bool isNumber = false;
    const qint64 madeAt = parts.first().toLongLong(&isNumber);
    if (parts.size() != 2 || !isNumber)
        return failure(Error::rejected(u"cursorInvalid"_s, u"after"_s));
    return Place{Timestamp(std::chrono::milliseconds(madeAt)), parts.last()};
}

Error unknown()
{
    return Error::of(Error::Kind::NotFound, u"childUnknown"_s);
}

} // namespace

ChildAccounts::ChildAccounts(storage::Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

Result<api::ChildAccounts> ChildAccounts::page(const api::UserId &parent,
                                               const std::optional<QString> &after, qint64 limit)
{
    const auto last = after ? placeIn(*after) : Result<Place>();
    if (!last)
        return failure(last.error());
    Statement statement(m_database, select + u"parent_id = ? AND (made_at, child_id) > (?, ?) "
                                             "ORDER BY made_at, child_id LIMIT ?"_s);
    // One more than is shown tells whether there is another page.
    statement.bind(parent.text(), last->madeAt, last->child, limit + 1);
    api::ChildAccounts page;
    for (;;) {
        const auto more = statement.next();
        if (!more)
            return failure(more.error());
        if (!*more)
            return page;
        if (page.accounts.size() == limit) {
            page.next = cursorAt(page.accounts.last());
            return page;
        }
        page.accounts << read(statement);
    }
}

Result<api::ChildAccount> ChildAccounts::find(const api::UserId &parent, const api::UserId &child)
{
    Statement statement(m_database, select + u"child_id = ? AND parent_id = ?"_s);
    statement.bind(child.text(), parent.text());
    return statement.next().and_then([&](bool found) -> Result<api::ChildAccount> {
        if (!found)
            return failure(unknown());
        return read(statement);
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
    Statement statement(m_database, u"SELECT "_s + userrow::columns() +
                                        u" FROM child_accounts JOIN users ON users.id = parent_id "
                                        "WHERE child_id = ?"_s);
    statement.bind(child.text());
    return statement.next().map([&](bool found) {
        return found ? std::optional(api::cardOf(userrow::read(statement))) : std::nullopt;
    });
}

Result<QList<api::UserId>> ChildAccounts::othersOf(const api::UserId &user)
{
    return bothsides::othersOf(m_database, u"child_accounts"_s, user,
                               {.giver = u"parent_id"_s, .receiver = u"child_id"_s});
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
        if (count.integer(0) < api::childAccountsAtMost)
            return Nothing();
        return failure(Error::of(Error::Kind::Conflict, u"tooManyChildren"_s));
    });
}

} // namespace latchkey::server
