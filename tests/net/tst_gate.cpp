#include "net/gate.h"
#include "support/faketransport.h"
#include "support/manualalarm.h"
#include "support/manualclock.h"
#include "support/testrunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::net;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

struct World
{
    test::FakeTransport transport;
    test::ManualClock clock;
    test::ManualAlarm alarm;
    Repeats repeats;
    Gate gate{transport,
              clock,
              alarm,
              [] { return 1.0; },
              {.inFlight = 2,
               .repeats = [this] { return repeats; },
               .isAboutOneCall = [](const HttpReply &reply) { return reply.body == "one"; }}};

    void pass(std::chrono::milliseconds by)
    {
        clock.advance(by);
        alarm.advance(by);
        QCoreApplication::processEvents();
    }

    void answer(size_t index, int status, const HttpHeaders &headers = {},
                const QByteArray &body = {})
    {
        transport.answer(index, {status, headers, body});
        QCoreApplication::processEvents();
        QCoreApplication::processEvents(); // the gate's receiver, then the caller's
    }

    void fail(size_t index, Error::Kind kind, const QString &code)
    {
        transport.fail(index, Error::of(kind, code));
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }

    size_t sent() const { return transport.sent.size(); }
};

Outgoing get(const QByteArray &path = "/")
{
    return {.request = {.path = path}, .isRepeatable = true};
}

Outgoing post(const QByteArray &path = "/")
{
    return {.request = {.method = HttpMethod::Post, .path = path}};
}

} // namespace

class GateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsABoundedNumberThroughInOrder()
    {
        World world;
        for (const char *path : {"/1", "/2", "/3", "/4"})
            world.gate.send(get(path));
        QCOMPARE(world.sent(), 2u);
        world.answer(1, 200);
        QCOMPARE(world.sent(), 3u);
        QCOMPARE(world.transport.sent[2].request.path, QByteArray("/3"));
        world.answer(0, 200);
        QCOMPARE(world.transport.sent[3].request.path, QByteArray("/4"));
    }

    void isStoppedFromElsewhereToo()
    {
        World world;
        world.gate.pause(20s);
        world.gate.send(get());
        QCOMPARE(world.sent(), 0u);
        world.pass(20s);
        QCOMPARE(world.sent(), 1u);
    }

    void noServerGetsLessThanAPause()
    {
        World world;
        world.gate.send(get());
        world.answer(0, 429, {{"Retry-After", "0"}});
        world.pass(499ms);
        QCOMPARE(world.sent(), 1u);
        world.pass(1ms);
        QCOMPARE(world.sent(), 2u);
    }

    void handsOverWhateverTheServerSays_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 204, 302, 400, 401, 403, 404, 409, 422, 500, 501})
            QTest::addRow("%d", status) << status;
    }

    void handsOverWhateverTheServerSays()
    {
        QFETCH(int, status);
        World world;
        int got = 0;
        world.gate.send(get()).then(this, [&](const auto &reply) { got = reply->status; });
        world.answer(0, status);
        QCOMPARE(got, status);
        QCOMPARE(world.sent(), 1u);
    }

    void repeatsTwiceWhatMayBeRepeated()
    {
        World world;
        Error error;
        world.gate.send(get()).then(this, [&](const auto &reply) { error = reply.error(); });
        world.fail(0, Error::Kind::Network, u"connectionLost"_s);
        QCOMPARE(world.sent(), 1u);
        world.pass(399ms);
        QCOMPARE(world.sent(), 1u);
        world.pass(1ms);
        QCOMPARE(world.sent(), 2u);
        world.fail(1, Error::Kind::Timeout, u"timeout"_s);
        world.pass(800ms);
        QCOMPARE(world.sent(), 3u);
        world.fail(2, Error::Kind::Network, u"connectionRefused"_s);
        world.pass(1h);
        QCOMPARE(world.sent(), 3u);
        QCOMPARE(error.code, u"connectionRefused"_s);
    }

    void asksEachTimeHowOftenToRepeat()
    {
        World world;
        world.repeats.most = 0;
        int ended = 0;
        world.gate.send(get()).then(this, [&](const auto &) { ++ended; });
        world.fail(0, Error::Kind::Network, u"connectionLost"_s);
        QCOMPARE(ended, 1);
        world.repeats.most = 1;
        world.gate.send(get()).then(this, [&](const auto &) { ++ended; });
        world.fail(1, Error::Kind::Network, u"connectionLost"_s);
        world.pass(1h);
        QCOMPARE(world.sent(), 3u);
        QCOMPARE(ended, 1);
        world.answer(2, 200);
        QCOMPARE(ended, 2);
    }

    void repeatsByOtherTerms()
    {
        World world;
        world.repeats = {.most = 100,
                         .firstWait = 1s,
                         .longestWait = 2s,
                         .factor = 1.5,
                         .within = 6s,
                         .afterLostConnections = true};
        Error error;
        world.gate.send(get()).then(this, [&](const auto &reply) { error = reply.error(); });
        size_t sent = 1;
        for (const auto wait : {1000ms, 1500ms, 2000ms}) {
            world.fail(sent - 1, Error::Kind::Network, u"connectionLost"_s);
            world.pass(wait - 1ms);
            QCOMPARE(world.sent(), sent);
            world.pass(1ms);
            QCOMPARE(world.sent(), ++sent);
        }
        world.fail(3, Error::Kind::Network, u"connectionLost"_s); // 4.5 of its 6 seconds are over
        QCOMPARE(error.code, u"connectionLost"_s);
        world.pass(1h);
        QCOMPARE(world.sent(), 4u);
    }

    void repeatsNoLostConnectionWhereItMayNot()
    {
        World world;
        world.repeats.afterLostConnections = false;
        int ended = 0;
        world.gate.send(get()).then(this, [&](const auto &) { ++ended; });
        world.fail(0, Error::Kind::Network, u"connectionLost"_s);
        QCOMPARE(ended, 1);
        world.gate.send(get()).then(this, [&](const auto &) { ++ended; });
        world.answer(1, 503);
        world.pass(1s);
        QCOMPARE(world.sent(), 3u);
        world.answer(2, 200);
        QCOMPARE(ended, 2);
    }

    void repeats_data()
    {
        QTest::addColumn<int>("status"); // 0: none
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("isRepeated");
        for (const int status : {502, 503, 504})
            QTest::addRow("%d", status) << status << QString() << true;
        QTest::newRow("500") << 500 << QString() << false;
        QTest::newRow("lost") << 0 << u"connectionLost"_s << true;
        QTest::newRow("unknown host") << 0 << u"unknownHost"_s << true;
        QTest::newRow("tls") << 0 << u"tlsExpired"_s << false;
        QTest::newRow("proxy") << 0 << u"proxyRefused"_s << false;
    }

    void repeats()
    {
        QFETCH(int, status);
        QFETCH(QString, code);
        QFETCH(bool, isRepeated);
        for (const bool isRepeatable : {true, false}) {
            World world;
            bool hasEnded = false;
            world.gate.send(isRepeatable ? get() : post()).then(this, [&](const auto &) {
                hasEnded = true;
            });
            if (status)
                world.answer(0, status);
            else
                world.fail(0, Error::Kind::Network, code);
            world.pass(1s);
            QCOMPARE(world.sent(), isRepeated && isRepeatable ? 2u : 1u);
            QCOMPARE(hasEnded, !(isRepeated && isRepeatable));
        }
    }

    void spreadsItsRepeats()
    {
        const BackOff least(400ms, 5s, [] { return 0.0; });
        const BackOff most(400ms, 5s, [] { return 1.0; });
        QCOMPARE(least.wait(0), 200ms);
        QCOMPARE(most.wait(0), 400ms);
        QCOMPARE(most.wait(2), 1600ms);
        QCOMPARE(most.wait(40), 5000ms);
        QCOMPARE(most.wait(5000), 5000ms);
    }

    void waitsAsLongAsAnUnavailableServerAsks()
    {
        World world;
        world.gate.send(get());
        world.answer(0, 503, {{"Retry-After", "20"}});
        world.pass(19s);
        QCOMPARE(world.sent(), 1u);
        world.pass(1s);
        QCOMPARE(world.sent(), 2u);
    }

    void doesNotWaitLongerThanPeopleDo()
    {
        World world;
        int status = 0;
        world.gate.send(get()).then(this, [&](const auto &reply) { status = reply->status; });
        world.answer(0, 503, {{"Retry-After", "600"}});
        QCOMPARE(status, 503);
    }

    void stopsForEverybodyWhenItIsTooOften()
    {
        World world;
        QSignalSpy paused(&world.gate, &Gate::pausedUntil);
        QSignalSpy resumed(&world.gate, &Gate::resumed);
        world.gate.send(get("/1"));
        world.answer(0, 429, {{"Retry-After", "5"}});
        world.gate.send(post("/2"));
        QCOMPARE(world.sent(), 1u);
        QCOMPARE(paused.size(), 1);
        QCOMPARE(world.gate.pauseEnd(), std::optional(world.clock.now() + 5s));
        world.pass(4999ms);
        QCOMPARE(world.sent(), 1u);
        world.pass(1ms);
        QCOMPARE(resumed.size(), 1);
        QVERIFY(!world.gate.pauseEnd());
        QCOMPARE(world.sent(), 3u);
        QCOMPARE(world.transport.sent[1].request.path, QByteArray("/1"));
        QCOMPARE(world.transport.sent[2].request.path, QByteArray("/2"));
    }

    void handsATooOftenOverWhereItMayNotRepeat()
    {
        World world;
        int status = 0;
        world.gate.send(post()).then(this, [&](const auto &reply) { status = reply->status; });
        world.answer(0, 429, {{"Retry-After", "5"}});
        QCOMPARE(status, 429);
        QVERIFY(world.gate.pauseEnd());
    }

    void goesOnWhenOnlyOneCallWasTooMuch()
    {
        World world;
        int status = 0;
        world.gate.send(get("/proof")).then(this, [&](const auto &reply) {
            status = reply->status;
        });
        world.answer(0, 429, {{"Retry-After", "3600"}}, "one");
        QCOMPARE(status, 429);
        QVERIFY(!world.gate.pauseEnd());
        world.gate.send(get("/me"));
        QCOMPARE(world.sent(), 2u);
    }

    void takesTheLongestOfSeveralPauses()
    {
        World world;
        world.gate.send(post());
        world.gate.send(post());
        world.gate.send(post("/later"));
        world.answer(0, 429, {{"Retry-After", "5"}});
        world.answer(1, 429, {{"Retry-After", "9"}});
        world.pass(5s);
        QCOMPARE(world.sent(), 2u);
        world.pass(4s);
        QCOMPARE(world.sent(), 3u);
    }

    void backsOffWhereTheServerDoesNotSayHowLong()
    {
        World world;
        world.gate.send(post());
        world.answer(0, 429);
        QCOMPARE(*world.gate.pauseEnd() - world.clock.now(), 2000ms);
        world.pass(2s);
        world.gate.send(post());
        world.answer(1, 429);
        QCOMPARE(*world.gate.pauseEnd() - world.clock.now(), 4000ms);
        world.pass(4s);
        world.gate.send(post());
        world.answer(2, 200);
        world.gate.send(post());
        world.answer(3, 429);
        QCOMPARE(*world.gate.pauseEnd() - world.clock.now(), 2000ms);
    }

    void saysSoWhenThePauseIsLong()
    {
        World world;
        QList<Error> errors;
        world.gate.send(post());
        world.answer(0, 429, {{"Retry-After", "300"}});
        world.gate.send(get()).then(this, [&](const auto &reply) { errors << reply.error(); });
        QTRY_COMPARE(errors.size(), 1);
        QCOMPARE(errors.first().kind, Error::Kind::RateLimited);
        QCOMPARE(errors.first().retryAfter, std::optional(300s));
        QCOMPARE(world.sent(), 1u);
    }

    void asksInAnotherFormOnceWhereTheFirstIsUnknown()
    {
        World world;
        Outgoing outgoing = post("/new");
        outgoing.otherwise = [](const HttpReply &reply) {
            return reply.status == 404 ? std::optional(HttpRequest{.path = "/old"}) : std::nullopt;
        };
        QList<int> ends;
        for (int i = 0; i < 2; ++i)
            world.gate.send(outgoing).then(
                &world.gate, [&ends](const Result<HttpReply> &result) { ends << result->status; });
        world.answer(0, 422); // which says something else
        QCOMPARE(ends, QList{422});
        world.answer(1, 404);
        QCOMPARE(ends.size(), 1);
        QCOMPARE(world.sent(), size_t(3));
        QCOMPARE(world.transport.sent.at(2).request.path, QByteArray("/old"));
        world.answer(2, 404);
        QCOMPARE(ends, (QList{422, 404}));
        QCOMPARE(world.sent(), size_t(3));
    }

    void cancelReachesWhereverTheCallIs()
    {
        World world;
        const auto first = world.gate.send(get("/1"));
        const auto second = world.gate.send(get("/2"));
        const auto third = world.gate.send(get("/3"));
        third.cancel(); // in the queue
        first.cancel(); // on its way
        QVERIFY(!world.transport.isWanted(0));
        world.fail(1, Error::Kind::Timeout, u"timeout"_s);
        second.cancel(); // before its repeat
        world.pass(1h);
        QCOMPARE(world.sent(), 2u);
        world.gate.send(get("/4"));
        world.gate.send(get("/5"));
        QCOMPARE(world.sent(), 4u); // nothing of it is still counted
    }

    void endsItsCallsWhenItGoes()
    {
        test::FakeTransport transport;
        const test::ManualClock clock;
        test::ManualAlarm alarm;
        auto gate = std::make_unique<Gate>(transport, clock, alarm, [] { return 0.0; });
        Error::Kind kind{};
        gate->send(get()).then(this, [&](const auto &reply) { kind = reply.error().kind; });
        gate.reset();
        QVERIFY(!transport.isWanted(0));
        QTRY_COMPARE(kind, Error::Kind::Cancelled);
    }
};

LATCHKEY_TEST(GateTest)

#include "tst_gate.moc"
