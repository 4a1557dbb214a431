#include "base/callscope.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace Qt::StringLiterals;

class CallTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNeverToldSynchronously()
    {
        const CallSource<int> source;
        int told = 0;
        source.call().then(this, [&](const Result<int> &result) { told = *result; });
        source.finish(7);
        QCOMPARE(told, 0);
        QTRY_COMPARE(told, 7);
    }

    void endsOnce()
    {
        const CallSource<int> source;
        int times = 0;
        source.call().then(this, [&](const Result<int> &) { ++times; });
        source.finish(1);
        source.finish(2);
        source.call().cancel();
        QCoreApplication::processEvents();
        QCOMPARE(times, 1);
    }

    void tellsReceiversInOrderAndLateOnesToo()
    {
        QStringList told;
        const Call<int> call = Call<int>::finished(1);
        call.then(this, [&](const auto &) { told << u"store"_s; });
        call.then(this, [&](const auto &) { told << u"widget"_s; });
        QTRY_COMPARE(told.size(), 2);
        call.then(this, [&](const auto &) { told << u"late"_s; });
        QTRY_COMPARE(told, (QStringList{u"store"_s, u"widget"_s, u"late"_s}));
    }

    void leavesDeadReceiversAlone()
    {
        const CallSource<int> source;
        auto widget = std::make_unique<QObject>();
        bool store = false;
        bool dead = false;
        source.call().then(this, [&](const auto &) { store = true; });
        source.call().then(widget.get(), [&](const auto &) { dead = true; });
        source.finish(1);
        widget.reset();
        QTRY_VERIFY(store);
        QVERIFY(!dead);
    }

    void cancelReachesTheWork()
    {
        CallSource<int> source;
        bool stopped = false;
        Error::Kind kind{};
        source.onCancel([&] { stopped = true; });
        source.call().then(this, [&](const auto &result) { kind = result.error().kind; });
        source.call().cancel();
        QVERIFY(stopped);
        QVERIFY(!source.isWanted());
        QTRY_COMPARE(kind, Error::Kind::Cancelled);
    }

    void aSourceThatGoesWithoutAnAnswerCancels()
    {
        std::optional<CallSource<int>> source(std::in_place);
        Error::Kind kind{};
        source->call().then(this, [&](const auto &result) { kind = result.error().kind; });
        source.reset();
        QTRY_COMPARE(kind, Error::Kind::Cancelled);
    }

    void leavesNothingBehindWhereItNeverArrives()
    {
        const auto held = std::make_shared<int>();
        {
            // As with a reply that is read from another: each end knows the other's.
            const CallSource<int> outer;
            const CallSource<int> inner;
            outer.onCancel([call = inner.call()] { call.cancel(); });
            inner.call().then(this, [outer, held](const Result<int> &) { outer.finish(1); });
            inner.finish(1);
        }
        QCOMPARE(held.use_count(), 2);
        QCoreApplication::removePostedEvents(QCoreApplication::instance(), QEvent::MetaCall);
        QCOMPARE(held.use_count(), 1);
    }

    void aScopeCancelsWhatItsOwnerStarted()
    {
        const CallSource<int> source;
        {
            CallScope scope;
            scope.add(source.call());
        }
        QVERIFY(!source.isWanted());
    }
};

LATCHKEY_TEST(CallTest)

#include "tst_call.moc"
