#pragma once

#include "api/user.h"
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
struct WayBack
{
    Secret code;
    QString cause; ///< of the mail that takes it to the old address
    Timestamp until{};
};

/// What an account's address was, and whose it is again; and what the account had with it.
struct FormerEmail
{
    api::UserId user;
    QString email;
    std::optional<QString> phone = {};
    Timestamp until{}; ///< from then on it had another
};

/// Changes of address, each of which can be taken back for 72 hours by whoever reads the old one.
class EmailChanges
{
public:
    EmailChanges(storage::Database &database, const Clock &clock, const Vault &vault);

    /// Those before stay open: who changed the address twice has not won.
    Result<WayBack> open(const api::User &former);
    /// That way back, and those of every change that came after it, are used up. Rejected
    /// `wrongCode` (field `code`).
    Result<FormerEmail> take(const Secret &typed);
    /// The account has the address again that a way back leads to: that one, and those of every
    /// change that came after it, are used up. Whether there was one.
    Result<bool> returned(const api::User &now);

    Result<qint64> forgetOld(int limit);

private:
    QByteArray hashOf(const Secret &typed) const;
    Result<Nothing> closeFrom(const api::UserId &user, qint64 number);

    storage::Database &m_database;
    const Clock &m_clock;
    const Vault &m_vault;
};

} // namespace latchkey::server
