#include "server/store/providervisits.h"

#include "server/store/token.h"
#include "server/store/vault.h"
#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

constexpr std::chrono::milliseconds openFor = std::chrono::minutes(10);

// What is sealed opens for this state alone.
QString placeOfSent(const QByteArray &stateHash)
{
    return u"visit/sent/"_s + QString::fromLatin1(stateHash.toHex());
}

QString placeOfBrought(const QByteArray &stateHash)
{
    return u"visit/brought/"_s + QString::fromLatin1(stateHash.toHex());
}

QByteArray hashOf(const QString &text)
{
    return sha256(text.toUtf8());
}

std::optional<QString> textOf(const std::optional<api::SessionId> &session)
{
    return session ? std::optional(session->text()) : std::nullopt;
}

std::optional<SeenThere> readSeen(const Statement &row, int from)
{
    if (row.isNull(from))
        return std::nullopt;
    return SeenThere{.subject = row.text(from),
                     .email = row.optionalText(from + 1),
                     .isEmailVerified = row.boolean(from + 2),
                     .name = row.optionalText(from + 3)};
}

} // namespace

Error visitUnknown()
{
    return Error::of(Error::Kind::NotFound, u"visitUnknown"_s);
}

ProviderVisits::ProviderVisits(storage::Database &database, const Clock &clock, const Vault &vault)
    : m_database(database)
    , m_clock(clock)
    , m_vault(vault)
{}

Result<ProviderVisits::Made> ProviderVisits::make(const NewVisit &fresh)
{
    const Made made{api::VisitId(newId("vst")), m_clock.now() + openFor};
    const QByteArray state = hashOf(fresh.state);
    const Secret sent(QByteArray(fresh.nonce.toLatin1() + '\n' + fresh.verifier.reveal()));
    Statement insert(m_database,
                     u"INSERT INTO provider_visits (id_hash, state_hash, provider_id, return_to, "
                     "ends_here, stage, sent_with, proves_session, expires_at) "
                     "VALUES (?, ?, ?, ?, ?, 'gone', ?, ?, ?)"_s);
    insert.bind(hashOf(made.id.text()), state, fresh.provider.text(), fresh.returnTo,
                fresh.endsHere, m_vault.seal(sent, placeOfSent(state)), textOf(fresh.proves),
                made.expiresAt);
    return insert.execute().map([&](qint64) { return made; });
}

Result<api::VisitId> ProviderVisits::returned(const QString &state, const Secret &code)
{
    const api::VisitId id(newId("vst"));
    const QByteArray stateHash = hashOf(state);
    Statement update(m_database,
                     u"UPDATE provider_visits SET stage = 'returned', id_hash = ?, brought = ? "
                     "WHERE state_hash = ? AND stage = 'gone' AND ends_here AND expires_at > ?"_s);
    update.bind(hashOf(id.text()), m_vault.seal(code, placeOfBrought(stateHash)), stateHash,
                m_clock.now());
    return update.execute().and_then([&](qint64 changed) -> Result<api::VisitId> {
        return changed == 1 ? Result<api::VisitId>(id) : failure(visitUnknown());
    });
}

Result<Visit> ProviderVisits::redeem(const api::VisitId &id, const std::optional<QString> &state,
                                     const std::optional<Secret> &code,
                                     const std::optional<api::SessionId> &proves)
{
    // Each way has its own stage, so a code can't be put in the place of the page's.
    Statement update(m_database,
                     u"UPDATE provider_visits SET stage = IIF(stage = 'seen', 'seen', 'redeemed') "
                     "WHERE id_hash = ? AND expires_at > ? AND proves_session IS ? AND "
                     "(stage = 'seen' OR "
                     "(stage = 'gone' AND NOT ends_here AND state_hash = ? AND ?) OR "
                     "(stage = 'returned' AND NOT ?)) "
                     "RETURNING state_hash, provider_id, return_to, sent_with, brought, subject, "
                     "email, email_verified, name, may_only_be, expires_at"_s);
    update.bind(hashOf(id.text()), m_clock.now(), textOf(proves),
                state ? std::optional(hashOf(*state)) : std::nullopt, code.has_value(),
                code.has_value());
    return update.next().and_then([&](bool found) -> Result<Visit> {
        return found ? opened(update, id, code) : failure(visitUnknown());
    });
}

Result<Visit> ProviderVisits::opened(const Statement &row, const api::VisitId &id,
                                     const std::optional<Secret> &code) const
{
    Visit visit{.id = id,
                .provider = api::ProviderId(row.text(1)),
                .returnTo = row.text(2),
                .nonce = {},
                .verifier = {},
                .begunAt = row.moment(10) - openFor,
                .code = code,
                .seen = readSeen(row, 5),
                .mayOnlyBe = {}};
    if (const auto user = row.optionalText(9))
        visit.mayOnlyBe = api::UserId(*user);
    if (visit.seen)
        return visit;
    const QByteArray state = row.bytes(0);
    const auto sent = m_vault.open(row.bytes(3), placeOfSent(state));
    if (!sent)
        return failure(sent.error());
    const qsizetype end = sent->reveal().indexOf('\n');
    visit.nonce = QString::fromLatin1(sent->reveal().first(end));
    visit.verifier = Secret(sent->reveal().sliced(end + 1));
    if (row.isNull(4))
        return visit;
    return m_vault.open(row.bytes(4), placeOfBrought(state)).map([&](const Secret &brought) {
        visit.code = brought;
        return visit;
    });
}

Result<Nothing> ProviderVisits::reopen(const api::VisitId &id)
{
    Statement update(m_database,
                     u"UPDATE provider_visits SET stage = IIF(ends_here, 'returned', 'gone') "
                     "WHERE id_hash = ? AND stage = 'redeemed'"_s);
    update.bind(hashOf(id.text()));
    return update.execute().map([](qint64) { return Nothing(); });
}

Result<Nothing> ProviderVisits::saw(const api::VisitId &id, const SeenThere &seen)
{
    Statement update(m_database,
                     u"UPDATE provider_visits SET stage = 'seen', subject = ?, email = ?, "
                     "email_verified = ?, name = ?, brought = NULL WHERE id_hash = ?"_s);
    update.bind(seen.subject, seen.email, seen.isEmailVerified, seen.name, hashOf(id.text()));
    return update.execute().map([](qint64) { return Nothing(); });
}

Result<Nothing> ProviderVisits::keepFor(const api::VisitId &id, const api::UserId &user)
{
    Statement update(m_database, u"UPDATE provider_visits SET may_only_be = ? WHERE id_hash = ?"_s);
    update.bind(user.text(), hashOf(id.text()));
    return update.execute().map([](qint64) { return Nothing(); });
}

Result<Nothing> ProviderVisits::forget(const api::VisitId &id)
{
    Statement remove(m_database, u"DELETE FROM provider_visits WHERE id_hash = ?"_s);
    remove.bind(hashOf(id.text()));
    return remove.execute().map([](qint64) { return Nothing(); });
}

Result<qint64> ProviderVisits::forgetOld(int limit)
{
    Statement remove(m_database, u"DELETE FROM provider_visits WHERE number IN (SELECT number FROM "
                                 "provider_visits WHERE expires_at <= ? LIMIT ?)"_s);
    remove.bind(m_clock.now(), limit);
    return remove.execute();
}

} // namespace latchkey::server
