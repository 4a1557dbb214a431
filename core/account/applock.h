#pragma once

#include "account/profile.h"
#include "base/call.h"
#include "base/clock.h"
#include "base/secret.h"

#include <QJsonObject>
#include <QList>
#include <QObject>

#include <chrono>
#include <functional>
#include <optional>

namespace latchkey {
class Alarm;
}

namespace latchkey::account {

/// Keeps people from the open program: a PIN or passphrase, asked for after a while without use,
/// when the screen was locked, and when the program starts. It seals nothing: the tokens are where
/// they are kept, and whoever reads this person's files needs no window.
///
/// After five wrong tries the next ones wait, also beyond the program's end.
class AppLock final : public QObject
{
    Q_OBJECT

public:
    /// How a passphrase is told again; slow, and away from this thread.
    struct Hashing
    {
        std::function<Call<Secret>(const Secret &passphrase)> hash;
        std::function<Call<bool>(const Secret &hash, const Secret &passphrase)> matches;
    };

    static constexpr qsizetype shortestPin = 4;        ///< digits alone
    static constexpr qsizetype shortestPassphrase = 8; ///< characters
    static constexpr qsizetype longest = 128;
    static constexpr int freeTries = 5;
    static constexpr std::chrono::seconds longestWait{60};

    /// The clock and the alarm outlive it.
    AppLock(QString file, const Clock &clock, Alarm &alarm, Hashing hashing,
            QObject *parent = nullptr);
    ~AppLock() override;

    /// Locked at once where there is a lock. A file that can't be understood is set aside, and then
    /// there is none.
    Result<Nothing> load();

    bool isOn() const { return !m_kept.hash.isEmpty(); }
    bool isLocked() const { return m_isLocked; }
    bool isPin() const { return m_kept.isPin; }
    /// 0: never by itself.
    std::chrono::minutes idleTime() const { return m_kept.idleTime; }
    bool locksWithScreen() const { return m_kept.locksWithScreen; }
    /// By which its waits are counted.
    const Clock &clock() const { return m_clock; }

    /// Rejected `lockTooShort` or `lockTooLong`.
    static Result<Nothing> judge(const Secret &passphrase);
    static bool isPin(const Secret &passphrase);

    /// Begins the lock, or changes it: then the present one must be given, else it is Rejected
    /// `wrongLock`, or RateLimited `tooManyTries`.
    Call<Nothing> set(const Secret &passphrase, const Secret &present = {});
    Call<Nothing> turnOff(const Secret &present);
    Result<Nothing> setIdleTime(std::chrono::minutes time);
    Result<Nothing> setLocksWithScreen(bool locks);

    void lock();
    /// The screen was locked.
    void screenLocked();
    Call<Nothing> unlock(const Secret &passphrase);
    /// Whoever does this has signed out of everything before. `known` are the profiles of the own
    /// server that were there.
    Result<Nothing> forget(const QList<ProfileId> &known);
    /// Somebody came in without the PIN, and may be a stranger: a mailbox that anybody can read
    /// here must not give them a new password. Until `passwordTaken`, also beyond the program's
    /// end.
    bool isForgotten() const { return m_kept.forgottenAt.has_value(); }
    /// Whoever is signed in there has shown who they are, for it was there before.
    bool knew(const ProfileId &profile) const { return m_kept.known.contains(profile); }
    /// Somebody gave the right password of an account on the own server. One that was made since
    /// shows nothing.
    void passwordTaken(const ProfileId &profile, const std::optional<Timestamp> &createdAt);

    /// Somebody uses the program.
    void used();

Q_SIGNALS:
    void lockedChanged(bool isLocked);
    /// Whether there is a lock, and when it locks.
    void changed();

private:
    using OnMatch = std::function<Result<Nothing>()>;

    /// What stands in the file.
    struct Kept
    {
        Secret hash = {}; ///< empty: no lock
        bool isPin = false;
        std::chrono::minutes idleTime{5};
        bool locksWithScreen = true;
        int wrongTries = 0;
        Timestamp lastTry{};
        std::optional<Timestamp> forgottenAt = {};
        QList<ProfileId> known = {}; ///< with `forgottenAt`
    };

    std::chrono::milliseconds waitLeft() const;
    Call<Nothing> afterMatch(const Secret &passphrase, OnMatch act);
    Result<Nothing> judged(const Result<bool> &matches, const OnMatch &act);
    Call<Nothing> take(const Secret &passphrase);
    void setLocked(bool isLocked);
    void watchIdleness();
    void readForgotten();
    Result<Nothing> takeAway(Kept next);
    Result<Nothing> write(const Kept &kept);

    const QString m_file;
    const Clock &m_clock;
    Alarm &m_alarm;
    const Hashing m_hashing;
    QJsonObject m_rest; ///< what a newer program wrote there stays
    Kept m_kept;
    bool m_isLocked = false;
    bool m_isTrying = false;
    Timestamp m_lastUse{};
    Call<Nothing> m_idleness;
};

} // namespace latchkey::account
