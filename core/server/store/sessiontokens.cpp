#include "server/store/sessions.h"

#include "server/store/freshtoken.h"
#include "server/store/names.h"
#include "storage/statement.h"

#include <algorithm>

namespace latchkey::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using storage::Statement;

namespace {

constexpr QLatin1StringView provenMeanwhileCode("provenMeanwhile");

std::optional<Timestamp> byFactor(api::Level level, Timestamp now)
{
    return level == api::Level::SecondFactor ? std::optional(now) : std::nullopt;
}

/// As the wire asks for, and as the operator allows.
struct Lifetimes
{
    Lifetimes(const api::Life &allowed, const api::SessionTerms &terms,
              std::chrono::milliseconds atMost = std::chrono::milliseconds::max())
        : absolute(std::min(allowed.absolute, atMost))
        , longestIdle(std::min(allowed.idle, terms.idle.value_or(allowed.idle)))
        , first(std::min({longestIdle, absolute, terms.firstLife.value_or(longestIdle)}))
        , idle(terms.isProlongedByUse ? longestIdle : 0ms)
    {}

    std::chrono::milliseconds absolute;
    std::chrono::milliseconds longestIdle;
    std::chrono::milliseconds first;
    std::chrono::milliseconds idle; ///< from each use
};

} // namespace

bool isProvenMeanwhile(const Error &error)
{
    return error.code == provenMeanwhileCode;
}

Result<BegunSession> Sessions::begin(const NewSession &fresh)
{
    const Timestamp now = m_clock.now();
    const auto left = fresh.until ? *fresh.until - now : std::chrono::milliseconds::max();
    if (left <= 0ms)
        return failure(Error::rejected(u"expiryOutOfRange"_s, u"expiresAt"_s));
    const Lifetimes life(m_policy.lifeOf(fresh.role), fresh.terms, left);
    if (auto room = makeRoom(fresh.user); !room)
        return failure(std::move(room).error());
    const Asker asker{fresh.user, api::SessionId(newId("ses"))};
    const auto login = loginOf(fresh.user);
    if (!login)
        return failure(login.error());
    const FreshToken token(fresh.terms.makeToken, fresh.terms.realm,
                           {.random = randomBytes(32),
                            .user = asker.user,
                            .session = asker.session,
                            .madeAt = now,
                            .startedAt = now,
                            .expiresAt = now + life.first,
                            .login = *login,
                            .signer = fresh.terms.signer});
    Statement insert(
        m_database,
        u"INSERT INTO sessions (place, token_hash, token_made_at, id, user_id, "
        "user_number, kind, label, said_label, program, system, device_mark, "
        "address, proof, started_at, last_active_at, proven_at, factor_proven_at, idle_ms, "
        "expires_absolute_at, expires_at, reviewed, made_in, acting_user, acting_reason) "
        "VALUES (?, ?, ?, ?, ?, (SELECT number FROM users WHERE id = ?), "
        "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    const auto acting = [&](auto tell) {
        return fresh.onBehalf ? std::optional<QString>(tell(*fresh.onBehalf)) : std::nullopt;
    };
    insert.bind(token.place, token.hashBytes(), now, asker.session.text(), asker.user.text(),
                asker.user.text(), storedName(fresh.kind), fresh.device.label, fresh.device.label,
                fresh.device.program, fresh.device.system, fresh.device.mark, fresh.address,
                storedName(fresh.proof), now, now, now, byFactor(fresh.level, now),
                life.idle.count(), now + life.absolute, now + life.first, fresh.reviewed,
                acting([](const NewOnBehalf &how) { return how.by.session.text(); }),
                acting([](const NewOnBehalf &how) { return how.by.user.text(); }),
                acting([](const NewOnBehalf &how) { return how.reason; }));
    if (auto inserted = insert.execute(); !inserted)
        return failure(std::move(inserted).error());
    return find(asker, asker.session).map([&](const api::Session &session) {
        return BegunSession{token.token, session};
    });
}

/// Of too many, those that were used least lately expire.
Result<Nothing> Sessions::makeRoom(const api::UserId &user)
{
    const Timestamp now = m_clock.now();
    Statement update(
        m_database,
        u"UPDATE sessions SET expires_at = ? WHERE place IN (SELECT place FROM sessions "
        "WHERE user_id = ? AND kind = 'device' AND ended_at IS NULL AND expires_at > ? "
        "ORDER BY last_active_at DESC LIMIT -1 OFFSET ?)"_s);
    update.bind(now, user.text(), now, m_policy.livingAtMost - 1);
    return update.execute().map([](qint64) { return Nothing(); });
}

Result<std::optional<Asker>> Sessions::ofToken(const Secret &token, const api::SessionTerms &terms)
{
    const auto hash = tokenHash(token.reveal(), terms.realm);
    Statement select(m_database, u"SELECT user_id, id FROM sessions WHERE place = ? "
                                 "AND token_hash = ? AND ended_at IS NULL AND expires_at > ?"_s);
    select.bind(placeOf(hash),
                QByteArray(reinterpret_cast<const char *>(hash.data()), qsizetype(hash.size())),
                m_clock.now());
    return select.next().map([&](bool found) -> std::optional<Asker> {
        if (!found)
            return std::nullopt;
        return Asker{api::UserId(select.text(0)), api::SessionId(select.text(1))};
    });
}

Error Sessions::provenMeanwhile() const
{
    Error error = Error::of(Error::Kind::Conflict, provenMeanwhileCode);
    error.retryAfter = std::chrono::ceil<std::chrono::seconds>(m_policy.formerRestsFor);
    return error;
}

Result<BegunSession> Sessions::replaceToken(const Asker &asker, api::Level level,
                                            const HeldToken &held, const api::SessionTerms &terms)
{
    return replace(asker, held, terms, {.proven = level});
}

Result<BegunSession> Sessions::renew(const Asker &asker, api::Role role, const HeldToken &held,
                                     const api::SessionTerms &terms)
{
    const Timestamp now = m_clock.now();
    Replacement how{.life = Lifetimes(m_policy.lifeOf(role), terms).first,
                    .formerUntil = now + m_policy.renewedRunsOutAfter};
    if (terms.renewableFor)
        how.onlyIfStartedAfter = now - *terms.renewableFor;
    return replace(asker, held, terms, how);
}

Result<BegunSession> Sessions::replace(const Asker &asker, const HeldToken &held,
                                       const api::SessionTerms &terms, const Replacement &how)
{
    const Timestamp now = m_clock.now();
    const auto sinceMade = held.foundAt - held.madeAt;
    if (held.isFormer && sinceMade >= 0ms && sinceMade < m_policy.formerRestsFor)
        return failure(provenMeanwhile());
    const auto facts = factsOf(asker, terms, how);
    if (!facts)
        return failure(facts.error());
    if (how.onlyIfStartedAfter && facts->startedAt <= *how.onlyIfStartedAfter)
        return failure(Error::of(Error::Kind::Unauthorized, u"sessionEnded"_s));
    const FreshToken token(terms.makeToken, terms.realm, *facts);
    const auto provenAt = how.proven ? std::optional(now) : std::nullopt;
    const auto byFactorAt = how.proven ? byFactor(*how.proven, now) : std::nullopt;
    // When it was made tells whether the token is still the one that was found.
    Statement update(m_database,
                     u"UPDATE sessions SET former_hash = IIF(?, former_hash, token_hash), "
                     "former_until = ?, place = ?, token_hash = ?, token_made_at = ?, "
                     "proven_at = COALESCE(?, proven_at), "
                     "factor_proven_at = COALESCE(?, factor_proven_at), "
                     "last_active_at = ?, expires_at = ? "
                     "WHERE id = ? AND user_id = ? AND ended_at IS NULL AND expires_at > ? "
                     "AND token_made_at = ?"_s);
    update.bind(held.isFormer, how.formerUntil, token.place, token.hashBytes(), now, provenAt,
                byFactorAt, now, facts->expiresAt, asker.session.text(), asker.user.text(), now,
                held.madeAt);
    return outcome(update, asker, asker.session)
        .and_then([&](const SessionChange &change) -> Result<BegunSession> {
            if (change.changed)
                return BegunSession{token.token, change.session};
            if (change.session.end)
                return failure(Error::of(Error::Kind::Unauthorized, u"sessionEnded"_s));
            return failure(provenMeanwhile());
        });
}

Result<QString> Sessions::loginOf(const api::UserId &user)
{
    Statement statement(m_database, u"SELECT COALESCE(user_name, email) FROM users WHERE id = ?"_s);
    statement.bind(user.text());
    return statement.next().map([&](bool found) { return found ? statement.text(0) : QString(); });
}

Result<api::TokenFacts> Sessions::factsOf(const Asker &asker, const api::SessionTerms &terms,
                                          const Replacement &how)
{
    const Timestamp now = m_clock.now();
    const auto life = how.life ? std::optional(qint64(how.life->count())) : std::nullopt;
    Statement statement(m_database,
                        u"SELECT started_at, MAX(expires_at, MIN(? + COALESCE(?, idle_ms), "
                        "expires_absolute_at)) FROM sessions WHERE id = ? AND user_id = ?"_s);
    statement.bind(now, life, asker.session.text(), asker.user.text());
    return statement.next().and_then([&](bool found) -> Result<api::TokenFacts> {
        if (!found)
            return failure(Error::of(Error::Kind::Unauthorized, u"sessionEnded"_s));
        return loginOf(asker.user).map([&](const QString &login) {
            return api::TokenFacts{.random = randomBytes(32),
                                   .user = asker.user,
                                   .session = asker.session,
                                   .madeAt = now,
                                   .startedAt = statement.moment(0),
                                   .expiresAt = statement.moment(1),
                                   .login = login,
                                   .signer = terms.signer};
        });
    });
}

} // namespace latchkey::server
