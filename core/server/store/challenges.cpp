#include "server/store/challenges.h"

#include "server/store/customer.h"
#include "server/store/names.h"
#include "server/store/token.h"
#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

constexpr std::chrono::milliseconds openFor = std::chrono::minutes(5);
constexpr int triesAtMost = 5;

const QString columns = u"user_id, label, program, system, mark, shown"_s;
const QString whileOpen = u"id = ? AND customer = ? AND expires_at > ? AND tries_left > 0"_s;

} // namespace

Challenges::Challenges(storage::Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

Result<OpenedChallenge> Challenges::open(const SigningIn &who)
{
    const OpenedChallenge opened{api::ChallengeId(newId("chl")), m_clock.now() + openFor};
    Statement insert(m_database, u"INSERT INTO challenges (id, user_id, label, program, system, "
                                 "mark, shown, customer, expires_at, tries_left) "
                                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    insert.bind(opened.id.text(), who.user.text(), who.device.label, who.device.program,
                who.device.system, who.device.mark,
                who.shown ? std::optional(storedName(*who.shown)) : std::nullopt,
                customerOf(who.address), opened.expiresAt, triesAtMost);
    return insert.execute().map([&](qint64) { return opened; });
}

Result<SigningIn> Challenges::find(const api::ChallengeId &id, const QString &address)
{
    Statement select(m_database, u"SELECT "_s + columns + u" FROM challenges WHERE "_s + whileOpen);
    return read(select, id, address);
}

Result<SigningIn> Challenges::countTry(const api::ChallengeId &id, const QString &address)
{
    Statement update(m_database, u"UPDATE challenges SET tries_left = tries_left - 1 WHERE "_s +
                                     whileOpen + u" RETURNING "_s + columns);
    return read(update, id, address);
}

Result<SigningIn> Challenges::read(Statement &statement, const api::ChallengeId &id,
                                   const QString &address)
{
    statement.bind(id.text(), customerOf(address), m_clock.now());
    return statement.next().and_then([&](bool found) -> Result<SigningIn> {
        if (!found)
            return failure(Error::of(Error::Kind::NotFound, u"challengeUnknown"_s));
        SigningIn who{
            api::UserId(statement.text(0)),
            {statement.text(1), statement.text(2), statement.text(3), statement.optionalText(4)},
            address};
        if (const auto shown = statement.optionalText(5))
            who.shown = fromStoredName<api::Factor>(*shown);
        return who;
    });
}

Result<Nothing> Challenges::close(const api::ChallengeId &id)
{
    Statement remove(m_database, u"DELETE FROM challenges WHERE id = ?"_s);
    remove.bind(id.text());
    return remove.execute().map([](qint64) { return Nothing(); });
}

Result<Nothing> Challenges::closeAll(const api::UserId &user)
{
    Statement remove(m_database, u"DELETE FROM challenges WHERE user_id = ?"_s);
    remove.bind(user.text());
    return remove.execute().map([](qint64) { return Nothing(); });
}

Result<qint64> Challenges::forgetOld(int limit)
{
    Statement remove(m_database, u"DELETE FROM challenges WHERE id IN (SELECT id FROM challenges "
                                 "WHERE expires_at <= ? LIMIT ?)"_s);
    remove.bind(m_clock.now(), limit);
    return remove.execute();
}

} // namespace latchkey::server
