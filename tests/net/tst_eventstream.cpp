#include "net/eventstream.h"
#include "net/sockets/networktransport.h"
#include "support/faketransport.h"
#include "support/manualalarm.h"
#include "support/manualclock.h"
#include "support/scriptedserver.h"
#include "support/testrunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::net;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using State = EventStream::State;

namespace {

const HttpReply goodHead{200, {{"Content-Type", "text/event-stream; charset=utf-8"}}, {}};

struct World
{
    test::FakeTransport transport;
    test::ManualClock clock;
    test::ManualAlarm alarm;
    QByteArray token = "old";
    EventStream events{
        transport,
        clock,
        alarm,
        [] { return 1.0; },
        {.request = {.path = "/events", .headers = {{"Accept", "text/event-stream"}}},
         .sign = [this](HttpRequest &request) { request.headers.add("Authorization", token); }}};
    QList<ServerEvent> received;
    QList<Error> ended;

    World()
    {
        QObject::connect(&events, &EventStream::received, &events,
                         [this](const ServerEvent &event) { received << event; });
        QObject::connect(&events, &EventStream::ended, &events,
                         [this](const Error &error) { ended << error; });
        events.start();
    }

    HttpStream &stream() { return *transport.opened.back().stream; }
    const HttpHeaders &headers() const { return transport.opened.back().request.headers; }
    void open() { Q_EMIT stream().answered(goodHead); }
    void push(const QByteArray &bytes) { Q_EMIT stream().received(bytes); }
    void lose() { Q_EMIT stream().ended(Nothing()); }
    void pass(std::chrono::milliseconds by)
    {
        alarm.advance(by);
        QCoreApplication::processEvents();
    }
};

} // namespace

class EventStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEvents()
    {
        World world;
        QCOMPARE(world.events.state(), State::Connecting);
        QCOMPARE(world.headers().value("Accept"), QByteArray("text/event-stream"));
        QVERIFY(world.headers().value("Last-Event-ID").isNull());
        world.open();
        QCOMPARE(world.events.state(), State::Open);
        world.push("id: 7\nevent: sessionEnded\nda");
        world.push("ta: {}\n\n");
        QCOMPARE(world.received, (QList<ServerEvent>{{"7", "sessionEnded", "{}"}}));
    }

    void goesOnAfterTheLastEvent()
    {
        World world;
        world.open();
        world.push("id: 7\ndata: x\n\nid: 8\ndata: not whole");
        world.token = "new";
        world.lose();
        QCOMPARE(world.events.state(), State::Waiting);
        QVERIFY(!world.transport.opened.front().stream);
        world.pass(999ms);
        QCOMPARE(world.transport.opened.size(), 1u);
        world.pass(1ms);
        QCOMPARE(world.transport.opened.size(), 2u);
        QCOMPARE(world.headers().value("Last-Event-ID"), QByteArray("7"));
        QCOMPARE(world.headers().value("Authorization"), QByteArray("new"));
    }

    void waitsLongerEachTime()
    {
        World world;
        for (const auto wait : {1s, 2s, 4s, 8s, 16s, 32s, 60s, 60s}) {
            world.lose();
            QCOMPARE(world.alarm.pending().first(), std::chrono::milliseconds(wait));
            world.pass(wait);
        }
        world.open();
        world.push(":\n");
        world.lose();
        QCOMPARE(world.alarm.pending().first(), 1000ms);
    }

    void saysOnceWhatItTakes()
    {
        World world;
        const auto &fields = world.headers().fields();
        QCOMPARE(std::ranges::count(fields, "Accept", &HttpHeaders::Field::first), 1);
    }

    void waitsAsLongAsTheServerSays()
    {
        World world;
        world.open();
        world.push("retry: 3000\n");
        world.lose();
        QCOMPARE(world.alarm.pending().first(), 3000ms);
    }

    void endsForGood_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("204") << 204 << Error::Kind::NotFound;
        QTest::newRow("401") << 401 << Error::Kind::Unauthorized;
        QTest::newRow("403") << 403 << Error::Kind::Forbidden;
    }

    void endsForGood()
    {
        QFETCH(int, status);
        QFETCH(Error::Kind, kind);
        World world;
        Q_EMIT world.stream().answered({status, {}, {}});
        QCOMPARE(world.ended.size(), 1);
        QCOMPARE(world.ended.first().kind, kind);
        QCOMPARE(world.ended.first().status, status);
        QCOMPARE(world.events.state(), State::Stopped);
        world.pass(1h);
        QCOMPARE(world.transport.opened.size(), 1u);
        world.events.start(); // e.g. with a new credential
        QCOMPARE(world.transport.opened.size(), 2u);
    }

    void aServerThatIsBeingReplacedIsAskedSeldom()
    {
        for (const int status : {404, 405, 410}) {
            World world;
            QSignalSpy interrupted(&world.events, &EventStream::interrupted);
            Q_EMIT world.stream().answered({status, {}, {}});
            QCOMPARE(interrupted.first().first().value<Error>().status, status);
            QVERIFY(world.ended.isEmpty());
            world.pass(59s);
            QCOMPARE(world.events.state(), State::Waiting);
            world.pass(1s);
            QCOMPARE(world.events.state(), State::Connecting);
        }
    }

    void noServerMakesItAskWithoutAPause()
    {
        World world;
        for (int i = 0; i < 3; ++i) {
            Q_EMIT world.stream().answered({503, {{"Retry-After", "0"}}, {}});
            QCOMPARE(world.events.state(), State::Waiting);
            world.pass(499ms);
            QCOMPARE(world.events.state(), State::Waiting);
            world.pass(1ms);
            QCOMPARE(world.events.state(), State::Connecting);
        }
        world.open();
        world.push("retry: 0\n");
        world.lose();
        QCOMPARE(world.alarm.pending().first(), 500ms);
    }

    void triesAgainLater_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("broken server") << 500 << QByteArray();
        QTest::newRow("unavailable") << 503 << QByteArray();
        QTest::newRow("too often") << 429 << QByteArray();
        QTest::newRow("somebody else's page") << 200 << QByteArray("text/html");
        QTest::newRow("redirect") << 302 << QByteArray();
    }

    void triesAgainLater()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        World world;
        Q_EMIT world.stream().answered(
            {status, {{"Content-Type", type}, {"Retry-After", "20"}}, {}});
        QCOMPARE(world.events.state(), State::Waiting);
        QVERIFY(world.ended.isEmpty());
        world.pass(20s);
        QCOMPARE(world.events.state(), State::Connecting);
    }

    void tellsThatItAskedTooOften()
    {
        World world;
        QSignalSpy interrupted(&world.events, &EventStream::interrupted);
        Q_EMIT world.stream().answered({429, {{"Retry-After", "20"}}, {}});
        const auto error = interrupted.first().first().value<Error>();
        QCOMPARE(error.kind, Error::Kind::RateLimited);
        QCOMPARE(error.retryAfter, 20s);
    }

    void noticesADeadConnection()
    {
        World world;
        world.open();
        world.pass(44s);
        world.push(":\n");
        world.pass(44s);
        QCOMPARE(world.events.state(), State::Open);
        world.pass(1s);
        QCOMPARE(world.events.state(), State::Waiting);
        QVERIFY(!world.transport.opened.front().stream);
    }

    void doesNotTrustABrokenStream()
    {
        World world;
        QSignalSpy interrupted(&world.events, &EventStream::interrupted);
        world.open();
        world.push("data: \xFF\n\n");
        QCOMPARE(world.events.state(), State::Waiting);
        QCOMPARE(interrupted.first().first().value<Error>().code, u"eventNotUtf8"_s);
    }

    void stopsAtOnce()
    {
        World world;
        world.open();
        QObject::connect(&world.events, &EventStream::received, this, [&] { world.events.stop(); });
        world.push("data: 1\n\ndata: 2\n\n");
        QCOMPARE(world.received.size(), 1);
        QCOMPARE(world.events.state(), State::Stopped);
        QVERIFY(!world.transport.opened.front().stream);
        world.pass(1h);
        QCOMPARE(world.transport.opened.size(), 1u);
    }

    void doesNotWaitWhenTheNetworkIsBack()
    {
        World world;
        world.lose();
        world.events.retryNow();
        QCOMPARE(world.events.state(), State::Connecting);
        world.pass(1h);
        QCOMPARE(world.transport.opened.size(), 2u);
    }

    void worksOverARealConnection()
    {
        test::ScriptedServer server;
        server.then(test::ScriptedServer::stream("text/event-stream", "id: 1\ndata: a\n\n"));
        server.then(test::ScriptedServer::stream());
        const SystemClock clock;
        test::ManualAlarm alarm;
        NetworkTransport transport({.base = server.url()}, alarm);
        EventStream events(transport, clock, alarm, [] { return 0.0; },
                           {.request = {.path = "/events"}});
        QList<QByteArray> received;
        connect(&events, &EventStream::received, this,
                [&](const ServerEvent &event) { received << event.data; });
        events.start();
        QTRY_COMPARE(received, QList<QByteArray>{"a"});
        server.push("data: b\n\n");
        QTRY_COMPARE(received.size(), 2);
        events.stop();
        QTRY_COMPARE(server.openConnections(), 0);
        events.start();
        QTRY_COMPARE(events.state(), State::Open);
        QCOMPARE(server.requests().back().headers.value("Last-Event-ID"), QByteArray("1"));
    }
};

LATCHKEY_TEST(EventStreamTest)

#include "tst_eventstream.moc"
