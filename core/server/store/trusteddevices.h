#pragma once

#include "api/factors.h"
#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"
#include "server/store/challenges.h"

namespace latchkey::storage {
class Database;
}

namespace latchkey::server {

/// The token is known only here and now; the store keeps its hash.
struct FreshTrust
{
    api::TrustedDeviceId id;
    Secret token;
};

/// Devices that are not asked for a second factor.
class TrustedDevices
{
public:
    TrustedDevices(storage::Database &database, const Clock &clock);

    Result<FreshTrust> trust(const SigningIn &who);
    /// Whether the device that has this token is still trusted with that account.
    Result<bool> use(const api::UserId &user, const Secret &token);

    /// Newest first.
    Result<QList<api::TrustedDevice>> list(const api::UserId &user);
    /// NotFound `trustedDeviceUnknown`.
    Result<Nothing> forget(const api::UserId &user, const api::TrustedDeviceId &id);
    /// How many there were.
    Result<qint64> forgetAll(const api::UserId &user);

    Result<qint64> forgetOld(int limit);

private:
    Result<Nothing> makeRoom(const api::UserId &user);

    storage::Database &m_database;
    const Clock &m_clock;
};

} // namespace latchkey::server
