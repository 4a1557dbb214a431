#pragma once

#include "api/authorizations.h"
#include "base/clock.h"
#include "base/result.h"

namespace latchkey::storage {
class Database;
class Statement;
} // namespace latchkey::storage

namespace latchkey::server {

inline constexpr qint64 authorizationsAtMost = 200; ///< given by one account

/// What somebody would do in whose account.
struct Access
{
    api::UserId giver;
    api::UserId receiver;
    api::AccessScope scope = api::AccessScope::Profile;
    api::AccessAction action = api::AccessAction::Read;
};

/// What is not given stays.
struct AuthorizationChange
{
    std::optional<api::AccessScope> scope;
    std::optional<api::AccessAction> action;
};

/// Accounts that let others into parts of them.
class Authorizations
{
public:
    Authorizations(storage::Database &database, const Clock &clock);

    /// Given and received, newest first.
    Result<QList<api::Authorization>> of(const api::UserId &user);
    Result<QList<api::Authorization>> receivedBy(const api::UserId &user);
    Result<QList<api::Authorization>> between(const api::UserId &giver,
                                              const api::UserId &receiver);
    /// NotFound `authorizationUnknown`, also for one of two others.
    Result<api::Authorization> find(const api::UserId &asker, const api::AuthorizationId &id);
    /// Now: nothing of it is kept anywhere else.
    Result<bool> allows(const Access &access);

    /// Rejected `authorizationToSelf`, `actionNotGiven`; NotFound `userUnknown`; Conflict
    /// `authorizationExists`, `tooManyAuthorizations`.
    Result<api::Authorization> create(const Access &access);
    /// Forbidden `authorizationByOther`; Rejected `actionNotGiven`; Conflict `authorizationExists`.
    Result<api::Authorization> update(const api::UserId &asker, const api::AuthorizationId &id,
                                      const AuthorizationChange &change);
    /// By either. Answers what it was.
    Result<api::Authorization> revoke(const api::UserId &asker, const api::AuthorizationId &id);
    /// What an account gave, or gave more of, from then on. Answers what it was.
    Result<QList<api::Authorization>> revokeSince(const api::UserId &giver, Timestamp since = {});
    /// Whoever lets it in, or is let in by it.
    Result<QList<api::UserId>> othersOf(const api::UserId &user);

private:
    Result<QList<api::Authorization>> list(storage::Statement &statement);
    Result<Nothing> mustHaveRoom(const api::UserId &giver);

    storage::Database &m_database;
    const Clock &m_clock;
};

} // namespace latchkey::server
