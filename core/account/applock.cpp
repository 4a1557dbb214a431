#include "account/applock.h"

#include "account/jsonfile.h"
#include "base/alarm.h"
#include "base/log.h"

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
        return failure(aside ? Error::of(Kind::Server, u"lockBroken"_s, *aside) : found.error());
    }
    m_rest = found->value_or(QJsonObject());
    m_hash = Secret(m_rest[u"hash"_s].toString());
    m_isPin = m_rest[u"isPin"_s].toBool();
    m_idleTime = std::chrono::minutes(
        std::clamp<qint64>(m_rest[u"idleMinutes"_s].toInteger(m_idleTime.count()), 0, 24 * 60));
    m_locksWithScreen = m_rest[u"withScreen"_s].toBool(m_locksWithScreen);
    m_wrongTries = std::max(0, m_rest[u"wrongTries"_s].toInt());
    m_lastTry = fromRfc3339(m_rest[u"lastTry"_s].toString()).value_or(Timestamp());
    m_lastUse = m_clock.now();
    setLocked(isOn());
    Q_EMIT changed();
    return Nothing();
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
        m_hash = *hash;
        m_isPin = isPin(passphrase);
        m_wrongTries = 0;
        m_lastUse = m_clock.now();
        watchIdleness();
        source.finish(write());
        Q_EMIT changed();
    });
    return source.call();
}

Call<Nothing> AppLock::turnOff(const Secret &present)
{
    return afterMatch(present, [this] { return forget(); });
}

Call<Nothing> AppLock::unlock(const Secret &passphrase)
{
    return afterMatch(passphrase, [this]() -> Result<Nothing> {
        setLocked(false);
        return Nothing();
    });
}

Result<Nothing> AppLock::forget()
{
    m_hash = {};
    m_wrongTries = 0;
    setLocked(false);
    const auto written = write();
    Q_EMIT changed();
    return written;
}

std::chrono::milliseconds AppLock::waitLeft() const
{
    if (m_wrongTries < freeTries)
        return 0ms;
    const int doublings = std::min(m_wrongTries - freeTries, 6);
    const std::chrono::milliseconds wait = std::min(1s * (1 << doublings), longestWait);
    // A clock that was set back makes nobody wait for longer.
    return std::clamp<std::chrono::milliseconds>(m_lastTry + wait - m_clock.now(), 0ms, wait);
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
    ++m_wrongTries;
    m_lastTry = m_clock.now();
    if (const auto counted = write(); !counted)
        qCWarning(logAccount) << "a try could not be counted on the disk:" << counted.error();
    const CallSource<Nothing> source;
    m_hashing.matches(m_hash, passphrase)
        .then(this, [this, source, act = std::move(act)](const Result<bool> &matches) {
            m_isTrying = false;
            source.finish(judged(matches, act));
        });
    return source.call();
}

Result<Nothing> AppLock::judged(const Result<bool> &matches, const OnMatch &act)
{
    if (matches && *matches) {
        m_wrongTries = 0;
        if (const auto written = write(); !written)
            qCWarning(logAccount) << "tries could not be forgotten:" << written.error();
        return act();
    }
    if (!matches) { // that says nothing of what was typed
        --m_wrongTries;
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
    m_idleTime = time;
    m_lastUse = m_clock.now();
    watchIdleness();
    Q_EMIT changed();
    return write();
}

Result<Nothing> AppLock::setLocksWithScreen(bool locks)
{
    m_locksWithScreen = locks;
    Q_EMIT changed();
    return write();
}

void AppLock::lock()
{
    if (isOn())
        setLocked(true);
}

void AppLock::screenLocked()
{
    if (m_locksWithScreen)
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
    if (m_idleTime > 0min && m_clock.now() - m_lastUse >= m_idleTime)
        lock();
    else
        m_lastUse = m_clock.now();
}

void AppLock::watchIdleness()
{
    m_idleness.cancel();
    if (!isOn() || m_isLocked || m_idleTime == 0min)
        return;
    const auto left = m_lastUse + m_idleTime - m_clock.now();
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

Result<Nothing> AppLock::write()
{
    QJsonObject &file = m_rest;
    if (isOn())
        file[u"hash"_s] = m_hash.revealText();
    else
        file.remove(u"hash"_s);
    file[u"isPin"_s] = m_isPin;
    file[u"idleMinutes"_s] = qint64(m_idleTime.count());
    file[u"withScreen"_s] = m_locksWithScreen;
    file[u"wrongTries"_s] = m_wrongTries;
    file[u"lastTry"_s] = toRfc3339(m_lastTry);
    return writeJsonFile(m_file, file);
}

} // namespace latchkey::account
