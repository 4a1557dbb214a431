#pragma once

#include "api/ids.h"
#include "api/signingin.h"
#include "base/clock.h"
#include "base/result.h"

#include <optional>

namespace latchkey::storage {
class Database;
class Statement;
} // namespace latchkey::storage

namespace latchkey::server {

/// Who signs in, after what they gave first and before the one thing more.
struct SigningIn
{
    api::UserId user;
    api::Device device;
    QString address;
    std::optional<api::Factor> shown = {}; ///< where it wasn't the password that they gave first
};

struct OpenedChallenge
{
    api::ChallengeId id;
    Timestamp expiresAt{};
};

/// Sign-ins that wait for one thing more.
class Challenges
{
public:
    Challenges(storage::Database &database, const Clock &clock);

    Result<OpenedChallenge> open(const SigningIn &who);

    /// Whose it is, while it can be answered from there. NotFound `challengeUnknown`.
    Result<SigningIn> find(const api::ChallengeId &id, const QString &address);

    /// One try at it, counted before anybody looks at the code. NotFound `challengeUnknown`: there
    /// is no such, its time is over, its five tries are, or it was opened from elsewhere.
    Result<SigningIn> countTry(const api::ChallengeId &id, const QString &address);

    /// Answered: nobody answers it again.
    Result<Nothing> close(const api::ChallengeId &id);
    /// The password that was right before them means nothing any more.
    Result<Nothing> closeAll(const api::UserId &user);

    Result<qint64> forgetOld(int limit);

private:
    Result<SigningIn> read(storage::Statement &statement, const api::ChallengeId &id,
                           const QString &address);

    storage::Database &m_database;
    const Clock &m_clock;
};

} // namespace latchkey::server
