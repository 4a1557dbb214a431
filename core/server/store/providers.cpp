#include "server/store/providers.h"

#include "server/store/names.h"
#include "server/store/token.h"
#include "server/store/vault.h"
#include "storage/databaseerror.h"
#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

const QString select =
    u"SELECT id, kind, name, issuer, client_id, client_secret IS NOT NULL, makes_accounts, is_on, "
    "created_at, updated_at, (SELECT group_concat(domain, ' ') FROM (SELECT domain FROM "
    "provider_domains WHERE provider_id = providers.id ORDER BY domain)) FROM providers "_s;

api::Provider read(const Statement &row)
{
    return {.id = api::ProviderId(row.text(0)),
            .kind = fromStoredName<api::ProviderKind>(row.text(1)),
            .name = row.text(2),
            .issuer = row.text(3),
            .clientId = row.text(4),
            .hasSecret = row.boolean(5),
            .domains = row.text(10).split(u' ', Qt::SkipEmptyParts),
            .makesAccounts = row.boolean(6),
            .isOn = row.boolean(7),
            .createdAt = row.moment(8),
            .updatedAt = row.moment(9)};
}

Result<api::Provider> known(const std::optional<api::Provider> &found)
{
    if (!found)
        return failure(Error::of(Error::Kind::NotFound, u"providerUnknown"_s));
    return *found;
}

bool isSecond(const Error &error)
{
    return error.code == QLatin1StringView(storage::code::notUnique);
}

QString placeOfSecret(const api::ProviderId &id)
{
    return u"provider/"_s + id.text();
}

} // namespace

Providers::Providers(storage::Database &database, const Clock &clock, const Vault *vault)
    : m_database(database)
    , m_clock(clock)
    , m_vault(vault)
{}

Result<QList<api::Provider>> Providers::all()
{
    Statement statement(m_database, select + u"ORDER BY number"_s);
    return list(statement);
}

Result<api::Provider> Providers::find(const api::ProviderId &id)
{
    Statement statement(m_database, select + u"WHERE id = ?"_s);
    statement.bind(id.text());
    return first(statement).and_then(known);
}

Result<api::Provider> Providers::findOn(const api::ProviderId &id)
{
    Statement statement(m_database, select + u"WHERE id = ? AND is_on"_s);
    statement.bind(id.text());
    return first(statement).and_then(known);
}

Result<std::optional<api::Provider>> Providers::findByDomain(const QString &domain)
{
    Statement statement(m_database,
                        select + u"WHERE is_on AND id = (SELECT provider_id FROM provider_domains "
                                 "WHERE domain = ?)"_s);
    statement.bind(domain);
    return first(statement);
}

Result<api::Provider> Providers::findGoogle()
{
    Statement statement(m_database, select + u"WHERE is_on AND kind = ? ORDER BY number LIMIT 1"_s);
    statement.bind(storedName(api::ProviderKind::Google));
    return first(statement).and_then(known);
}

Result<std::optional<Secret>> Providers::secretOf(const api::ProviderId &id)
{
    using Known = std::optional<Secret>;
    Statement statement(m_database, u"SELECT client_secret FROM providers WHERE id = ?"_s);
    statement.bind(id.text());
    return statement.next().and_then([&](bool found) -> Result<Known> {
        if (!found || statement.isNull(0))
            return Known();
        return m_vault->open(statement.bytes(0), placeOfSecret(id)).map([](const Secret &secret) {
            return Known(secret);
        });
    });
}

Result<QList<api::Provider>> Providers::list(Statement &statement)
{
    QList<api::Provider> providers;
    for (;;) {
        const auto more = statement.next();
        if (!more)
            return failure(more.error());
        if (!*more)
            return providers;
        providers << read(statement);
    }
}

Result<std::optional<api::Provider>> Providers::first(Statement &statement)
{
    return statement.next().map(
        [&](bool found) { return found ? std::optional(read(statement)) : std::nullopt; });
}

std::optional<QByteArray> Providers::sealed(const std::optional<Secret> &secret,
                                            const api::ProviderId &id) const
{
    if (!secret || secret->isEmpty())
        return std::nullopt;
    return m_vault->seal(*secret, placeOfSecret(id));
}

Result<Nothing> Providers::mustHaveRoom()
{
    Statement count(m_database, u"SELECT COUNT(*) FROM providers"_s);
    return count.next().and_then([&](bool) -> Result<Nothing> {
        if (count.integer(0) < providersAtMost)
            return Nothing();
        return failure(Error::of(Error::Kind::Conflict, u"tooManyProviders"_s));
    });
}

Result<api::Provider> Providers::add(const NewProvider &fresh)
{
    if (auto room = mustHaveRoom(); !room)
        return failure(std::move(room).error());
    const api::ProviderId id(newId("prv"));
    const Timestamp now = m_clock.now();
    Statement insert(m_database, u"INSERT INTO providers (id, kind, name, issuer, client_id, "
                                 "client_secret, makes_accounts, created_at, updated_at) "
                                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    insert.bind(id.text(), storedName(fresh.kind), fresh.name, fresh.issuer, fresh.clientId,
                sealed(fresh.clientSecret, id), fresh.makesAccounts, now, now);
    if (const auto inserted = insert.execute(); !inserted) {
        return failure(isSecond(inserted.error())
                           ? Error::of(Error::Kind::Conflict, u"providerExists"_s)
                           : inserted.error());
    }
    return setDomains(id, fresh.domains).and_then([&](Nothing) { return find(id); });
}

Result<Nothing> Providers::setDomains(const api::ProviderId &id, const QList<QString> &domains)
{
    Statement remove(m_database, u"DELETE FROM provider_domains WHERE provider_id = ?"_s);
    remove.bind(id.text());
    if (auto removed = remove.execute(); !removed)
        return failure(std::move(removed).error());
    for (const QString &domain : domains) {
        Statement insert(m_database,
                         u"INSERT INTO provider_domains (domain, provider_id) VALUES (?, ?)"_s);
        insert.bind(domain, id.text());
        if (const auto inserted = insert.execute(); !inserted) {
            if (!isSecond(inserted.error()))
                return failure(inserted.error());
            Error taken = Error::of(Error::Kind::Conflict, u"domainTaken"_s, domain);
            taken.field = u"domains"_s;
            return failure(taken);
        }
    }
    return Nothing();
}

/// Whom another client of a provider sees may have other names there, or the same and other tokens.
Result<Nothing> Providers::mustKnowNobody(const api::EditProvider &change)
{
    if (!change.clientId)
        return Nothing();
    Statement known(m_database,
                    u"SELECT 1 FROM identities JOIN providers ON providers.id = provider_id "
                    "WHERE providers.id = ? AND client_id <> ? LIMIT 1"_s);
    known.bind(change.id.text(), *change.clientId);
    return known.next().and_then([](bool isAny) -> Result<Nothing> {
        if (isAny)
            return failure(Error::of(Error::Kind::Conflict, u"providerInUse"_s));
        return Nothing();
    });
}

Result<api::Provider> Providers::edit(const api::EditProvider &change)
{
    if (auto may = mustKnowNobody(change); !may)
        return failure(std::move(may).error());
    Statement update(m_database,
                     u"UPDATE providers SET name = COALESCE(?, name), "
                     "client_id = COALESCE(?, client_id), "
                     "client_secret = IIF(?, ?, client_secret), "
                     "makes_accounts = COALESCE(?, makes_accounts), is_on = COALESCE(?, is_on), "
                     "updated_at = ? WHERE id = ?"_s);
    update.bind(change.name, change.clientId, change.clientSecret.has_value(),
                sealed(change.clientSecret, change.id), change.makesAccounts, change.isOn,
                m_clock.now(), change.id.text());
    if (const auto updated = update.execute(); !updated) {
        return failure(isSecond(updated.error())
                           ? Error::of(Error::Kind::Conflict, u"providerExists"_s)
                           : updated.error());
    }
    return find(change.id).and_then([&](const api::Provider &provider) -> Result<api::Provider> {
        if (!change.domains)
            return provider;
        return setDomains(change.id, *change.domains).and_then([&](Nothing) {
            return find(change.id);
        });
    });
}

Result<Nothing> Providers::remove(const api::ProviderId &id)
{
    Statement remove(m_database, u"DELETE FROM providers WHERE id = ?"_s);
    remove.bind(id.text());
    return remove.execute().map([](qint64) { return Nothing(); });
}

} // namespace latchkey::server
