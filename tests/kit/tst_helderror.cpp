#include "kit/helderror.h"
#include "support/manualclock.h"
#include "support/testrunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// An error that asks for patience holds a form as long as it says.
class HeldErrorTest : public QObject
{
    Q_OBJECT

    static Error patience(std::chrono::seconds wait)
    {
        Error error = Error::of(Error::Kind::RateLimited, u"tooMany"_s);
        error.retryAfter = wait;
        return error;
    }

private Q_SLOTS:
    void holdsUntilItsTimeIsOver()
    {
        test::ManualClock clock;
        HeldError held(clock);
        const QSignalSpy changed(&held, &HeldError::changed);
        held.set(patience(30s));
        QVERIFY(held.isHolding());
        QCOMPARE(held.error()->retryAfter, 30s);
        clock.advance(12s);
        QCOMPARE(held.error()->retryAfter, 18s);
        QVERIFY(held.isHolding());
        clock.advance(18s);
        QTRY_VERIFY(!held.isHolding());
        QVERIFY(!held.error());
        QVERIFY(changed.size() >= 2);
    }

    void whatIsFollowedHoldsOnce()
    {
        test::ManualClock clock;
        HeldError held(clock);
        held.follow(patience(30s));
        clock.advance(20s);
        held.follow(patience(30s));
        QCOMPARE(held.error()->retryAfter, 10s);
        clock.advance(10s);
        QTRY_VERIFY(!held.isHolding());
        held.follow(patience(30s));
        QVERIFY(!held.isHolding());
        held.set(patience(30s));
        QVERIFY(held.isHolding());
        held.follow({});
        QVERIFY(!held.isHolding() && !held.error());
    }

    void everyOtherErrorStaysAndHoldsNothing()
    {
        const test::ManualClock clock;
        HeldError held(clock);
        const QSignalSpy changed(&held, &HeldError::changed);
        held.set(Error::of(Error::Kind::Conflict, u"taken"_s));
        QVERIFY(!held.isHolding());
        QCOMPARE(held.error()->code, u"taken"_s);
        QCOMPARE(changed.size(), 1);
        held.set({});
        QVERIFY(!held.error());
    }
};

LATCHKEY_TEST(HeldErrorTest)
#include "tst_helderror.moc"
