#pragma once

#include "api/organisations.h"
#include "base/clock.h"
#include "base/result.h"

namespace latchkey::storage {
class Database;
class Statement;
} // namespace latchkey::storage

namespace latchkey::server {

/// Accounts that one made for others.
class ChildAccounts
{
public:
    ChildAccounts(storage::Database &database, const Clock &clock);

    /// The first one first. Rejected `cursorInvalid` (field `after`).
    Result<api::ChildAccounts> page(const api::UserId &parent, const std::optional<QString> &after,
                                    qint64 limit);
    /// NotFound `childUnknown`, also for one of another.
    Result<api::ChildAccount> find(const api::UserId &parent, const api::UserId &child);

    /// For one more; Conflict `tooManyChildren`.
    Result<Nothing> mustHaveRoom(const api::UserId &parent);
    /// An account that was just made, which inherits nothing.
    Result<api::ChildAccount> add(const api::UserId &parent, const api::UserId &child);
    /// NotFound `childUnknown`.
    Result<api::ChildAccount> setInheritance(const api::UserId &parent, const api::UserId &child,
                                             const api::Inheritance &inheritance);
    /// Whose child it is, where it is anybody's.
    Result<std::optional<api::UserCard>> parentOf(const api::UserId &child);
    /// Its parent, and its children.
    Result<QList<api::UserId>> othersOf(const api::UserId &user);
    /// Whose child it was; nobody's, where it has left before.
    Result<std::optional<api::UserId>> leave(const api::UserId &child);

private:
    storage::Database &m_database;
    const Clock &m_clock;
};

} // namespace latchkey::server
