#pragma once

#include "api/plans.h"
#include "base/clock.h"
#include "base/result.h"

namespace latchkey::storage {
class Database;
}

namespace latchkey::server {

/// Which tier each account is in.
class Plans
{
public:
    Plans(storage::Database &database, const Clock &clock);

    /// Unverified as long as the address of a free one is.
    Result<api::Tier> tierOf(const api::User &user);

    /// From free to `api::upgradeTier`. Conflict `emailNotVerified`, `planUpgraded`.
    Result<Nothing> upgrade(const api::User &user);
    /// Of an account that is there. Rejected `tierNotOffered`.
    Result<Nothing> set(const api::UserId &user, api::Tier tier);

private:
    storage::Database &m_database;
    const Clock &m_clock;
};

} // namespace latchkey::server
