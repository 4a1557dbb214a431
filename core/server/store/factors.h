#pragma once

#include "api/factors.h"
#include "base/clock.h"
#include "base/result.h"
#include "server/store/totp.h"
#include "server/store/vault.h"

#include <optional>

namespace latchkey::storage {
class Database;
class Statement;
} // namespace latchkey::storage

namespace latchkey::server {

struct FreshTotp
{
    api::FactorId id;
    Totp totp;
    Timestamp expiresAt{}; ///< unless it is activated before
};

/// What an account proves itself with besides the password.
class Factors
{
public:
    static constexpr int most = 10; ///< of one account

    /// Without a vault it is only read.
    Factors(storage::Database &database, const Clock &clock, const Vault *vault = nullptr);

    /// Those that are asked for, oldest first.
    Result<QList<api::EnrolledFactor>> list(const api::UserId &user);
    Result<bool> hasAny(const api::UserId &user);

    /// Counts for nothing until it is activated. Conflict `tooManyFactors`.
    Result<FreshTotp> enrol(const api::UserId &user, const QString &name);
    /// Codes that are sent: of each kind there is one, and until it is activated it may be enrolled
    /// again. Conflict `factorThere`, `tooManyFactors`.
    Result<api::FactorId> enrolCodes(const api::UserId &user, api::Factor kind,
                                     const QString &name);
    /// What kind waits for its code. NotFound `factorUnknown`, also where it came too late;
    /// Conflict `factorActive`, `tooManyFactors`.
    Result<api::Factor> waiting(const api::UserId &user, const api::FactorId &id);
    /// An authenticator that waits. Rejected `wrongCode` (field `code`), and what `waiting` says.
    Result<api::EnrolledFactor> activate(const api::UserId &user, const api::FactorId &id,
                                         const Secret &code);
    /// One that waits, and whose code came back.
    Result<api::EnrolledFactor> activateCodes(const api::UserId &user, const api::FactorId &id);
    /// NotFound `factorUnknown`.
    Result<api::EnrolledFactor> find(const api::UserId &user, const api::FactorId &id);
    Result<bool> rename(const api::UserId &user, const api::FactorId &id, const QString &name);
    /// Also one that waits for its code. NotFound `factorUnknown`.
    Result<Nothing> remove(const api::UserId &user, const api::FactorId &id);

    /// Those that are asked for since then, and those that wait.
    Result<Nothing> removeSince(const api::UserId &user, Timestamp moment);

    /// Whether codes of that kind are asked for. It is noted that one was used.
    Result<bool> useCodes(const api::UserId &user, api::Factor kind);
    /// Which authenticator shows this code, whose step is used up from here; nothing where none
    /// does.
    Result<std::optional<api::FactorId>> use(const api::UserId &user, const Secret &code);

    Result<qint64> forgetOld(int limit);

private:
    struct Sealed
    {
        api::FactorId id;
        QByteArray secret;
    };

    Result<qint64> countActive(const api::UserId &user);
    Result<Nothing> mustHaveRoom(const api::UserId &user);
    Result<Nothing> makeRoom(const api::UserId &user);
    Result<Sealed> findSealed(const api::FactorId &id);
    Result<QList<Sealed>> sealedOf(const api::UserId &user);
    /// Whether the factor shows this code at a step after the last one that was taken.
    Result<bool> takeStep(const Sealed &factor, const Secret &code);

    storage::Database &m_database;
    const Clock &m_clock;
    const Vault *m_vault;
};

} // namespace latchkey::server
