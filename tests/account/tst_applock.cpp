#include "account/applock.h"
#include "account/signingoutofall.h"
#include "plainhashing.h"
#include "secrets/system/passphrasehash.h"
#include "stage.h"
#include "support/testrunner.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace std::chrono_literals;
using account::AppLock;
using Kind = Error::Kind;

namespace {

struct Door
{
    Door()
        : lock(file, clock, alarm, plainHashing())
    {}

    static Secret pin() { return Secret(u"2468"_s); }

    Result<Nothing> end(const Call<Nothing> &call)
    {
        std::optional<Result<Nothing>> result;
        call.then(&context, [&](const Result<Nothing> &one) { result = one; });
        settle();
        return result.value_or(failure(Error::of(Kind::Timeout, u"neverEnded"_s)));
    }
    void close()
    {
        QVERIFY(end(lock.set(pin())));
        lock.lock();
        QVERIFY(lock.isLocked());
    }
    std::chrono::seconds waitAfter(const Secret &wrong)
    {
        const auto tried = end(lock.unlock(wrong));
        return tried ? -1s : tried.error().retryAfter.value_or(0s);
    }
    /// Time passes for clock and alarm alike, a second at a time.
    void pass(std::chrono::seconds time)
    {
        for (; time > 0s; time -= 1s) {
            clock.advance(1s);
            alarm.advance(1s);
            settle();
        }
    }

    QTemporaryDir dir;
    QString file = dir.filePath(u"lock.json"_s);
    ManualClock clock;
    ManualAlarm alarm;
    QObject context;
    AppLock lock;
};

} // namespace

class AppLockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsLongEnough_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("code");
        QTest::addRow("three digits") << u"123"_s << u"lockTooShort"_s;
        QTest::addRow("four digits") << u"1234"_s << QString();
        QTest::addRow("seven letters") << u"abcdefg"_s << u"lockTooShort"_s;
        QTest::addRow("eight letters") << u"abcdefgh"_s << QString();
        QTest::addRow("eight characters") << u"锁上这扇大铁门"_s + u"🦊"_s << QString();
        QTest::addRow("nothing") << QString() << u"lockTooShort"_s;
        QTest::addRow("too long") << QString(129, u'1') << u"lockTooLong"_s;
    }

    void tellsWhatIsLongEnough()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, code);
        const auto judged = AppLock::judge(Secret(typed));
        QCOMPARE(judged ? QString() : judged.error().code, code);
    }

    void withoutALockNothingLocks()
    {
        Door door;
        QVERIFY(door.lock.load());
        QVERIFY(!door.lock.isOn());
        door.lock.lock();
        door.lock.screenLocked();
        door.pass(2h);
        QVERIFY(!door.lock.isLocked());
        QVERIFY(!QFile::exists(door.file));
    }

    void opensWithTheRightOneOnly()
    {
        Door door;
        door.close();
        QVERIFY(door.lock.isPin());
        const auto wrong = door.end(door.lock.unlock(Secret(u"1111"_s)));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().kind, Kind::Rejected);
        QCOMPARE(wrong.error().code, u"wrongLock"_s);
        QVERIFY(door.lock.isLocked());
        QVERIFY(door.end(door.lock.unlock(Door::pin())));
        QVERIFY(!door.lock.isLocked());
    }

    void isLockedWhenTheProgramStarts()
    {
        Door door;
        door.close();
        AppLock next(door.file, door.clock, door.alarm, plainHashing());
        QVERIFY(next.load());
        QVERIFY(next.isLocked());
        QVERIFY(door.end(next.unlock(Door::pin())));
        QVERIFY(!next.isLocked());
    }

    void isKeptForThisPersonAlone()
    {
        Door door;
        door.close();
        const auto mine = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QCOMPARE(QFileInfo(door.file).permissions(), mine);
        QFile file(door.file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("hash"));
    }

    void afterFiveWrongTriesEachWaitsLonger()
    {
        Door door;
        door.close();
        const Secret wrong(u"0000"_s);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(door.waitAfter(wrong), 0s);
        for (const auto wait : {1s, 2s, 4s, 8s, 16s, 32s, 60s, 60s}) {
            QCOMPARE(door.waitAfter(wrong), wait);
            // Not even the right one gets in, and asking costs nothing.
            QCOMPARE(door.waitAfter(Door::pin()), wait);
            door.clock.advance(wait - 1s);
            QCOMPARE(door.waitAfter(Door::pin()), 1s);
            door.clock.advance(1s);
        }
        QVERIFY(door.end(door.lock.unlock(Door::pin())));
        door.lock.lock();
        QCOMPARE(door.waitAfter(wrong), 0s); // counted anew
    }

    void aNewStartGivesNoTriesBack()
    {
        Door door;
        door.close();
        for (int i = 0; i < 6; ++i) {
            door.waitAfter(Secret(u"0000"_s));
            door.clock.advance(1min);
        }
        door.waitAfter(Secret(u"0000"_s));
        AppLock next(door.file, door.clock, door.alarm, plainHashing());
        QVERIFY(next.load());
        const auto tried = door.end(next.unlock(Door::pin()));
        QVERIFY(!tried);
        QCOMPARE(tried.error().kind, Kind::RateLimited);
        QCOMPARE(tried.error().retryAfter, 4s);
    }

    void aClockThatWasSetBackMakesNobodyWaitLonger()
    {
        Door door;
        door.close();
        for (int i = 0; i < 5; ++i)
            door.waitAfter(Secret(u"0000"_s));
        door.clock.advance(-24h);
        QCOMPARE(door.waitAfter(Door::pin()), 1s);
    }

    void oneTryAtATime()
    {
        Door door;
        door.close();
        const auto first = door.lock.unlock(Secret(u"0000"_s));
        const auto second = door.end(door.lock.unlock(Door::pin()));
        QVERIFY(!second);
        QCOMPARE(second.error().code, u"lockBusy"_s);
        QVERIFY(door.lock.isLocked());
    }

    void locksAfterAWhileWithoutUse()
    {
        Door door;
        QVERIFY(door.end(door.lock.set(Door::pin())));
        QVERIFY(door.lock.setIdleTime(5min));
        const QSignalSpy told(&door.lock, &AppLock::lockedChanged);
        door.pass(4min);
        door.lock.used();
        door.pass(4min + 59s);
        QVERIFY(!door.lock.isLocked());
        door.pass(1s);
        QVERIFY(door.lock.isLocked());
        QCOMPARE(told.size(), 1);
    }

    void neverMeansNever()
    {
        Door door;
        QVERIFY(door.end(door.lock.set(Door::pin())));
        QVERIFY(door.lock.setIdleTime(0min));
        door.pass(3h);
        door.lock.used();
        QVERIFY(!door.lock.isLocked());
        door.lock.lock();
        QVERIFY(door.lock.isLocked());
    }

    void whoComesBackFromSleepFindsItLocked()
    {
        Door door;
        QVERIFY(door.end(door.lock.set(Door::pin())));
        door.clock.advance(6min); // timers stood still
        door.lock.used();
        QVERIFY(door.lock.isLocked());

        QVERIFY(door.end(door.lock.unlock(Door::pin())));
        door.clock.advance(6min);
        door.alarm.advance(30s);
        settle();
        QVERIFY(door.lock.isLocked());
    }

    void locksWithTheScreenWhereWanted()
    {
        Door door;
        QVERIFY(door.end(door.lock.set(Door::pin())));
        QVERIFY(door.lock.setLocksWithScreen(false));
        door.lock.screenLocked();
        QVERIFY(!door.lock.isLocked());
        QVERIFY(door.lock.setLocksWithScreen(true));
        door.lock.screenLocked();
        QVERIFY(door.lock.isLocked());
    }

    void isChangedAndEndedByWhoKnowsIt()
    {
        Door door;
        QVERIFY(door.end(door.lock.set(Door::pin())));
        const Secret next(u"a longer one"_s);
        QVERIFY(!door.end(door.lock.set(next, Secret(u"0000"_s))));
        QVERIFY(door.end(door.lock.set(next, Door::pin())));
        QVERIFY(!door.lock.isPin());
        QVERIFY(!door.end(door.lock.turnOff(Door::pin())));
        QVERIFY(door.lock.isOn());
        QVERIFY(door.end(door.lock.turnOff(next)));
        QVERIFY(!door.lock.isOn());
        AppLock later(door.file, door.clock, door.alarm, plainHashing());
        QVERIFY(later.load());
        QVERIFY(!later.isOn() && !later.isLocked());
    }

    void whoForgotItHasToShowWhoTheyAre()
    {
        const account::ProfileId mine(u"mine"_s);
        const account::ProfileId other(u"other"_s);
        Door door;
        door.clock.advance(24h);
        const Timestamp before = door.clock.now() - 1s;
        door.close();
        QVERIFY(!door.lock.isForgotten());
        QVERIFY(door.lock.forget({mine}));
        QVERIFY(!door.lock.isOn() && !door.lock.isLocked());
        QVERIFY(door.lock.isForgotten());
        QVERIFY(door.lock.knew(mine) && !door.lock.knew(other));

        // No new lock takes the mark away, nor its end, nor the next start, nor who forgets again.
        door.clock.advance(1h);
        door.close();
        AppLock next(door.file, door.clock, door.alarm, plainHashing());
        QVERIFY(next.load());
        QVERIFY(next.isForgotten() && next.knew(mine));
        QVERIFY(door.end(next.turnOff(Door::pin())));
        QVERIFY(next.isForgotten());
        QVERIFY(next.forget({mine, other}));
        QVERIFY(!next.knew(other));

        // Nor an account that a stranger made meanwhile.
        next.passwordTaken(other, door.clock.now() - 1s);
        next.passwordTaken(other, {});
        next.passwordTaken({}, {});
        QVERIFY(next.isForgotten());
        next.passwordTaken(other, before);
        QVERIFY(!next.isForgotten());

        QVERIFY(door.lock.isForgotten());
        door.lock.passwordTaken(mine, {});
        QVERIFY(!door.lock.isForgotten());
        AppLock last(door.file, door.clock, door.alarm, plainHashing());
        QVERIFY(last.load());
        QVERIFY(!last.isForgotten());
    }

    void whatCantBeWrittenDidNotHappen()
    {
        Door door;
        QVERIFY(QDir().mkpath(door.file));
        QVERIFY(!door.end(door.lock.set(Door::pin())));
        QVERIFY(!door.lock.isOn());
        QVERIFY(QDir().rmdir(door.file));
        door.close();
        QVERIFY(QFile::remove(door.file) && QDir().mkpath(door.file));
        const QSignalSpy told(&door.lock, &AppLock::lockedChanged);
        QVERIFY(!door.lock.forget({}));
        QVERIFY(!door.end(door.lock.turnOff(Door::pin())));
        QVERIFY(!door.end(door.lock.set(Secret(u"a longer one"_s), Door::pin())));
        QVERIFY(door.lock.isLocked() && door.lock.isPin());
        QVERIFY(!door.lock.isForgotten() && told.isEmpty());
        QVERIFY(QDir().rmdir(door.file));
        QVERIFY(door.lock.forget({}));
        QVERIFY(!door.lock.isLocked() && !door.lock.isOn());
    }

    void turningItOffForgetsNothing()
    {
        Door door;
        QVERIFY(door.end(door.lock.set(Door::pin())));
        QVERIFY(door.end(door.lock.turnOff(Door::pin())));
        QVERIFY(!door.lock.isForgotten());
    }

    void aMarkThatCantBeReadCounts()
    {
        Door door;
        QFile file(door.file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"forgotten":true})");
        file.close();
        QVERIFY(door.lock.load());
        QVERIFY(door.lock.isForgotten());
    }

    void aBrokenFileIsSetAside()
    {
        Door door;
        QFile file(door.file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{");
        file.close();
        const auto loaded = door.lock.load();
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, u"lockBroken"_s);
        QVERIFY(QFile::exists(door.file + u".broken-1"_s));
        QVERIFY(!door.lock.isOn());
    }

    void hashesAreMadeElsewhereAndDiffer()
    {
        QList<Secret> hashes;
        bool wasSynchronous = false;
        for (int i = 0; i < 2; ++i) {
            const auto call = secrets::hashPassphrase(Secret(u"2468"_s));
            call.then(this, [&](const Result<Secret> &hash) { hashes << hash.value(); });
            wasSynchronous = wasSynchronous || hashes.size() > i;
        }
        QVERIFY(!wasSynchronous);
        QTRY_COMPARE_WITH_TIMEOUT(hashes.size(), 2, 20000);
        QVERIFY(hashes.first().reveal().startsWith("$argon2id$"));
        QVERIFY(!hashes.first().matches(hashes.last()));
        std::optional<bool> right;
        std::optional<bool> wrong;
        secrets::matchesPassphrase(hashes.first(), Secret(u"2468"_s))
            .then(this, [&](const Result<bool> &is) { right = is.value(); });
        secrets::matchesPassphrase(hashes.first(), Secret(u"2469"_s))
            .then(this, [&](const Result<bool> &is) { wrong = is.value(); });
        QTRY_VERIFY_WITH_TIMEOUT(right && wrong, 20000);
        QVERIFY(*right && !*wrong);
    }

    void outOfEverythingLeavesNoToken()
    {
        Stage stage;
        account::Account &one = stage.signIn();
        account::Account &two = stage.signIn(u"two.example"_s);
        std::optional<Result<Nothing>> end;
        account::signOutOfAll(stage.accounts).then(this, [&](const Result<Nothing> &out) {
            end = out;
        });
        QVERIFY(!one.credential() && !two.credential());
        settle();
        // However long the servers take: they are told, and nobody waits for them.
        QVERIFY(end && end->has_value());
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(stage.line(), QByteArray("DELETE /v1/session"));
            stage.answer<api::SignOut>({});
        }
    }

    void aTokenThatStaysIsTold()
    {
        Stage stage;
        stage.signIn();
        stage.keychain.grip = Error::of(Kind::Forbidden, u"keychainLocked"_s);
        std::optional<Result<Nothing>> end;
        account::signOutOfAll(stage.accounts).then(this, [&](const Result<Nothing> &out) {
            end = out;
        });
        while (!end && !stage.line().isEmpty())
            stage.answer<api::SignOut>({});
        settle();
        QVERIFY(end && !end->has_value());
        QVERIFY(end->error().code.startsWith(u"tokenKept"_s));
    }
};

LATCHKEY_TEST(AppLockTest)
#include "tst_applock.moc"
