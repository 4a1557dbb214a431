#pragma once

#include "api/grants.h"
#include "base/clock.h"
#include "base/result.h"

namespace latchkey::storage {
class Database;
class Statement;
} // namespace latchkey::storage

namespace latchkey::server {

inline constexpr qint64 grantsAtMost = 200; ///< that live, given by one account

struct NewGrant
{
    api::UserId giver;
    api::UserId receiver;
    api::Package package = api::Package::None;
    api::PackageTier tier = api::PackageTier::Basic;
};

/// What is not given stays.
struct GrantChange
{
    std::optional<api::Package> package;
    std::optional<api::PackageTier> tier;
};

/// Subscriptions that accounts give to each other.
class Grants
{
public:
    Grants(storage::Database &database, const Clock &clock);

    /// Newest first. Where there are too many to be shown, ended ones are left out before others.
    Result<QList<api::Grant>> givenBy(const api::UserId &user);
    Result<QList<api::Grant>> receivedBy(const api::UserId &user);
    /// NotFound `grantUnknown`, also for one of two others.
    Result<api::Grant> find(const api::UserId &asker, const api::GrantId &id);

    /// Rejected `grantToSelf`; NotFound `userUnknown`; Conflict `grantExists`, `tooManyGrants`.
    Result<api::Grant> create(const NewGrant &fresh);
    /// Forbidden `grantByOther`; Conflict `grantEnded`.
    Result<api::Grant> update(const api::UserId &asker, const api::GrantId &id,
                              const GrantChange &change);
    /// A second time changes nothing.
    Result<api::Grant> end(const api::UserId &asker, const api::GrantId &id);

    /// Whoever gave it something, or was given something by it.
    Result<QList<api::UserId>> othersOf(const api::UserId &user);

    Result<qint64> forgetOld(int limit);

private:
    Result<QList<api::Grant>> list(const QString &side, const api::UserId &user);
    Result<Nothing> mustHaveRoom(const api::UserId &giver);

    storage::Database &m_database;
    const Clock &m_clock;
};

} // namespace latchkey::server
