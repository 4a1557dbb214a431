#include "server/store/apisessions.h"

#include "server/store/freshtoken.h"
#include "server/store/names.h"
#include "server/store/sessionrow.h"
#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

constexpr int shownAtMost = 200;

/// Beside those of every session.
const QString ownColumns = u", label, last_active_at"_s;

Error ended()
{
    return Error::of(Error::Kind::Conflict, u"apiSessionEnded"_s);
}

api::TokenFacts factsOf(const Asker &whose, Timestamp now)
{
    return {.random = randomBytes(32),
            .user = whose.user,
            .session = whose.session,
            .madeAt = now,
            .startedAt = now};
}

QList<QString> labelsIn(const QString &lines)
{
    return lines.split(QChar::LineFeed, Qt::SkipEmptyParts);
}

} // namespace

ApiSessions::ApiSessions(storage::Database &database, const Clock &clock, SessionPolicy policy)
    : m_database(database)
    , m_clock(clock)
    , m_policy(policy)
{}

api::ApiSession ApiSessions::read(const Statement &row, const Asker &asker) const
{
    const api::Session session = sessionrow::read(row, asker, m_policy, m_clock.now());
    api::ApiSession api{.id = session.id,
                        .labels = labelsIn(row.text(sessionrow::columnCount)),
                        .createdAt = session.startedAt,
                        .secretMadeAt = session.provenAt,
                        .end = session.end};
    if (session.expiresAt != api::never)
        api.expiresAt = session.expiresAt;
    if (const Timestamp used = row.moment(sessionrow::columnCount + 1); used > Timestamp()) {
        api.lastUsedAt = used;
        api.lastUsedFrom = session.address;
    }
    return api;
}

Result<QList<api::ApiSession>> ApiSessions::list(const Asker &asker)
{
    const Timestamp now = m_clock.now();
    Statement select(m_database,
                     u"SELECT "_s + sessionrow::columns + ownColumns +
                         u", COALESCE(ended_at, IIF(expires_at <= ?, expires_at, NULL)) AS gone_at "
                         "FROM sessions WHERE user_id = ? AND kind = 'api' "
                         "AND (gone_at IS NULL OR gone_at > ?) "
                         "ORDER BY gone_at IS NOT NULL, COALESCE(gone_at, started_at) DESC, id "
                         "LIMIT ?"_s);
    select.bind(now, asker.user.text(), now - m_policy.endedShownFor, shownAtMost);
    QList<api::ApiSession> sessions;
    for (;;) {
        const auto more = select.next();
        if (!more)
            return failure(more.error());
        if (!*more)
            return sessions;
        sessions << read(select, asker);
    }
}

Result<api::ApiSession> ApiSessions::find(const Asker &asker, const api::SessionId &id)
{
    Statement select(m_database,
                     u"SELECT "_s + sessionrow::columns + ownColumns +
                         u" FROM sessions WHERE id = ? AND user_id = ? AND kind = 'api'"_s);
    select.bind(id.text(), asker.user.text());
    return select.next().and_then([&](bool found) -> Result<api::ApiSession> {
        if (!found)
            return failure(Error::of(Error::Kind::NotFound, u"sessionUnknown"_s));
        return read(select, asker);
    });
}

Result<api::ApiSessionSecret> ApiSessions::create(const NewApiSession &fresh)
{
    const Timestamp now = m_clock.now();
    if (auto room = mustHaveRoom(fresh.maker.user); !room)
        return failure(std::move(room).error());
    const Asker asker{fresh.maker.user, api::SessionId(newId("ses"))};
    const FreshToken token(fresh.terms.makeApiSecret, fresh.terms.realm, factsOf(asker, now));
    // How long it lies idle ends none: a yearly report is made once a year.
    Statement insert(
        m_database,
        u"INSERT INTO sessions (place, token_hash, token_made_at, id, user_id, user_number, kind, "
        u"label, "
        "said_label, program, system, address, proof, started_at, last_active_at, proven_at, "
        "idle_ms, expires_absolute_at, expires_at, reviewed, made_in, remind_at) "
        "VALUES (?, ?, ?, ?, ?, (SELECT number FROM users WHERE id = ?), 'api', ?, '', '', '', ?, "
        "?, "
        "?, 0, ?, ?, ?, ?, 1, ?, ?)"_s);
    insert.bind(token.place, token.hashBytes(), now, asker.session.text(), asker.user.text(),
                asker.user.text(), fresh.labels.join(QChar::LineFeed), fresh.address,
                storedName(api::Proof::Session), now, now, api::never, fresh.expiresAt,
                fresh.expiresAt, fresh.maker.session.text(), remindAt(fresh.expiresAt));
    if (auto inserted = insert.execute(); !inserted)
        return failure(std::move(inserted).error());
    return find(fresh.maker, asker.session).map([&](const api::ApiSession &session) {
        return api::ApiSessionSecret{session, token.token};
    });
}

Result<Nothing> ApiSessions::mustHaveRoom(const api::UserId &user)
{
    Statement count(m_database, u"SELECT COUNT(*) FROM sessions WHERE user_id = ? "
                                "AND kind = 'api' AND ended_at IS NULL AND expires_at > ?"_s);
    count.bind(user.text(), m_clock.now());
    return count.next().and_then([&](bool) -> Result<Nothing> {
        if (count.integer(0) < api::apiSessionsAtMost)
            return Nothing();
        return failure(Error::of(Error::Kind::Conflict, u"tooManyApiSessions"_s));
    });
}

/// Nobody is told at once of what they have just chosen.
std::optional<Timestamp> ApiSessions::remindAt(Timestamp expiresAt) const
{
    const Timestamp at = expiresAt - m_policy.remindBefore;
    return expiresAt != api::never && at > m_clock.now() ? std::optional(at) : std::nullopt;
}

Result<api::ApiSession> ApiSessions::update(const Asker &asker, const api::SessionId &id,
                                            const ApiSessionChange &change)
{
    const auto labels =
        change.labels ? std::optional(change.labels->join(QChar::LineFeed)) : std::nullopt;
    const auto remind = change.expiresAt ? remindAt(*change.expiresAt) : std::nullopt;
    Statement update(m_database,
                     u"UPDATE sessions SET label = COALESCE(?, label), "
                     "remind_at = IIF(COALESCE(?, expires_at) = expires_at, remind_at, ?), "
                     "expires_absolute_at = COALESCE(?, expires_absolute_at), "
                     "expires_at = COALESCE(?, expires_at) "
                     "WHERE id = ? AND user_id = ? AND kind = 'api' AND ended_at IS NULL "
                     "AND expires_at > ?"_s);
    update.bind(labels, change.expiresAt, remind, change.expiresAt, change.expiresAt, id.text(),
                asker.user.text(), m_clock.now());
    return update.execute().and_then([&](qint64 changed) {
        return find(asker, id).and_then([&](const api::ApiSession &session) {
            return changed > 0 ? Result<api::ApiSession>(session) : failure(ended());
        });
    });
}

Result<api::ApiSessionSecret> ApiSessions::rotate(const Asker &asker, const api::SessionId &id,
                                                  const api::SessionTerms &terms)
{
    const Timestamp now = m_clock.now();
    const FreshToken token(terms.makeApiSecret, terms.realm, factsOf({asker.user, id}, now));
    Statement update(m_database,
                     u"UPDATE sessions SET place = ?, token_hash = ?, token_made_at = ?, proven_at "
                     u"= ?, made_in = ? "
                     "WHERE id = ? AND user_id = ? AND kind = 'api' AND ended_at IS NULL "
                     "AND expires_at > ?"_s);
    update.bind(token.place, token.hashBytes(), now, now, asker.session.text(), id.text(),
                asker.user.text(), now);
    return update.execute().and_then([&](qint64 changed) {
        return find(asker, id).and_then(
            [&](const api::ApiSession &session) -> Result<api::ApiSessionSecret> {
                if (changed == 0)
                    return failure(ended());
                return api::ApiSessionSecret{session, token.token};
            });
    });
}

Result<QList<EndingApiSession>> ApiSessions::takeEnding(int limit)
{
    const Timestamp now = m_clock.now();
    Statement update(m_database, u"UPDATE sessions SET remind_at = NULL WHERE place IN "
                                 "(SELECT place FROM sessions WHERE remind_at <= ? LIMIT ?) "
                                 "RETURNING user_id, id, label, expires_at, ended_at"_s);
    update.bind(now, limit);
    QList<EndingApiSession> ending;
    for (;;) {
        const auto more = update.next();
        if (!more)
            return failure(more.error());
        if (!*more)
            return ending;
        if (update.isNull(4) && update.moment(3) > now) {
            ending << EndingApiSession{
                {api::UserId(update.text(0)), api::SessionId(update.text(1))},
                labelsIn(update.text(2)),
                update.moment(3)};
        }
    }
}

} // namespace latchkey::server
