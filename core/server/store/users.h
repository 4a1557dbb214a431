#pragma once

#include "api/accounts.h"
#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"

#include <optional>

namespace latchkey::storage {
class Database;
class Statement;
} // namespace latchkey::storage

namespace latchkey::server {

struct NewUser
{
    QString email; ///< normal, as `api::normalEmail` gives it
    QString name;
    api::Language language = api::Language::English;
    Secret passwordHash; ///< PHC string
    bool isEmailVerified = false;
    std::optional<QString> userName{}; ///< normal, as `api::normalUserName` gives it
};

struct StoredUser
{
    api::User user;
    Secret passwordHash;
};

struct ProfileChange
{
    std::optional<QString> name;
    std::optional<api::Language> language;
    std::optional<QString> userName{};
};

/// Conflict, with the field `userName`.
Error userNameTaken();

class Users
{
public:
    Users(storage::Database &database, const Clock &clock);

    /// The first account of an empty server becomes its administrator, decided in the same
    /// statement. Conflict `emailTaken` (field `email`), `userNameTaken` (field `userName`).
    Result<api::User> insert(const NewUser &fresh);

    Result<std::optional<StoredUser>> findByEmail(const QString &normalEmail);
    /// By an e-mail address or a user name, as `api::normalLogin` gives it.
    Result<std::optional<StoredUser>> findByLogin(const QString &normalLogin);
    /// By its tag, in any case.
    Result<std::optional<StoredUser>> findByTag(const QString &tag);
    Result<std::optional<StoredUser>> find(const api::UserId &id);
    /// Of those whose id has that number. Conflict `numberAmbiguous` where there are two.
    Result<std::optional<StoredUser>> findByNumber(qint64 number);
    /// Every account, in the order in which they came. Rejected `cursorInvalid` (field `after`).
    Result<api::AccountPage> page(const std::optional<QString> &after, qint64 limit);
    /// Whoever it may be: reading nobody is quicker than reading somebody, and that tells.
    Result<std::optional<StoredUser>> findAny();

    /// Conflict `changedMeanwhile` when `basedOn` is not the present version, `userNameTaken`;
    /// NotFound.
    Result<api::User> update(const api::UserId &id, qint64 basedOn, const ProfileChange &change);

    /// Conflict `changedMeanwhile` when the hash is no longer the one that was checked.
    Result<Nothing> setPasswordHash(const api::UserId &id, const Secret &checked,
                                    const Secret &next);

    /// They read what is sent there, and nobody else does: it is verified. NotFound; Conflict
    /// `emailTaken` (field `email`).
    Result<api::User> setEmail(const api::UserId &id, const QString &normalEmail);
    /// E.164, verified; or none. NotFound.
    Result<api::User> setPhone(const api::UserId &id, const std::optional<QString> &phone);

    /// No password is right until another is set by a reset.
    Result<Nothing> voidPassword(const api::UserId &id);

    /// With all that is the account's. False where there is none, or it is an administrator's.
    Result<bool> remove(const api::UserId &id);

    Result<qint64> count();

private:
    Result<api::User> changed(const api::UserId &id, storage::Statement &update);

    storage::Database &m_database;
    const Clock &m_clock;
};

} // namespace latchkey::server
