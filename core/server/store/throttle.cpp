#include "server/store/throttle.h"

#include "api/email.h"
#include "api/limitcodes.h"
#include "base/ipaddress.h"
#include "server/store/customer.h"
#include "server/store/token.h"
#include "storage/savepoint.h"
#include "storage/statement.h"

#include <algorithm>

namespace latchkey::server {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using storage::Savepoint;
using storage::Statement;

namespace {

/// By what is limited, where it was for that.
Error named(Error error, QLatin1StringView limit)
{
    if (error.kind == Error::Kind::RateLimited)
        error.code = limit;
    return error;
}

constexpr milliseconds subjectForgottenAfter = std::chrono::hours(24);

/// Nothing waits so long but what was counted while the clock was ahead.
constexpr milliseconds neverForgottenAfter = 2 * subjectForgottenAfter;

/// Of a subject; with one try free, the first wait is a second.
milliseconds longestWait(const TryPolicy &policy)
{
    return std::max<milliseconds>(policy.longestWait, std::chrono::seconds(1));
}

} // namespace

Throttle::Throttle(storage::Database &database, const Clock &clock, Secret key,
                   ThrottlePolicy policy)
    : m_database(database)
    , m_clock(clock)
    , m_key(std::move(key))
    , m_policy(policy)
{}

/// What a kind's counters are called, and what they allow.
struct Throttle::Kind
{
    const char *subject;
    const char *minute;
    const char *hour;
    const TryPolicy &policy;
};

Throttle::Kind Throttle::kindOf(Try kind) const
{
    switch (kind) {
    case Try::Password:
        return {"account", "minute", "hour", m_policy.password};
    case Try::SignUp:
        return {"signUp", "signUpMinute", "signUpHour", m_policy.signUp};
    case Try::Recovery:
        return {"recovery", "recoveryMinute", "recoveryHour", m_policy.recovery};
    case Try::Finding:
        return {"finding", "findingMinute", "findingHour", m_policy.finding};
    }
    Q_UNREACHABLE();
}

Result<Nothing> Throttle::countTry(Try kind, const std::optional<QString> &subject,
                                   const QString &address)
{
    auto part = Savepoint::begin(m_database);
    if (!part)
        return failure(std::move(part).error());
    const QString place = customerOf(address);
    const Kind of = kindOf(kind);
    const Result<Nothing> counted =
        subject ? countSubject(keyOf(of.subject, api::emailKey(*subject)), of.policy)
                : Result<Nothing>();
    return counted
        .and_then([&](Nothing) {
            return countWindow(keyOf(of.minute, place), of.policy.perAddressAndMinute,
                               std::chrono::minutes(1));
        })
        .and_then([&](Nothing) {
            return countWindow(keyOf(of.hour, place), of.policy.perAddressAndHour,
                               std::chrono::hours(1));
        })
        .and_then([&](Nothing) { return part->keep(); });
}

Result<Nothing> Throttle::succeeded(Try kind, const std::optional<QString> &subject,
                                    const QString &address)
{
    const Result<bool> lifted = subject ? lift(kind, *subject) : false;
    return lifted.and_then([&](bool) { return giveBackTo(kindOf(kind), address); });
}

Result<Nothing> Throttle::halfSucceeded(Try kind, const QString &subject, const QString &address)
{
    const Kind of = kindOf(kind);
    // How long the subject waits stays: what comes next may be guessed at.
    Statement update(m_database,
                     u"UPDATE throttle SET tries = tries - 1 WHERE key = ? AND tries > 0"_s);
    update.bind(keyOf(of.subject, api::emailKey(subject)));
    return update.execute().and_then([&](qint64) { return giveBackTo(of, address); });
}

Result<Nothing> Throttle::giveBackTo(const Kind &of, const QString &address)
{
    const QString place = customerOf(address);
    return giveBack(keyOf(of.minute, place)).and_then([&](Nothing) {
        return giveBack(keyOf(of.hour, place));
    });
}

Result<std::optional<api::Lock>> Throttle::lockOf(Try kind, const QString &subject)
{
    Statement lock(m_database, u"SELECT tries, open_at FROM throttle WHERE key = ? "
                               "AND open_at > ? AND open_at <= ? AND forget_at > ?"_s);
    const Timestamp now = m_clock.now();
    const Kind of = kindOf(kind);
    lock.bind(keyOf(of.subject, api::emailKey(subject)), now, now + longestWait(of.policy), now);
    return lock.next().map([&](bool found) {
        return found ? std::optional(api::Lock{lock.integer(0), lock.moment(1)}) : std::nullopt;
    });
}

Result<bool> Throttle::lift(Try kind, const QString &subject)
{
    Statement remove(m_database, u"DELETE FROM throttle WHERE key = ?"_s);
    remove.bind(keyOf(kindOf(kind).subject, api::emailKey(subject)));
    return remove.execute().map([](qint64 removed) { return removed > 0; });
}

Result<Nothing> Throttle::countNewAccount(const QString &address)
{
    return countOfHour("newAccounts", address, m_policy.newAccountsPerAddressAndHour,
                       api::tooManyAccounts);
}

Result<Nothing> Throttle::countText(const QString &address)
{
    return countOfHour("texts", address, m_policy.textsPerAddressAndHour, api::tooManyCodes);
}

Result<Nothing> Throttle::countLetter(const api::UserId &to)
{
    return countWindow(keyOf("letters", to.text()), m_policy.lettersPerAccountAndHour,
                       std::chrono::hours(1))
        .map_error([](Error error) { return named(std::move(error), api::tooManyLetters); });
}

Result<Nothing> Throttle::countNewPreference(const api::UserId &owner)
{
    return countWindow(keyOf("newPreferences", owner.text()),
                       m_policy.newPreferencesPerAccountAndHour, std::chrono::hours(1));
}

Result<Nothing> Throttle::countOfHour(const char *counter, const QString &address, int allowed,
                                      QLatin1StringView code)
{
    const auto parsed = IpAddress::parse(address.toStdString());
    if (!m_policy.countsCostOfLoopback && parsed && parsed->isLoopback())
        return Nothing();
    return countWindow(keyOf(counter, customerOf(address)), allowed, std::chrono::hours(1))
        .map_error([code](Error error) { return named(std::move(error), code); });
}

Result<qint64> Throttle::forgetOld(int limit)
{
    Statement remove(m_database, u"DELETE FROM throttle WHERE key IN (SELECT key FROM throttle "
                                 "WHERE forget_at <= ? OR forget_at > ? LIMIT ?)"_s);
    remove.bind(m_clock.now(), m_clock.now() + neverForgottenAfter, limit);
    return remove.execute();
}

// One statement asks whether the subject is open, counts, and closes it for as long as the count
// says: two tries at once can't both be the last one. What is closed for longer than ever anything
// is was closed while the clock was ahead.
Result<Nothing> Throttle::countSubject(const QByteArray &key, const TryPolicy &policy)
{
    const Timestamp now = m_clock.now();
    const Timestamp firstOpen = policy.freeFailures <= 1 ? now + std::chrono::seconds(1) : now;
    const auto longest = milliseconds(policy.longestWait).count();
    Statement count(m_database,
                    u"INSERT INTO throttle (key, tries, open_at, forget_at) VALUES (?, 1, ?, ?) "
                    "ON CONFLICT (key) DO UPDATE SET "
                    "tries = CASE WHEN forget_at <= ? THEN 1 ELSE tries + 1 END, "
                    "open_at = CASE WHEN forget_at <= ? THEN excluded.open_at "
                    "WHEN tries + 1 < ? THEN 0 "
                    "ELSE ? + MIN(?, 1000 * (1 << MIN(tries + 1 - ?, 20))) END, "
                    "forget_at = excluded.forget_at WHERE open_at <= ? OR open_at > ? "
                    "RETURNING tries"_s);
    count.bind(key, firstOpen, now + subjectForgottenAfter, now, now, policy.freeFailures, now,
               longest, policy.freeFailures, now, now + longestWait(policy));
    return count.next().and_then(
        [&](bool counted) { return counted ? Result<Nothing>() : refusal(key); });
}

Result<Nothing> Throttle::countWindow(const QByteArray &key, int allowed, milliseconds window)
{
    const Timestamp now = m_clock.now();
    const Timestamp end = now + window;
    Statement count(m_database,
                    u"INSERT INTO throttle (key, tries, open_at, forget_at) VALUES (?, 1, ?, ?) "
                    "ON CONFLICT (key) DO UPDATE SET "
                    "tries = CASE WHEN forget_at NOT BETWEEN ? AND ? THEN 1 ELSE tries + 1 END, "
                    "open_at = CASE WHEN forget_at NOT BETWEEN ? AND ? THEN excluded.open_at "
                    "WHEN tries + 1 < ? THEN 0 ELSE forget_at END, "
                    "forget_at = CASE WHEN forget_at NOT BETWEEN ? AND ? THEN excluded.forget_at "
                    "ELSE forget_at END WHERE open_at NOT BETWEEN ? AND ? RETURNING tries"_s);
    const Timestamp first = now + milliseconds(1); // where a window that goes on ends, till `end`
    count.bind(key, allowed <= 1 ? end : now, end, first, end, first, end, allowed, first, end,
               first, end);
    return count.next().and_then(
        [&](bool counted) { return counted ? Result<Nothing>() : refusal(key); });
}

Result<Nothing> Throttle::giveBack(const QByteArray &key)
{
    Statement update(m_database,
                     u"UPDATE throttle SET tries = tries - 1, open_at = 0 WHERE key = ? "
                     "AND tries > 0"_s);
    update.bind(key);
    return update.execute().map([](qint64) { return Nothing(); });
}

Result<Nothing> Throttle::refusal(const QByteArray &key)
{
    Statement open(m_database, u"SELECT open_at FROM throttle WHERE key = ?"_s);
    open.bind(key);
    return open.next().and_then([&](bool found) -> Result<Nothing> {
        const milliseconds wait = found ? open.moment(0) - m_clock.now() : milliseconds(0);
        Error error = Error::of(Error::Kind::RateLimited, api::tooManyTries);
        error.retryAfter =
            std::max(std::chrono::ceil<std::chrono::seconds>(wait), std::chrono::seconds(1));
        return failure(error);
    });
}

QByteArray Throttle::keyOf(QByteArrayView counter, const QString &text) const
{
    return hmacSha256(m_key, QByteArray(counter.toByteArray() + ':' + text.toUtf8())).left(16);
}

} // namespace latchkey::server
