#pragma once

#include "api/operation.h"
#include "api/session.h"
#include "api/sessions.h"
#include "api/sessionterms.h"
#include "api/user.h"
#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"
#include "server/store/sessionpolicy.h"

#include <optional>

namespace latchkey::storage {
class Database;
class Statement;
} // namespace latchkey::storage

namespace latchkey::server {

/// Who asks: an account, through one of its sessions.
struct Asker
{
    api::UserId user;
    api::SessionId session;
};

/// When somebody last proved who they are: with the password, and with a second factor. What the
/// one proves takes nothing from the other.
struct Proven
{
    Timestamp at{}; ///< by whatever it was
    std::optional<Timestamp> byFactorAt;
    api::Level best = api::Level::SecondFactor; ///< that the account can prove
    Timestamp tokenMadeAt{};
};

/// Whose session acts in an account that isn't theirs, and why.
struct NewOnBehalf
{
    Asker by;
    QString reason;
};

struct NewSession
{
    api::UserId user{};
    api::Role role = api::Role::User;
    api::SessionKind kind = api::SessionKind::Device;
    api::Device device{};
    QString address{};
    api::Proof proof = api::Proof::Password;
    api::Level level = api::Level::Password; ///< that this proof is worth
    bool reviewed = false;                   ///< nobody needs to be asked whether it was them
    std::optional<Timestamp> until = {};     ///< it ends then at the latest
    std::optional<NewOnBehalf> onBehalf = {};
    api::SessionTerms terms{};
};

/// The token that a request came with, as it was found then.
struct HeldToken
{
    Timestamp foundAt{};
    Timestamp madeAt{};    ///< the present one
    bool isFormer = false; ///< the present one has replaced it
};

/// The token is known only here and now; the store keeps its hash.
struct BegunSession
{
    Secret token;
    api::Session session; ///< marked current
};

/// What a change left behind, and whether it changed anything: a second time is no new event.
struct SessionChange
{
    api::Session session;
    bool changed = false;
};

/// Another request proved the session meanwhile: see `Sessions::replaceToken`.
bool isProvenMeanwhile(const Error &error);

enum class Acquaintance : std::uint8_t {
    None,
    Seen,  ///< somebody signed in there, and nobody said yet who it was
    Known, ///< its owner signed up there, or said that it was them
};

class Sessions
{
public:
    Sessions(storage::Database &database, const Clock &clock, SessionPolicy policy);

    Result<BegunSession> begin(const NewSession &fresh);
    /// What the account's sign-ins of the last 90 days say of a device, but those that weren't its
    /// owner's.
    Result<Acquaintance> acquaintance(const api::UserId &user, const api::Device &device);

    /// Whose living session has that token now; nothing where there is none.
    Result<std::optional<Asker>> ofToken(const Secret &token, const api::SessionTerms &terms);
    /// The living session that the asker's own began on behalf of that account's owner.
    Result<std::optional<Asker>> begunOnBehalf(const Asker &asker, const api::UserId &account);
    /// How a living session was last proven; nothing when it lives no more.
    Result<std::optional<Proven>> proven(const Asker &asker);
    /// NotFound `sessionUnknown`, also for a session of somebody else.
    Result<api::Session> find(const Asker &asker, const api::SessionId &id);

    /// Conflict `isApiSession`: those have labels.
    Result<SessionChange> rename(const Asker &asker, const api::SessionId &id,
                                 const QString &label);
    Result<SessionChange> end(const Asker &asker, const api::SessionId &id, api::EndReason reason);
    enum class Reach : std::uint8_t { Devices, All };
    /// Every living session of the asker's account but the asker's own.
    Result<QList<api::Session>> endOthers(const Asker &asker, api::EndReason reason, Reach reach);
    /// Every living API session that was made in that session of the asker's account.
    Result<QList<api::Session>> endMadeIn(const Asker &asker, const api::SessionId &maker,
                                          api::EndReason reason);
    /// Every living session in which somebody acts in the asker's account.
    Result<QList<api::Session>> endActedBy(const Asker &asker, const api::UserId &actor,
                                           api::EndReason reason);
    /// What that session had begun in others' accounts, and ended with it.
    Result<QList<Asker>> endedWith(const api::SessionId &maker);
    /// The living ones in which somebody acts in others' accounts.
    Result<QList<Asker>> actedBy(const api::UserId &actor);
    /// Every living session of an account whose owner is not signed in to say so.
    Result<QList<api::Session>> endAll(const api::UserId &user, api::EndReason reason);
    /// Conflict `reinstateTooLate`, Forbidden `reinstateByOther`.
    Result<SessionChange> reinstate(const Asker &asker, const api::SessionId &id);
    /// `Mine` marks it as reviewed, and only a session that began earlier may say so; `NotMine`
    /// ends it as NotRecognised.
    Result<SessionChange> review(const Asker &asker, const api::SessionId &id,
                                 api::Verdict verdict);

    /// A new token for the asker's own session, proven now. The old one is good for another proof
    /// and nothing else from here: the answer with the new one may get lost. Conflict
    /// `provenMeanwhile` where another proved it since the token was found or a moment before that:
    /// the token of that one holds. Whoever never gets it may prove again after `retryAfter`.
    Result<BegunSession> replaceToken(const Asker &asker, api::Level level, const HeldToken &held,
                                      const api::SessionTerms &terms = {});
    /// A new token that nothing was proven for, which lives longer, as the terms say; for a minute
    /// the old one does the same. Unauthorized where it can't be renewed any more; Conflict
    /// `provenMeanwhile` as above.
    Result<BegunSession> renew(const Asker &asker, api::Role role, const HeldToken &held,
                               const api::SessionTerms &terms);

    /// Notes that the session is in use, at most once a minute unless its time is short; whether
    /// anything was written.
    /// `isTouchDue` tells beforehand, without a write.
    Result<bool> touch(const api::SessionId &id, const QString &address);
    bool isTouchDue(Timestamp lastActive, Timestamp expires) const;

    Result<qint64> countLiving();
    /// Ends as Expired at most `limit` sessions whose time is over.
    Result<QList<Asker>> endExpired(int limit);
    /// Forgets at most `limit` sessions that ended longer ago than they are shown.
    Result<qint64> forgetOld(int limit);

private:
    struct Replacement
    {
        std::optional<api::Level> proven = {};
        std::optional<std::chrono::milliseconds> life = {}; ///< else as from each use
        std::optional<Timestamp> formerUntil = {};
        std::optional<Timestamp> onlyIfStartedAfter = {};
    };

    Result<BegunSession> replace(const Asker &asker, const HeldToken &held,
                                 const api::SessionTerms &terms, const Replacement &how);
    Result<QString> loginOf(const api::UserId &user);
    Result<api::TokenFacts> factsOf(const Asker &asker, const api::SessionTerms &terms,
                                    const Replacement &how);
    Error provenMeanwhile() const;
    Result<QList<api::Session>> endWhere(const QString &condition, const QString &value,
                                         const Asker &asker, api::EndReason reason,
                                         const std::optional<QString> &by);
    Result<Nothing> makeRoom(const api::UserId &user);
    api::Session read(const storage::Statement &row, const Asker &asker) const;
    Result<SessionChange> outcome(storage::Statement &update, const Asker &asker,
                                  const api::SessionId &id);

    storage::Database &m_database;
    const Clock &m_clock;
    SessionPolicy m_policy;
};

} // namespace latchkey::server
