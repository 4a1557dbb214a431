#pragma once

#include "api/factors.h"
#include "base/clock.h"
#include "base/result.h"
#include "server/store/vault.h"

#include <optional>

namespace latchkey::storage {
class Database;
}

namespace latchkey::server {

/// Codes that somebody wrote down for the day when the authenticator is gone. Only their hashes are
/// kept, with a key.
class RecoveryCodes
{
public:
    /// Without a vault it is only read.
    RecoveryCodes(storage::Database &database, const Clock &clock, const Vault *vault = nullptr);

    /// Ten of 50 bits, in place of those before: `XXXXX-XXXXX`.
    Result<QList<Secret>> make(const api::UserId &user);
    /// Nothing where none were made.
    Result<std::optional<api::RecoveryCodesLeft>> left(const api::UserId &user);
    /// Whether it was one of them, which it is no longer. As it is typed: in any case, with or
    /// without dash and spaces, with letters for the digits that look like them.
    Result<bool> use(const api::UserId &user, const Secret &typed);
    Result<Nothing> forgetAll(const api::UserId &user);
    /// Those that were made from then on.
    Result<Nothing> forgetSince(const api::UserId &user, Timestamp moment);

private:
    storage::Database &m_database;
    const Clock &m_clock;
    const Vault *m_vault;
};

} // namespace latchkey::server
