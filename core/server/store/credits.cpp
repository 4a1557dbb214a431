#include "server/store/credits.h"

#include "server/store/token.h"
#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

/// What all accounts have is what the server owes, and has to fit in 64 bits with the next of them.
constexpr qint64 serversMost = 9'000'000'000'000'000'000;

const QString select =
    u"SELECT credit_movements.id, amount, credit_entries.balance, cause, actor_id, users.name, at "
    "FROM credit_entries JOIN credit_holders ON credit_holders.number = holder "
    "JOIN credit_movements ON credit_movements.number = movement "
    "LEFT JOIN users ON users.id = actor_id WHERE credit_holders.user_id = ? AND "_s;

api::CreditEntry read(const Statement &row)
{
    return {.id = api::CreditEntryId(row.text(0)),
            .amount = row.integer(1),
            .balance = row.integer(2),
            .cause = row.text(3),
            .by = api::UserId(row.text(4)),
            .byName = row.optionalText(5),
            .at = row.moment(6)};
}

} // namespace

Credits::Credits(storage::Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

Result<qint64> Credits::balanceOf(const api::UserId &user)
{
    Statement statement(m_database, u"SELECT balance FROM credit_holders WHERE user_id = ?"_s);
    statement.bind(user.text());
    return statement.next().map([&](bool found) { return found ? statement.integer(0) : 0; });
}

/// A cursor is the id of the last entry that was shown.
Result<qint64> Credits::placeOf(const api::UserId &user, const std::optional<QString> &after)
{
    if (!after)
        return std::numeric_limits<qint64>::max();
    Statement statement(
        m_database,
        u"SELECT movement FROM credit_entries JOIN credit_holders ON credit_holders.number = "
        "holder JOIN credit_movements ON credit_movements.number = movement "
        "WHERE credit_movements.id = ? AND user_id = ?"_s);
    statement.bind(*after, user.text());
    return statement.next().and_then([&](bool found) -> Result<qint64> {
        if (!found)
            return failure(Error::rejected(u"cursorInvalid"_s, u"after"_s));
        return statement.integer(0);
    });
}

Result<api::CreditPage> Credits::entriesOf(const api::UserId &user,
                                           const std::optional<QString> &after, qint64 limit)
{
    const auto before = placeOf(user, after);
    if (!before)
        return failure(before.error());
    Statement statement(m_database, select + u"movement < ? ORDER BY movement DESC LIMIT ?"_s);
    // One more than is shown tells whether there is another page.
    statement.bind(user.text(), *before, limit + 1);
    api::CreditPage page;
    for (;;) {
        const auto more = statement.next();
        if (!more)
            return failure(more.error());
        if (!*more)
            return page;
        if (page.entries.size() == limit) {
            page.next = page.entries.last().id.text();
            return page;
        }
        page.entries << read(statement);
    }
}

/// To the balance, which decides whether it can be.
Result<Nothing> Credits::add(const Movement &movement)
{
    Statement open(m_database, u"INSERT INTO credit_holders (user_id) VALUES (?) "
                               "ON CONFLICT (user_id) DO NOTHING"_s);
    open.bind(movement.user.text());
    if (auto opened = open.execute(); !opened)
        return failure(std::move(opened).error());
    Statement update(m_database, u"UPDATE credit_holders SET balance = balance + ? "
                                 "WHERE user_id = ? AND balance + ? BETWEEN 0 AND ?"_s);
    update.bind(movement.amount, movement.user.text(), movement.amount, api::creditsAtMost);
    return update.execute().and_then([&](qint64 changed) -> Result<Nothing> {
        if (changed == 1)
            return Nothing();
        return failure(Error::of(Error::Kind::Conflict,
                                 movement.amount < 0 ? u"creditsTooFew"_s : u"creditsTooMany"_s));
    });
}

Result<qint64> Credits::note(const Movement &movement, const api::CreditEntryId &id)
{
    Statement insert(m_database, u"INSERT INTO credit_movements (id, cause, actor_id, at) "
                                 "VALUES (?, ?, ?, ?) RETURNING number"_s);
    insert.bind(id.text(), movement.cause, movement.actor.text(), m_clock.now());
    return insert.next().map([&](bool) { return insert.integer(0); });
}

Result<api::CreditEntry> Credits::move(const Movement &movement)
{
    if (movement.amount == 0)
        return failure(Error::rejected(u"amountZero"_s, u"amount"_s));
    if (auto added = add(movement); !added)
        return failure(std::move(added).error());
    Statement take(m_database,
                   u"UPDATE credit_holders SET balance = balance - ? WHERE user_id IS NULL "
                   "AND balance BETWEEN ? AND ?"_s);
    take.bind(movement.amount, -serversMost, serversMost);
    if (const auto taken = take.execute(); !taken || *taken == 0)
        return failure(taken ? Error::of(Error::Kind::Conflict, u"creditsTooMany"_s)
                             : taken.error());
    const api::CreditEntryId id(newId("crd"));
    const auto number = note(movement, id);
    if (!number)
        return failure(number.error());
    Statement enter(m_database,
                    u"INSERT INTO credit_entries (holder, movement, amount, balance) "
                    "SELECT number, ?, IIF(user_id IS NULL, -?, ?), balance FROM credit_holders "
                    "WHERE user_id IS NULL OR user_id = ?"_s);
    enter.bind(*number, movement.amount, movement.amount, movement.user.text());
    if (auto entered = enter.execute(); !entered)
        return failure(std::move(entered).error());
    Statement statement(m_database, select + u"movement = ?"_s);
    statement.bind(movement.user.text(), *number);
    return statement.next().map([&](bool) { return read(statement); });
}

} // namespace latchkey::server
