#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"
#include "server/store/throttlepolicy.h"

#include <QString>

namespace latchkey::storage {
class Database;
}

namespace latchkey::server {

/// Counts tries to sign in before they are verified, so that parallel ones don't get through.
/// Accounts are counted by a keyed hash of the e-mail, whether or not there is such an account.
class Throttle
{
public:
    Throttle(storage::Database &database, const Clock &clock, Secret key, ThrottlePolicy policy);

    /// Counts one try of that account from that address, or refuses it with RateLimited
    /// (`tooManyTries`, `retryAfter`); a try that is refused is counted nowhere.
    Result<Nothing> countTry(const QString &normalEmail, const QString &address);

    /// The try was right: the account starts anew, and the address gets its one try back.
    Result<Nothing> succeeded(const QString &normalEmail, const QString &address);

    /// One more account from that address, or RateLimited (`tooManyAccounts`).
    Result<Nothing> countNewAccount(const QString &address);

    Result<qint64> forgetOld(int limit);

private:
    Result<Nothing> countAccount(const QByteArray &key);
    Result<Nothing> countWindow(const QByteArray &key, int allowed,
                                std::chrono::milliseconds window);
    Result<Nothing> giveBack(const QByteArray &key);
    Result<Nothing> refusal(const QByteArray &key);
    QByteArray keyOf(QByteArrayView kind, const QString &text) const;

    storage::Database &m_database;
    const Clock &m_clock;
    Secret m_key;
    ThrottlePolicy m_policy;
};

} // namespace latchkey::server
