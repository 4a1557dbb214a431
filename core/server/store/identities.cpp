#include "server/store/identities.h"

#include "server/store/names.h"
#include "server/store/token.h"
#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

const QString select = u"SELECT identities.id, providers.id, kind, providers.name, "
                       "identities.name, linked_at, last_used_at FROM identities "
                       "JOIN providers ON providers.id = provider_id WHERE "_s;

api::Identity read(const Statement &row)
{
    return {.id = api::IdentityId(row.text(0)),
            .provider = {.id = api::ProviderId(row.text(1)),
                         .kind = fromStoredName<api::ProviderKind>(row.text(2)),
                         .name = row.text(3)},
            .name = row.text(4),
            .linkedAt = row.moment(5),
            .lastUsedAt = row.isNull(6) ? std::nullopt : std::optional(row.moment(6))};
}

} // namespace

Identities::Identities(storage::Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

Result<QList<api::Identity>> Identities::of(const api::UserId &user)
{
    Statement statement(m_database, select + u"user_id = ? ORDER BY identities.number"_s);
    statement.bind(user.text());
    QList<api::Identity> identities;
    for (;;) {
        const auto more = statement.next();
        if (!more)
            return failure(more.error());
        if (!*more)
            return identities;
        identities << read(statement);
    }
}

Result<std::optional<api::UserId>> Identities::ownerOf(const IdentityKey &key)
{
    Statement statement(m_database,
                        u"SELECT user_id FROM identities WHERE provider_id = ? AND subject = ?"_s);
    statement.bind(key.provider.text(), key.subject);
    return statement.next().map([&](bool found) {
        return found ? std::optional(api::UserId(statement.text(0))) : std::nullopt;
    });
}

Result<api::Identity> Identities::find(const api::UserId &user, const api::IdentityId &id)
{
    Statement statement(m_database, select + u"user_id = ? AND identities.id = ?"_s);
    statement.bind(user.text(), id.text());
    return statement.next().and_then([&](bool found) -> Result<api::Identity> {
        if (!found)
            return failure(Error::of(Error::Kind::NotFound, u"identityUnlinked"_s));
        return read(statement);
    });
}

Result<api::Identity> Identities::link(const api::UserId &user, const IdentityKey &key,
                                       const QString &name)
{
    Statement insert(m_database,
                     u"INSERT INTO identities (id, provider_id, subject, user_id, name, linked_at) "
                     "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (provider_id, subject) DO UPDATE "
                     "SET name = excluded.name WHERE user_id = excluded.user_id RETURNING id"_s);
    insert.bind(newId("idn"), key.provider.text(), key.subject, user.text(), name, m_clock.now());
    return insert.next().and_then([&](bool isTheirs) -> Result<api::Identity> {
        if (!isTheirs)
            return failure(Error::of(Error::Kind::Conflict, u"identityElsewhere"_s));
        return find(user, api::IdentityId(insert.text(0)));
    });
}

Result<Nothing> Identities::used(const IdentityKey &key, const QString &name)
{
    Statement update(m_database, u"UPDATE identities SET last_used_at = ?, name = ? "
                                 "WHERE provider_id = ? AND subject = ?"_s);
    update.bind(m_clock.now(), name, key.provider.text(), key.subject);
    return update.execute().map([](qint64) { return Nothing(); });
}

Result<Nothing> Identities::unlink(const api::UserId &user, const api::IdentityId &id)
{
    Statement remove(m_database, u"DELETE FROM identities WHERE user_id = ? AND id = ?"_s);
    remove.bind(user.text(), id.text());
    return remove.execute().map([](qint64) { return Nothing(); });
}

Result<qint64> Identities::unlinkSince(const api::UserId &user, Timestamp since)
{
    Statement remove(m_database, u"DELETE FROM identities WHERE user_id = ? AND linked_at >= ?"_s);
    remove.bind(user.text(), since);
    return remove.execute();
}

Result<bool> Identities::hasAnother(const api::UserId &user, const api::IdentityId &than)
{
    Statement statement(m_database,
                        u"SELECT 1 FROM identities JOIN providers ON providers.id = provider_id "
                        "WHERE user_id = ? AND identities.id <> ? AND is_on LIMIT 1"_s);
    statement.bind(user.text(), than.text());
    return statement.next();
}

Result<bool> Identities::useToken(const QByteArray &hash, Timestamp expiresAt)
{
    Statement insert(m_database, u"INSERT INTO used_id_tokens (hash, expires_at) VALUES (?, ?) "
                                 "ON CONFLICT (hash) DO NOTHING"_s);
    insert.bind(hash, expiresAt);
    return insert.execute().map([](qint64 inserted) { return inserted == 1; });
}

Result<qint64> Identities::forgetOld(int limit)
{
    Statement remove(m_database, u"DELETE FROM used_id_tokens WHERE hash IN (SELECT hash FROM "
                                 "used_id_tokens WHERE expires_at <= ? LIMIT ?)"_s);
    remove.bind(m_clock.now(), limit);
    return remove.execute();
}

} // namespace latchkey::server
