#pragma once

#include "api/helping.h"
#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"

#include <QString>

#include <optional>

namespace latchkey::storage {
class Database;
}

namespace latchkey::server {

class Vault;

/// The code is known only here and now; the store keeps its hash.
struct FreshReset
{
    QString id;
    QString cause; ///< of the mail that takes the code to its account's owner
    Secret code;
    api::StartedReset reset;
};

/// Resets of a password that somebody started for another. Their codes of 50 bits need no other
/// name, and hold for a day. What became of their mails, the queue of the post says.
class StartedResets
{
public:
    /// Without a vault it is only read.
    StartedResets(storage::Database &database, const Clock &clock, const Vault *vault = nullptr);

    /// The ones before are worth nothing any more. RateLimited `codeTooSoon` or `tooManyCodes`,
    /// with `retryAfter`.
    Result<FreshReset> start(const api::UserId &user);
    Result<std::optional<api::StartedReset>> last(const api::UserId &user);

    /// Whose password this code resets, while it does.
    Result<std::optional<api::UserId>> find(const Secret &typed);
    /// Whether it did, which it does no longer.
    Result<bool> use(const Secret &typed);
    /// The password was set in some other way.
    Result<Nothing> withdraw(const api::UserId &user);

    Result<qint64> forgetOld(int limit);

private:
    Result<Nothing> admit(const api::UserId &user);
    QByteArray hashOf(const Secret &typed) const;

    storage::Database &m_database;
    const Clock &m_clock;
    const Vault *m_vault;
};

} // namespace latchkey::server
