#include "engineserver.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey::test;

/// What one client may cost, so that everybody else is still served.
class BoundsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsSlowSendersByTheClock()
    {
        Server server(echo, quick());
        Client head(server.port());
        Client body(server.port());
        body.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nh");
        const auto begin = std::chrono::steady_clock::now();
        for (const char c : std::string_view("GET / HTTP/1.1\r\nHost: abcdefghijklmnopqrstuvw")) {
            head.send({&c, 1}); // each byte in time, the whole not
            if (head.waitFor("HTTP/1.1 408", 20ms))
                break;
        }
        QVERIFY(std::chrono::steady_clock::now() - begin < 2s);
        QCOMPARE(statusOf(head.rest()), 408);
        QCOMPARE(statusOf(body.rest()), 408);
        Client idle(server.port());
        QVERIFY(idle.rest().empty());
        QVERIFY(idle.isClosed());
    }

    void servesWhileThousandsAreIdle()
    {
        Server server(echo);
        std::vector<std::unique_ptr<Client>> idle;
        for (int i = 0; i < 800; ++i)
            idle.push_back(std::make_unique<Client>(server.port()));
        Client client(server.port());
        client.send(hello);
        QCOMPARE(statusOf(client.answer()), 200);
    }

    void turnsAwayWhatIsTooMuch_data()
    {
        QTest::addColumn<bool>("isOfOneAddress");
        QTest::newRow("in all") << false;
        QTest::newRow("of one address") << true;
    }

    void turnsAwayWhatIsTooMuch()
    {
        QFETCH(bool, isOfOneAddress);
        Limits limits;
        (isOfOneAddress ? limits.ofLoopback : limits.connections) = 2;
        Kept kept;
        Server server([&](const Request &, const Responder &responder) { kept.keep(responder); },
                      limits);
        Client first(server.port());
        Client second(server.port());
        first.send(hello);
        const Responder toFirst = kept.take();
        second.send(hello);
        const Responder toSecond = kept.take();
        Client third(server.port());
        QCOMPARE(statusOf(third.rest()), 503);
        toFirst.send(text("first"));
        toSecond.send(text("second"));
        QVERIFY(first.answer().ends_with("first"));
        QVERIFY(second.answer().ends_with("second"));
    }

    void endsTheLongestIdleForWhoComes_data() { turnsAwayWhatIsTooMuch_data(); }

    void endsTheLongestIdleForWhoComes()
    {
        QFETCH(bool, isOfOneAddress);
        Limits limits;
        (isOfOneAddress ? limits.ofLoopback : limits.connections) = 2;
        Server server(echo, limits);
        Client first(server.port());
        Client second(server.port());
        for (Client *each : {&first, &second, &first}) {
            each->send(hello);
            QCOMPARE(statusOf(each->answer()), 200);
        }
        Client third(server.port());
        third.send(hello);
        QCOMPARE(statusOf(third.answer()), 200);
        QVERIFY(second.rest().empty() && second.isClosed());
        first.send(hello);
        QCOMPARE(statusOf(first.answer()), 200);
    }

    void boundsWhatUnfinishedBodiesTake_data()
    {
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("of a length") << QByteArray("Content-Length: 500000\r\n\r\n");
        QTest::newRow("in chunks") << QByteArray("Transfer-Encoding: chunked\r\n\r\n40000\r\n");
    }

    void boundsWhatUnfinishedBodiesTake()
    {
        QFETCH(QByteArray, begin);
        Limits limits;
        limits.unfinished = 400'000;
        Server server(echo, limits);
        const auto &unfinished = server.engine.figures().unfinished;
        Client large(server.port());
        large.send("POST / HTTP/1.1\r\nHost: a\r\n" + begin.toStdString() +
                   std::string(190'000, 'x'));
        QTRY_VERIFY(unfinished.load() >= 190'000U);
        Client small(server.port());
        small.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 20000\r\n\r\nx");
        Client larger(server.port());
        larger.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n" +
                    std::string(450'000, 'x'));
        larger.closeSending();
        QVERIFY(larger.waitFor("HTTP/1.1 503") || large.waitFor("HTTP/1.1 503"));
        QTRY_VERIFY(unfinished.load() <= limits.unfinished);
        small.send(std::string(19'999, 'x'));
        QCOMPARE(statusOf(small.answer()), 200);
        larger.close();
        large.close();
        QTRY_COMPARE(unfinished.load(), 0U);
    }
};

LATCHKEY_TEST(BoundsTest)

#include "tst_bounds.moc"
