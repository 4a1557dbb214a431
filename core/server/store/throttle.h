#pragma once

#include "api/helping.h"
#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"
#include "server/store/throttlepolicy.h"

#include <QString>

#include <optional>

namespace latchkey::storage {
class Database;
}

namespace latchkey::server {

/// The key that it hashes with lies there.
inline const QString throttleKeySetting = QStringLiteral("throttleKey");

/// Counts tries before they are verified, so that parallel ones don't get through. Subjects are
/// counted by a keyed hash of their name, whether or not there is such a subject: where a kind has
/// several sorts of them, the name begins with the sort, as strangers choose what follows.
class Throttle
{
public:
    Throttle(storage::Database &database, const Clock &clock, Secret key, ThrottlePolicy policy);

    /// Counts one try at that subject, e.g. a normal e-mail, from that address, or refuses it with
    /// RateLimited (`tooManyTries`, `retryAfter`); a try that is refused is counted nowhere. What
    /// names nobody is counted by address alone.
    Result<Nothing> countTry(Try kind, const std::optional<QString> &subject,
                             const QString &address);

    /// The try was right: the subject starts anew, and the address gets its one try back.
    Result<Nothing> succeeded(Try kind, const std::optional<QString> &subject,
                              const QString &address);

    /// The try was right, but more is asked for: it is taken back, and those before it stay.
    Result<Nothing> halfSucceeded(Try kind, const QString &subject, const QString &address);

    /// While that subject has to wait.
    Result<std::optional<api::Lock>> lockOf(Try kind, const QString &subject);
    /// The subject starts anew; whether there was anything to forget.
    Result<bool> lift(Try kind, const QString &subject);

    /// One more account from that address, or RateLimited (`tooManyAccounts`).
    Result<Nothing> countNewAccount(const QString &address);

    /// One more text on behalf of that address, or RateLimited (`tooManyCodes`).
    Result<Nothing> countText(const QString &address);
    /// What somebody does of which this account is told by mail.
    Result<Nothing> countLetter(const api::UserId &to);
    /// One more name that something is kept by.
    Result<Nothing> countNewPreference(const api::UserId &owner);

    Result<qint64> forgetOld(int limit);

private:
    struct Kind;

    Kind kindOf(Try kind) const;
    Result<Nothing> countSubject(const QByteArray &key, const TryPolicy &policy);
    Result<Nothing> countWindow(const QByteArray &key, int allowed,
                                std::chrono::milliseconds window);
    Result<Nothing> countOfHour(const char *counter, const QString &address, int allowed,
                                QLatin1StringView code);
    Result<Nothing> giveBack(const QByteArray &key);
    Result<Nothing> giveBackTo(const Kind &of, const QString &address);
    Result<Nothing> refusal(const QByteArray &key);
    QByteArray keyOf(QByteArrayView counter, const QString &text) const;

    storage::Database &m_database;
    const Clock &m_clock;
    Secret m_key;
    ThrottlePolicy m_policy;
};

} // namespace latchkey::server
