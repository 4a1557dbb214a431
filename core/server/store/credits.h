#pragma once

#include "api/credits.h"
#include "base/clock.h"
#include "base/result.h"

namespace latchkey::storage {
class Database;
}

namespace latchkey::server {

struct Movement
{
    api::UserId user; ///< whom the credits come to; less than none leave them
    qint64 amount = 0;
    QString cause; ///< normal, as `api::normalReason` gives it
    api::UserId actor;
};

/// The books of all credits: whatever comes to an account leaves the server's own, and back.
class Credits
{
public:
    Credits(storage::Database &database, const Clock &clock);

    Result<qint64> balanceOf(const api::UserId &user);
    /// Newest first. Rejected `cursorInvalid`.
    Result<api::CreditPage> entriesOf(const api::UserId &user, const std::optional<QString> &after,
                                      qint64 limit);

    /// Of an account that is there. Rejected `amountZero`; Conflict `creditsTooFew`,
    /// `creditsTooMany`.
    Result<api::CreditEntry> move(const Movement &movement);

private:
    Result<Nothing> add(const Movement &movement);
    Result<qint64> note(const Movement &movement, const api::CreditEntryId &id);
    Result<qint64> placeOf(const api::UserId &user, const std::optional<QString> &after);

    storage::Database &m_database;
    const Clock &m_clock;
};

} // namespace latchkey::server
