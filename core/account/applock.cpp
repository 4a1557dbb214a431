#include "account/applock.h"

#include "account/jsonfile.h"
#include "base/alarm.h"
#include "base/log.h"

#include <QJsonArray>

#include <algorithm>

namespace latchkey::account {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

/// Timers stand still while the computer sleeps; so the clock is looked at in between.
constexpr std::chrono::milliseconds longestSleep = 30s;

Error rejected(const QString &code, const QString &field = u"lock"_s)
{
    Error error = Error::of(Kind::Rejected, code);
    error.field = field;
    return error;
}

QJsonObject writeForgotten(const Timestamp &at, const QList<ProfileId> &known)
{
    QJsonArray profiles;
    for (const ProfileId &profile : known)
        profiles << profile.text();
    return {{u"at"_s, toRfc3339(at)}, {u"profiles"_s, profiles}};
}

} // namespace

AppLock::AppLock(QString file, const Clock &clock, Alarm &alarm, Hashing hashing, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_clock(clock)
    , m_alarm(alarm)
    , m_hashing(std::move(hashing))
{}

AppLock::~AppLock()
{
    m_idleness.cancel();
}

Result<Nothing> AppLock::load()
{
    const auto found = readJsonFile(m_file);
    if (!found && found.error().code != "brokenFile"_L1)
        return failure(found.error());
    if (!found) {
        const auto aside = setAside(m_file);
        return failure(aside ? Error::of(Kind::Rejected, u"lockBroken"_s, *aside) : found.error());
    }
    m_rest = found->value_or(QJsonObject());
    m_kept.hash = Secret(m_rest[u"hash"_s].toString());
    m_kept.isPin = m_rest[u"isPin"_s].toBool();
    m_kept.idleTime = std::chrono::minutes(std::clamp<qint64>(
        m_rest[u"idleMinutes"_s].toInteger(m_kept.idleTime.count()), 0, 24 * 60));
    m_kept.locksWithScreen = m_rest[u"withScreen"_s].toBool(m_kept.locksWithScreen);
    m_kept.wrongTries = std::max(0, m_rest[u"wrongTries"_s].toInt());
    m_kept.lastTry = fromRfc3339(m_rest[u"lastTry"_s].toString()).value_or(Timestamp());
    readForgotten();
    m_lastUse = m_clock.now();
    setLocked(isOn());
    Q_EMIT changed();
    return Nothing();
}

void AppLock::readForgotten()
{
    if (!m_rest.contains(u"forgotten"_s))
        return;
    const QJsonObject forgotten = m_rest[u"forgotten"_s].toObject();
    // One that can't be read goes on to count.
    m_kept.forgottenAt = fromRfc3339(forgotten[u"at"_s].toString()).value_or(Timestamp());
    for (const auto &profile : forgotten[u"profiles"_s].toArray())
        m_kept.known << ProfileId(profile.toString());
}

bool AppLock::isPin(const Secret &passphrase)
{
    const QByteArray &bytes = passphrase.reveal();
    return std::ranges::all_of(bytes, [](char one) { return one >= '0' && one <= '9'; });
}

Result<Nothing> AppLock::judge(const Secret &passphrase)
{
    const qsizetype length = passphrase.revealText().toUcs4().size();
    if (length < (isPin(passphrase) ? shortestPin : shortestPassphrase))
        return failure(rejected(u"lockTooShort"_s));
    if (length > longest)
        return failure(rejected(u"lockTooLong"_s));
    return Nothing();
}

Call<Nothing> AppLock::set(const Secret &passphrase, const Secret &present)
{
    if (const auto judged = judge(passphrase); !judged)
        return Call<Nothing>::finished(judged);
    if (!isOn())
        return take(passphrase);
    const CallSource<Nothing> source;
    afterMatch(present, [] {
        return Nothing();
    }).then(this, [this, source, passphrase](const Result<Nothing> &matched) {
        if (!matched) {
            source.finish(matched);
            return;
        }
        take(passphrase).then(this, [source](const Result<Nothing> &taken) {
            source.finish(taken);
        });
    });
    return source.call();
}

Call<Nothing> AppLock::take(const Secret &passphrase)
{
    const CallSource<Nothing> source;
    m_hashing.hash(passphrase).then(this, [this, source, passphrase](const Result<Secret> &hash) {
        if (!hash) {
            source.finish(failure(hash.error()));
            return;
        }
        Kept next = m_kept;
        next.hash = *hash;
        next.isPin = isPin(passphrase);
        next.wrongTries = 0;
        // A lock that is gone at the next start is none.
        if (const auto written = write(next); !written) {
            source.finish(written);
            return;
        }
        m_kept = next;
        m_lastUse = m_clock.now();
        watchIdleness();
        source.finish(Nothing());
        Q_EMIT changed();
    });
    return source.call();
}

Call<Nothing> AppLock::turnOff(const Secret &present)
{
    return afterMatch(present, [this] { return takeAway(m_kept); });
}

Call<Nothing> AppLock::unlock(const Secret &passphrase)
{
    return afterMatch(passphrase, [this]() -> Result<Nothing> {
        setLocked(false);
        return Nothing();
    });
}

Result<Nothing> AppLock::forget(const QList<ProfileId> &known)
{
    Kept next = m_kept;
    // Whoever forgets it once more may be who came in without it before.
    if (!next.forgottenAt) {
        next.forgottenAt = m_clock.now();
        next.known = known;
    }
    return takeAway(next);
}

void AppLock::passwordTaken(const ProfileId &profile, const std::optional<Timestamp> &createdAt)
{
    const bool isOlder = createdAt && isForgotten() && *createdAt < *m_kept.forgottenAt;
    if (!isForgotten() || !(isOlder || knew(profile)))
        return;
    m_kept.forgottenAt.reset();
    m_kept.known.clear();
    if (const auto written = write(m_kept); !written)
        qCWarning(logAccount) << "that the lock was forgotten stays on the disk:"
                              << written.error();
    Q_EMIT changed();
}

/// Where that can't be written the lock stays: at the next start it would be there again.
Result<Nothing> AppLock::takeAway(Kept next)
{
    next.hash = {};
    next.wrongTries = 0;
    if (const auto written = write(next); !written)
        return written;
    m_kept = next;
    setLocked(false);
    Q_EMIT changed();
    return Nothing();
}

std::chrono::milliseconds AppLock::waitLeft() const
{
    if (m_kept.wrongTries < freeTries)
        return 0ms;
    const int doublings = std::min(m_kept.wrongTries - freeTries, 6);
    const std::chrono::milliseconds wait = std::min(1s * (1 << doublings), longestWait);
    // A clock that was set back makes nobody wait for longer.
    return std::clamp<std::chrono::milliseconds>(m_kept.lastTry + wait - m_clock.now(), 0ms, wait);
}

/// Counted before it is looked at, and on the disk: to end the program gives no tries back.
Call<Nothing> AppLock::afterMatch(const Secret &passphrase, OnMatch act)
{
    if (!isOn())
        return Call<Nothing>::finished(act());
    if (m_isTrying)
        return Call<Nothing>::finished(failure(Error::of(Kind::Conflict, u"lockBusy"_s)));
    if (const auto left = waitLeft(); left > 0ms) {
        Error wait = Error::of(Kind::RateLimited, u"tooManyTries"_s);
        wait.retryAfter = std::chrono::ceil<std::chrono::seconds>(left);
        return Call<Nothing>::finished(failure(wait));
    }
    m_isTrying = true;
    ++m_kept.wrongTries;
    m_kept.lastTry = m_clock.now();
    if (const auto counted = write(m_kept); !counted)
        qCWarning(logAccount) << "a try could not be counted on the disk:" << counted.error();
    const CallSource<Nothing> source;
    m_hashing.matches(m_kept.hash, passphrase)
        .then(this, [this, source, act = std::move(act)](const Result<bool> &matches) {
            m_isTrying = false;
            source.finish(judged(matches, act));
        });
    return source.call();
}

Result<Nothing> AppLock::judged(const Result<bool> &matches, const OnMatch &act)
{
    if (matches && *matches) {
        m_kept.wrongTries = 0;
        if (const auto written = write(m_kept); !written)
            qCWarning(logAccount) << "tries could not be forgotten:" << written.error();
        return act();
    }
    if (!matches) { // that says nothing of what was typed
        --m_kept.wrongTries;
        return failure(matches.error());
    }
    Error wrong = rejected(u"wrongLock"_s);
    if (const auto left = waitLeft(); left > 0ms) {
        wrong = Error::of(Kind::RateLimited, u"tooManyTries"_s);
        wrong.retryAfter = std::chrono::ceil<std::chrono::seconds>(left);
    }
    return failure(wrong);
}

Result<Nothing> AppLock::setIdleTime(std::chrono::minutes time)
{
    m_kept.idleTime = time;
    m_lastUse = m_clock.now();
    watchIdleness();
    Q_EMIT changed();
    return write(m_kept);
}

Result<Nothing> AppLock::setLocksWithScreen(bool locks)
{
    m_kept.locksWithScreen = locks;
    Q_EMIT changed();
    return write(m_kept);
}

void AppLock::lock()
{
    if (isOn())
        setLocked(true);
}

void AppLock::screenLocked()
{
    if (m_kept.locksWithScreen)
        lock();
}

void AppLock::setLocked(bool isLocked)
{
    if (std::exchange(m_isLocked, isLocked) == isLocked)
        return;
    m_lastUse = m_clock.now();
    watchIdleness();
    Q_EMIT lockedChanged(isLocked);
}

void AppLock::used()
{
    if (!isOn() || m_isLocked)
        return;
    // Back after a long time, before any alarm had its turn.
    if (m_kept.idleTime > 0min && m_clock.now() - m_lastUse >= m_kept.idleTime)
        lock();
    else
        m_lastUse = m_clock.now();
}

void AppLock::watchIdleness()
{
    m_idleness.cancel();
    if (!isOn() || m_isLocked || m_kept.idleTime == 0min)
        return;
    const auto left = m_lastUse + m_kept.idleTime - m_clock.now();
    if (left <= 0ms) {
        lock();
        return;
    }
    m_idleness = m_alarm.after(std::clamp<std::chrono::milliseconds>(left, 1ms, longestSleep));
    m_idleness.then(this, [this](const Result<Nothing> &rang) {
        if (rang)
            watchIdleness();
    });
}

Result<Nothing> AppLock::write(const Kept &kept)
{
    QJsonObject file = m_rest;
    if (!kept.hash.isEmpty())
        file[u"hash"_s] = kept.hash.revealText();
    else
        file.remove(u"hash"_s);
    file[u"isPin"_s] = kept.isPin;
    file[u"idleMinutes"_s] = qint64(kept.idleTime.count());
    file[u"withScreen"_s] = kept.locksWithScreen;
    file[u"wrongTries"_s] = kept.wrongTries;
    file[u"lastTry"_s] = toRfc3339(kept.lastTry);
    file.remove(u"forgotten"_s);
    if (kept.forgottenAt)
        file[u"forgotten"_s] = writeForgotten(*kept.forgottenAt, kept.known);
    return writeJsonFile(m_file, file);
}

} // namespace latchkey::account
