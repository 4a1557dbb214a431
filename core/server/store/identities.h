#pragma once

#include "api/providers.h"
#include "base/clock.h"
#include "base/result.h"

namespace latchkey::storage {
class Database;
}

namespace latchkey::server {

/// An account at a provider, as the provider tells it from all others.
struct IdentityKey
{
    api::ProviderId provider;
    QString subject;
};

/// Accounts elsewhere that sign in to accounts here.
class Identities
{
public:
    Identities(storage::Database &database, const Clock &clock);

    /// In the order in which they were linked.
    Result<QList<api::Identity>> of(const api::UserId &user);
    Result<std::optional<api::UserId>> ownerOf(const IdentityKey &key);
    /// NotFound `identityUnlinked`.
    Result<api::Identity> find(const api::UserId &user, const api::IdentityId &id);

    /// Answers the one that there is, where it is linked to that account. Conflict
    /// `identityElsewhere` where it is linked to another.
    Result<api::Identity> link(const api::UserId &user, const IdentityKey &key,
                               const QString &name);
    /// Signed in by, and this is what the provider calls it now.
    Result<Nothing> used(const IdentityKey &key, const QString &name);
    Result<Nothing> unlink(const api::UserId &user, const api::IdentityId &id);
    /// Those that were linked from then on. Answers how many.
    Result<qint64> unlinkSince(const api::UserId &user, Timestamp since = {});
    /// Whether one of another provider, that signs people in, would let the account's owner in.
    Result<bool> hasAnother(const api::UserId &user, const api::IdentityId &than);

    /// An ID token signs in once. Whether this is the first time.
    Result<bool> useToken(const QByteArray &hash, Timestamp expiresAt);

    Result<qint64> forgetOld(int limit);

private:
    storage::Database &m_database;
    const Clock &m_clock;
};

} // namespace latchkey::server
