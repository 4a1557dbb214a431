#include "server/store/factors.h"

#include "server/store/names.h"
#include "server/store/token.h"
#include "server/store/wrongcode.h"
#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

constexpr std::chrono::milliseconds waitsFor = std::chrono::minutes(15);
constexpr int mostWaiting = 5;

const QString columns = u"id, kind, name, activated_at, last_used_at"_s;

Error unknown()
{
    return Error::of(Error::Kind::NotFound, u"factorUnknown"_s);
}

Error conflict(const QString &code)
{
    return Error::of(Error::Kind::Conflict, code);
}

api::EnrolledFactor read(const Statement &row)
{
    api::EnrolledFactor factor;
    factor.id = api::FactorId(row.text(0));
    factor.kind = fromStoredName<api::Factor>(row.text(1));
    factor.name = row.text(2);
    factor.addedAt = row.moment(3);
    if (!row.isNull(4))
        factor.lastUsedAt = row.moment(4);
    return factor;
}

} // namespace

Factors::Factors(storage::Database &database, const Clock &clock, const Vault *vault)
    : m_database(database)
    , m_clock(clock)
    , m_vault(vault)
{}

Result<QList<api::EnrolledFactor>> Factors::list(const api::UserId &user)
{
    QList<api::EnrolledFactor> factors;
    Statement statement(m_database, u"SELECT "_s + columns +
                                        u" FROM factors WHERE user_id = ? AND activated_at IS NOT "
                                        "NULL ORDER BY activated_at, rowid"_s);
    statement.bind(user.text());
    for (;;) {
        const auto more = statement.next();
        if (!more)
            return failure(more.error());
        if (!*more)
            return factors;
        factors << read(statement);
    }
}

Result<qint64> Factors::countActive(const api::UserId &user)
{
    Statement count(m_database, u"SELECT COUNT(*) FROM factors WHERE user_id = ? "
                                "AND activated_at IS NOT NULL"_s);
    count.bind(user.text());
    return count.next().map([&](bool) { return count.integer(0); });
}

Result<bool> Factors::hasAny(const api::UserId &user)
{
    return countActive(user).map([](qint64 count) { return count > 0; });
}

/// Of those that wait for their code, the oldest give way.
Result<Nothing> Factors::makeRoom(const api::UserId &user)
{
    Statement remove(m_database,
                     u"DELETE FROM factors WHERE id IN (SELECT id FROM factors WHERE user_id = ? "
                     "AND activated_at IS NULL ORDER BY enrolled_at DESC, rowid DESC "
                     "LIMIT -1 OFFSET ?)"_s);
    remove.bind(user.text(), mostWaiting - 1);
    return remove.execute().map([](qint64) { return Nothing(); });
}

Result<Nothing> Factors::mustHaveRoom(const api::UserId &user)
{
    return countActive(user).and_then([](qint64 active) -> Result<Nothing> {
        return active < most ? Result<Nothing>() : failure(conflict(u"tooManyFactors"_s));
    });
}

Result<FreshTotp> Factors::enrol(const api::UserId &user, const QString &name)
{
    if (auto room = mustHaveRoom(user).and_then([&](Nothing) { return makeRoom(user); }); !room)
        return failure(std::move(room).error());
    const Timestamp now = m_clock.now();
    FreshTotp fresh{api::FactorId(newId("fac")), Totp::make(), now + waitsFor};
    Statement insert(m_database, u"INSERT INTO factors (id, user_id, kind, name, sealed_secret, "
                                 "enrolled_at) VALUES (?, ?, ?, ?, ?, ?)"_s);
    insert.bind(fresh.id.text(), user.text(), storedName(api::Factor::Totp), name,
                m_vault->seal(fresh.totp.secret(), fresh.id.text()), now);
    return insert.execute().map([&](qint64) { return fresh; });
}

Result<api::FactorId> Factors::enrolCodes(const api::UserId &user, api::Factor kind,
                                          const QString &name)
{
    if (auto room = mustHaveRoom(user); !room)
        return failure(std::move(room).error());
    Statement insert(m_database, u"INSERT INTO factors (id, user_id, kind, name, enrolled_at) "
                                 "VALUES (?, ?, ?, ?, ?) ON CONFLICT (user_id, kind) WHERE "
                                 "kind <> 'totp' DO UPDATE SET name = excluded.name, "
                                 "enrolled_at = excluded.enrolled_at WHERE activated_at IS NULL "
                                 "RETURNING id"_s);
    insert.bind(newId("fac"), user.text(), storedName(kind), name, m_clock.now());
    return insert.next().and_then([&](bool isNew) -> Result<api::FactorId> {
        if (!isNew)
            return failure(conflict(u"factorThere"_s));
        return api::FactorId(insert.text(0));
    });
}

Result<api::Factor> Factors::waiting(const api::UserId &user, const api::FactorId &id)
{
    Statement statement(m_database,
                        u"SELECT kind, activated_at FROM factors WHERE id = ? AND user_id = ? "
                        "AND (activated_at IS NOT NULL OR enrolled_at > ?)"_s);
    statement.bind(id.text(), user.text(), m_clock.now() - waitsFor);
    return statement.next().and_then([&](bool found) -> Result<api::Factor> {
        if (!found)
            return failure(unknown());
        if (!statement.isNull(1))
            return failure(conflict(u"factorActive"_s));
        const auto kind = fromStoredName<api::Factor>(statement.text(0));
        return mustHaveRoom(user).map([kind](Nothing) { return kind; });
    });
}

Result<Factors::Sealed> Factors::findSealed(const api::FactorId &id)
{
    Statement statement(m_database, u"SELECT sealed_secret FROM factors WHERE id = ? "
                                    "AND sealed_secret IS NOT NULL"_s);
    statement.bind(id.text());
    return statement.next().and_then([&](bool found) -> Result<Sealed> {
        return found ? Result<Sealed>(Sealed{id, statement.bytes(0)}) : failure(unknown());
    });
}

Result<api::EnrolledFactor> Factors::activate(const api::UserId &user, const api::FactorId &id,
                                              const Secret &code)
{
    return waiting(user, id)
        .and_then([&](api::Factor) { return findSealed(id); })
        .and_then([&](const Sealed &factor) { return takeStep(factor, code); })
        .and_then([&](bool isRight) -> Result<api::EnrolledFactor> {
            if (!isRight)
                return failure(wrongCode());
            return activateCodes(user, id);
        });
}

Result<api::EnrolledFactor> Factors::activateCodes(const api::UserId &user, const api::FactorId &id)
{
    const Timestamp now = m_clock.now();
    Statement update(m_database, u"UPDATE factors SET activated_at = ?, last_used_at = ? "
                                 "WHERE id = ? AND user_id = ? AND activated_at IS NULL"_s);
    update.bind(now, now, id.text(), user.text());
    return update.execute().and_then([&](qint64) { return find(user, id); });
}

Result<api::EnrolledFactor> Factors::find(const api::UserId &user, const api::FactorId &id)
{
    Statement statement(m_database, u"SELECT "_s + columns +
                                        u" FROM factors WHERE id = ? AND user_id = ? "
                                        "AND activated_at IS NOT NULL"_s);
    statement.bind(id.text(), user.text());
    return statement.next().and_then([&](bool found) -> Result<api::EnrolledFactor> {
        return found ? Result<api::EnrolledFactor>(read(statement)) : failure(unknown());
    });
}

Result<bool> Factors::rename(const api::UserId &user, const api::FactorId &id, const QString &name)
{
    Statement update(m_database, u"UPDATE factors SET name = ? WHERE id = ? AND user_id = ? "
                                 "AND activated_at IS NOT NULL AND name <> ?"_s);
    update.bind(name, id.text(), user.text(), name);
    return update.execute().map([](qint64 changed) { return changed > 0; });
}

Result<Nothing> Factors::remove(const api::UserId &user, const api::FactorId &id)
{
    Statement remove(m_database, u"DELETE FROM factors WHERE id = ? AND user_id = ?"_s);
    remove.bind(id.text(), user.text());
    return remove.execute().and_then([](qint64 removed) -> Result<Nothing> {
        return removed > 0 ? Result<Nothing>() : failure(unknown());
    });
}

Result<Nothing> Factors::removeSince(const api::UserId &user, Timestamp moment)
{
    Statement remove(m_database, u"DELETE FROM factors WHERE user_id = ? "
                                 "AND COALESCE(activated_at, ?) >= ?"_s);
    remove.bind(user.text(), moment, moment);
    return remove.execute().map([](qint64) { return Nothing(); });
}

Result<QList<Factors::Sealed>> Factors::sealedOf(const api::UserId &user)
{
    QList<Sealed> factors;
    Statement statement(m_database, u"SELECT id, sealed_secret FROM factors WHERE user_id = ? "
                                    "AND activated_at IS NOT NULL AND sealed_secret IS NOT NULL "
                                    "ORDER BY rowid"_s);
    statement.bind(user.text());
    for (;;) {
        const auto more = statement.next();
        if (!more)
            return failure(more.error());
        if (!*more)
            return factors;
        factors << Sealed{api::FactorId(statement.text(0)), statement.bytes(1)};
    }
}

Result<bool> Factors::useCodes(const api::UserId &user, api::Factor kind)
{
    Statement update(m_database, u"UPDATE factors SET last_used_at = ? WHERE user_id = ? "
                                 "AND kind = ? AND activated_at IS NOT NULL"_s);
    update.bind(m_clock.now(), user.text(), storedName(kind));
    return update.execute().map([](qint64 used) { return used > 0; });
}

Result<std::optional<api::FactorId>> Factors::use(const api::UserId &user, const Secret &code)
{
    using Found = std::optional<api::FactorId>;
    return sealedOf(user).and_then([&](const QList<Sealed> &factors) -> Result<Found> {
        for (const Sealed &factor : factors) {
            const auto taken = takeStep(factor, code);
            if (!taken)
                return failure(taken.error());
            if (*taken)
                return Found(factor.id);
        }
        return Found();
    });
}

// The database compares and raises in one statement, so nobody else takes the same step.
Result<bool> Factors::takeStep(const Sealed &factor, const Secret &code)
{
    const auto secret = m_vault->open(factor.secret, factor.id.text());
    if (!secret)
        return failure(secret.error());
    const Timestamp now = m_clock.now();
    for (const qint64 step : Totp(*secret).stepsOf(code, now)) {
        Statement update(m_database, u"UPDATE factors SET last_step = ?, last_used_at = ? "
                                     "WHERE id = ? AND last_step < ?"_s);
        update.bind(step, now, factor.id.text(), step);
        const auto taken = update.execute();
        if (!taken)
            return failure(taken.error());
        if (*taken > 0)
            return true;
    }
    return false;
}

Result<qint64> Factors::forgetOld(int limit)
{
    Statement remove(m_database,
                     u"DELETE FROM factors WHERE id IN (SELECT id FROM factors WHERE activated_at "
                     "IS NULL AND enrolled_at <= ? LIMIT ?)"_s);
    remove.bind(m_clock.now() - waitsFor, limit);
    return remove.execute();
}

} // namespace latchkey::server
