#include "server/store/sessions.h"

#include "server/store/names.h"
#include "server/store/sessionrow.h"
#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

constexpr std::chrono::milliseconds deviceKnownFor = std::chrono::days(90);

/// Each row is an account's id and its session's.
Result<QList<Asker>> askersIn(Statement &rows)
{
    QList<Asker> all;
    for (;;) {
        const auto more = rows.next();
        if (!more)
            return failure(more.error());
        if (!*more)
            return all;
        all << Asker{api::UserId(rows.text(0)), api::SessionId(rows.text(1))};
    }
}

} // namespace

Sessions::Sessions(storage::Database &database, const Clock &clock, SessionPolicy policy)
    : m_database(database)
    , m_clock(clock)
    , m_policy(policy)
{}

Result<Acquaintance> Sessions::acquaintance(const api::UserId &user, const api::Device &device)
{
    // What it says of itself anybody can say: without a mark it is never known, and asked about.
    Statement seen(m_database,
                   u"SELECT MAX(device_mark IS NOT NULL AND (reviewed = 1 OR proof = ?)) "
                   "FROM sessions WHERE user_id = ? AND kind = 'device' AND started_at > ? "
                   "AND device_mark IS ? "
                   "AND (device_mark IS NOT NULL OR (said_label = ? AND program = ? "
                   "AND system = ?)) AND end_reason IS NOT ?"_s);
    seen.bind(storedName(api::Proof::SignUp), user.text(), m_clock.now() - deviceKnownFor,
              device.mark, device.label, device.program, device.system,
              storedName(api::EndReason::NotRecognised));
    return seen.next().map([&](bool) {
        if (seen.isNull(0))
            return Acquaintance::None;
        return seen.boolean(0) ? Acquaintance::Known : Acquaintance::Seen;
    });
}

Result<std::optional<Asker>> Sessions::begunOnBehalf(const Asker &asker, const api::UserId &account)
{
    Statement select(m_database,
                     u"SELECT id FROM sessions WHERE user_id = ? AND kind = ? AND acting_user = ? "
                     "AND made_in = ? AND ended_at IS NULL AND expires_at > ? "
                     "ORDER BY started_at DESC LIMIT 1"_s);
    select.bind(account.text(), storedName(api::SessionKind::OnBehalf), asker.user.text(),
                asker.session.text(), m_clock.now());
    return select.next().map([&](bool found) -> std::optional<Asker> {
        if (!found)
            return std::nullopt;
        return Asker{account, api::SessionId(select.text(0))};
    });
}

Result<std::optional<Proven>> Sessions::proven(const Asker &asker)
{
    Statement statement(m_database,
                        u"SELECT proven_at, factor_proven_at, EXISTS (SELECT 1 FROM factors "
                        "WHERE user_id = sessions.user_id AND activated_at IS NOT NULL), "
                        "token_made_at "
                        "FROM sessions WHERE id = ? AND user_id = ? "
                        "AND ended_at IS NULL AND expires_at > ?"_s);
    statement.bind(asker.session.text(), asker.user.text(), m_clock.now());
    return statement.next().map([&](bool found) -> std::optional<Proven> {
        if (!found)
            return std::nullopt;
        Proven proven{.at = statement.moment(0)};
        if (!statement.isNull(1))
            proven.byFactorAt = statement.moment(1);
        proven.best = statement.boolean(2) ? api::Level::SecondFactor : api::Level::Password;
        proven.tokenMadeAt = statement.moment(3);
        return proven;
    });
}

Result<api::Session> Sessions::find(const Asker &asker, const api::SessionId &id)
{
    Statement statement(m_database, u"SELECT "_s + sessionrow::columns +
                                        u" FROM sessions WHERE id = ? AND user_id = ?"_s);
    statement.bind(id.text(), asker.user.text());
    return statement.next().and_then([&](bool found) -> Result<api::Session> {
        if (!found)
            return failure(Error::of(Error::Kind::NotFound, u"sessionUnknown"_s));
        return read(statement, asker);
    });
}

Result<SessionChange> Sessions::rename(const Asker &asker, const api::SessionId &id,
                                       const QString &label)
{
    Statement update(m_database, u"UPDATE sessions SET label = ? WHERE id = ? AND user_id = ? AND "
                                 "kind = 'device' AND label <> ?"_s);
    update.bind(label, id.text(), asker.user.text(), label);
    return outcome(update, asker, id)
        .and_then([](const SessionChange &change) -> Result<SessionChange> {
            if (change.session.kind == api::SessionKind::Api)
                return failure(Error::of(Error::Kind::Conflict, u"isApiSession"_s));
            return change;
        });
}

Result<SessionChange> Sessions::end(const Asker &asker, const api::SessionId &id,
                                    api::EndReason reason)
{
    const Timestamp now = m_clock.now();
    const auto by = reason == api::EndReason::SignedOut || reason == api::EndReason::Expired
                        ? std::nullopt
                        : std::optional(asker.session.text());
    Statement update(m_database,
                     u"UPDATE sessions SET ended_at = ?, end_reason = ?, ended_by = ? WHERE id = ? "
                     "AND user_id = ? AND ended_at IS NULL AND expires_at > ?"_s);
    update.bind(now, storedName(reason), by, id.text(), asker.user.text(), now);
    return outcome(update, asker, id);
}

Result<QList<api::Session>> Sessions::endOthers(const Asker &asker, api::EndReason reason,
                                                Reach reach)
{
    const QString own = asker.session.text();
    return endWhere(reach == Reach::All ? u"id <> ?"_s : u"id <> ? AND kind <> 'api'"_s, own, asker,
                    reason, own);
}

Result<QList<api::Session>> Sessions::endAll(const api::UserId &user, api::EndReason reason)
{
    return endWhere(u"id <> ?"_s, {}, {user, api::SessionId()}, reason, std::nullopt);
}

Result<QList<api::Session>> Sessions::endMadeIn(const Asker &asker, const api::SessionId &maker,
                                                api::EndReason reason)
{
    return endWhere(u"made_in = ?"_s, maker.text(), asker, reason, asker.session.text());
}

Result<QList<api::Session>> Sessions::endActedBy(const Asker &asker, const api::UserId &actor,
                                                 api::EndReason reason)
{
    return endWhere(u"acting_user = ?"_s, actor.text(), asker, reason, asker.session.text());
}

// A trigger ended them at the same moment.
Result<QList<Asker>> Sessions::endedWith(const api::SessionId &maker)
{
    Statement ended(m_database, u"SELECT user_id, id FROM sessions WHERE kind = 'onBehalf' AND "
                                "made_in = ? AND ended_at = (SELECT ended_at FROM sessions "
                                "WHERE id = ?)"_s);
    ended.bind(maker.text(), maker.text());
    return askersIn(ended);
}

Result<QList<Asker>> Sessions::actedBy(const api::UserId &actor)
{
    Statement acting(m_database, u"SELECT acting.user_id, acting.id FROM sessions AS maker "
                                 "JOIN sessions AS acting ON acting.made_in = maker.id "
                                 "WHERE maker.user_id = ? AND acting.kind = 'onBehalf' "
                                 "AND acting.ended_at IS NULL"_s);
    acting.bind(actor.text());
    return askersIn(acting);
}

Result<QList<api::Session>> Sessions::endWhere(const QString &condition, const QString &value,
                                               const Asker &asker, api::EndReason reason,
                                               const std::optional<QString> &by)
{
    const Timestamp now = m_clock.now();
    QList<api::Session> sessions;
    Statement update(m_database,
                     u"UPDATE sessions SET ended_at = ?, end_reason = ?, ended_by = ? "
                     "WHERE user_id = ? AND ended_at IS NULL AND expires_at > ? AND "_s +
                         condition + u" RETURNING "_s + sessionrow::columns);
    update.bind(now, storedName(reason), by, asker.user.text(), now, value);
    for (;;) {
        const auto more = update.next();
        if (!more)
            return failure(more.error());
        if (!*more)
            return sessions;
        sessions << read(update, asker);
    }
}

Result<SessionChange> Sessions::reinstate(const Asker &asker, const api::SessionId &id)
{
    return find(asker, id).and_then([&](const api::Session &session) -> Result<SessionChange> {
        if (!session.end)
            return SessionChange{session, false};
        if (session.end->by != asker.session)
            return failure(Error::of(Error::Kind::Forbidden, u"reinstateByOther"_s));
        const Timestamp now = m_clock.now();
        Statement update(m_database,
                         u"UPDATE sessions SET ended_at = NULL, end_reason = NULL, ended_by = NULL "
                         "WHERE id = ? AND user_id = ? AND ended_by = ? AND ended_at > ? "
                         "AND expires_at > ? AND end_reason IN (?, ?)"_s);
        update.bind(id.text(), asker.user.text(), asker.session.text(),
                    now - m_policy.reinstatableFor, now, storedName(api::EndReason::EndedByOwner),
                    storedName(api::EndReason::NotRecognised));
        const auto done = outcome(update, asker, id);
        if (done && !done->changed)
            return failure(Error::of(Error::Kind::Conflict, u"reinstateTooLate"_s));
        return done;
    });
}

Result<SessionChange> Sessions::review(const Asker &asker, const api::SessionId &id,
                                       api::Verdict verdict)
{
    if (verdict == api::Verdict::NotMine)
        return end(asker, id, api::EndReason::NotRecognised);
    // Who came later may be the very stranger that is asked about.
    Statement update(m_database,
                     u"UPDATE sessions SET reviewed = 1 WHERE id = ? AND user_id = ? "
                     "AND reviewed = 0 AND id <> ? "
                     "AND started_at >= (SELECT started_at FROM sessions WHERE id = ?)"_s);
    update.bind(id.text(), asker.user.text(), asker.session.text(), asker.session.text());
    return outcome(update, asker, id)
        .and_then([](const SessionChange &change) -> Result<SessionChange> {
            if (!change.session.reviewed)
                return failure(Error::of(Error::Kind::Forbidden, u"reviewByLater"_s));
            return change;
        });
}

Result<bool> Sessions::touch(const api::SessionId &id, const QString &address)
{
    const Timestamp now = m_clock.now();
    Statement update(
        m_database,
        u"UPDATE sessions SET last_active_at = ?, address = ?, "
        "expires_at = MAX(expires_at, MIN(? + idle_ms, expires_absolute_at)) WHERE id = ? "
        "AND ended_at IS NULL AND expires_at > ? AND (last_active_at <= ? OR expires_at <= ?)"_s);
    update.bind(now, address, now, id.text(), now, now - m_policy.touchEvery,
                now + m_policy.shortLife);
    return update.execute().map([](qint64 changed) { return changed > 0; });
}

bool Sessions::isTouchDue(Timestamp lastActive, Timestamp expires) const
{
    const Timestamp now = m_clock.now();
    return lastActive <= now - m_policy.touchEvery || expires <= now + m_policy.shortLife;
}

Result<qint64> Sessions::countLiving()
{
    Statement count(m_database, u"SELECT COUNT(*) FROM sessions WHERE ended_at IS NULL "
                                "AND expires_at > ?"_s);
    count.bind(m_clock.now());
    return count.next().map([&](bool found) { return found ? count.integer(0) : 0; });
}

Result<QList<Asker>> Sessions::endExpired(int limit)
{
    Statement update(m_database,
                     u"UPDATE sessions SET ended_at = expires_at, end_reason = ? WHERE place IN "
                     "(SELECT place FROM sessions WHERE ended_at IS NULL AND expires_at <= ? "
                     "LIMIT ?) RETURNING user_id, id"_s);
    update.bind(storedName(api::EndReason::Expired), m_clock.now(), limit);
    return askersIn(update);
}

Result<qint64> Sessions::forgetOld(int limit)
{
    Statement remove(m_database, u"DELETE FROM sessions WHERE place IN (SELECT place FROM sessions "
                                 "WHERE ended_at IS NOT NULL AND ended_at <= ? LIMIT ?)"_s);
    remove.bind(m_clock.now() - m_policy.endedShownFor, limit);
    return remove.execute();
}

api::Session Sessions::read(const Statement &row, const Asker &asker) const
{
    return sessionrow::read(row, asker, m_policy, m_clock.now());
}

Result<SessionChange> Sessions::outcome(Statement &update, const Asker &asker,
                                        const api::SessionId &id)
{
    return update.execute().and_then([&](qint64 changed) {
        return find(asker, id).map(
            [changed](const api::Session &session) { return SessionChange{session, changed > 0}; });
    });
}

} // namespace latchkey::server
