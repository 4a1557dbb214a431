#pragma once

#include "api/providersettings.h"
#include "base/clock.h"
#include "base/result.h"

namespace latchkey::storage {
class Database;
class Statement;
} // namespace latchkey::storage

namespace latchkey::server {

class Vault;

inline constexpr qint64 providersAtMost = 20;

/// As `api::normalDomains` gives them, and the rest as it was looked at.
struct NewProvider
{
    api::ProviderKind kind = api::ProviderKind::OpenId;
    QString name;
    QString issuer;
    QString clientId;
    std::optional<Secret> clientSecret;
    QList<QString> domains;
    bool makesAccounts = false;
};

/// OpenID providers that sign people in.
class Providers
{
public:
    /// Without a vault nobody is told a secret, and none is kept.
    Providers(storage::Database &database, const Clock &clock, const Vault *vault);

    /// In the order in which they came.
    Result<QList<api::Provider>> all();
    /// NotFound `providerUnknown`.
    Result<api::Provider> find(const api::ProviderId &id);
    /// ... that signs people in.
    Result<api::Provider> findOn(const api::ProviderId &id);
    /// That addresses of this domain are led to.
    Result<std::optional<api::Provider>> findByDomain(const QString &domain);
    /// The first that is Google and signs people in. NotFound `providerUnknown`.
    Result<api::Provider> findGoogle();
    Result<std::optional<Secret>> secretOf(const api::ProviderId &id);

    /// Conflict `providerExists`, `tooManyProviders`; Conflict `domainTaken` (field `domains`).
    Result<api::Provider> add(const NewProvider &fresh);
    /// What is not given stays. As `add` and `find`; Conflict `providerInUse` for another client,
    /// once anybody signs in by this one.
    Result<api::Provider> edit(const api::EditProvider &change);
    Result<Nothing> remove(const api::ProviderId &id);

private:
    Result<QList<api::Provider>> list(storage::Statement &statement);
    Result<std::optional<api::Provider>> first(storage::Statement &statement);
    Result<Nothing> mustHaveRoom();
    Result<Nothing> mustKnowNobody(const api::EditProvider &change);
    Result<Nothing> setDomains(const api::ProviderId &id, const QList<QString> &domains);
    std::optional<QByteArray> sealed(const std::optional<Secret> &secret,
                                     const api::ProviderId &id) const;

    storage::Database &m_database;
    const Clock &m_clock;
    const Vault *m_vault;
};

} // namespace latchkey::server
