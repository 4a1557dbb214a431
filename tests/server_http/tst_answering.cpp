#include "engineserver.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey::test;

/// What is asked on one connection is answered, whole and in order.
class AnsweringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAndKeepsTheConnection()
    {
        Server server(echo);
        Client client(server.port());
        for (int i = 0; i < 3; ++i) {
            client.send(hello);
            const std::string answer = client.answer();
            QCOMPARE(statusOf(answer), 200);
            QVERIFY(answer.ends_with("GET /hello "));
            QVERIFY(answer.find("\r\nDate: ") != std::string::npos);
        }
    }

    void answersPipelinedRequestsInOrderAndInOneTurn()
    {
        Server server(echo);
        Client client(server.port());
        std::string all;
        for (int i = 0; i < 50; ++i)
            all += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\n\r\n";
        client.send(all);
        for (int i = 0; i < 50; ++i)
            QVERIFY(client.answer().ends_with("GET /" + std::to_string(i) + ' '));
        QTRY_VERIFY(server.turns > 0);
        QVERIFY(server.turns < 50);
    }

    void takesARequestBitByBit()
    {
        Server server(echo);
        const std::string request = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello";
        for (const std::size_t step : {1U, 7U}) {
            Client client(server.port());
            for (std::size_t i = 0; i < request.size(); i += step)
                client.send(std::string_view(request).substr(i, step));
            QVERIFY(client.answer().ends_with("POST /a hello"));
        }
    }

    void takesChunks()
    {
        Server server(echo);
        Client client(server.port());
        const std::string request =
            "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
            "4\r\nWiki\r\n5\r\npedia\r\n0\r\n\r\n";
        client.send(request + request);
        QVERIFY(client.answer().ends_with("POST /a Wikipedia"));
        QVERIFY(client.answer().ends_with("POST /a Wikipedia"));
        for (const char c : request)
            client.send({&c, 1});
        QVERIFY(client.answer().ends_with("POST /a Wikipedia"));
    }

    void refusesAndCloses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("bad") << QByteArray("nonsense\r\n\r\n") << 400;
        QTest::newRow("large head")
            << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nX: ") + QByteArray(8 << 20, 'a') << 431;
        QTest::newRow("large body")
            << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 67108864\r\n\r\n") +
                   QByteArray(1 << 20, 'a')
            << 413;
        QTest::newRow("large chunk")
            << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                          "4000000\r\n") +
                   QByteArray(1 << 20, 'a')
            << 413;
        QTest::newRow("bad chunk")
            << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
            << 400;
    }

    void refusesAndCloses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        Server server(echo);
        Client client(server.port());
        client.send({bytes.data(), std::size_t(bytes.size())});
        client.closeSending();
        QCOMPARE(statusOf(client.rest()), status);
        QVERIFY(client.isClosed());
        QCOMPARE(server.engine.figures().requests.load(), 0U);
    }

    void saysContinueBeforeABody()
    {
        Server server(echo);
        Client client(server.port());
        client.send(
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        QCOMPARE(statusOf(client.answer()), 100);
        client.send("hi");
        QVERIFY(client.answer().ends_with("POST / hi"));
    }

    void headHasNoBody()
    {
        Server server(echo);
        Client client(server.port());
        client.send("HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        const std::string answer = client.rest();
        QVERIFY(answer.find("Content-Length: 7") != std::string::npos);
        QVERIFY(answer.ends_with("\r\n\r\n"));
    }

    void aRefusalAfterAHeadHasABody()
    {
        Server server(echo);
        Client client(server.port());
        client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\nnonsense\r\n\r\n");
        QVERIFY(client.waitFor("HTTP/1.1 400"));
        QVERIFY(client.rest().ends_with("refused"));
    }

    void answersFromAnotherThreadInOrder()
    {
        Kept kept;
        Server server([&](const Request &, const Responder &responder) { kept.keep(responder); });
        Client client(server.port());
        client.send(hello + hello);
        const Responder first = kept.take();
        first.send(text("first"));
        first.send(text("ignored"));
        QVERIFY(client.answer().ends_with("first"));
        kept.take().send(text("second"));
        QVERIFY(client.answer().ends_with("second"));
    }

    void aClientThatHasGoneDisturbsNobody()
    {
        Kept kept;
        Server server([&](const Request &, const Responder &responder) { kept.keep(responder); });
        {
            Client client(server.port());
            client.send(hello);
            const Responder responder = kept.take();
            client.close();
            responder.send(text("nobody"));
        }
        Client other(server.port());
        other.send(hello);
        kept.take().send(text("somebody"));
        QVERIFY(other.answer().ends_with("somebody"));
    }

    void aClientMayCloseItsSideAndWait()
    {
        Kept kept;
        Server server([&](const Request &, const Responder &responder) { kept.keep(responder); });
        Client client(server.port());
        client.send(hello);
        client.closeSending();
        const Responder responder = kept.take();
        responder.send(text("late"));
        QVERIFY(client.rest().ends_with("late"));
    }

    void answersAllThatWasAskedBeforeTheEnd()
    {
        Limits limits;
        limits.owed = 64 << 20; // so that the end is seen while much is owed
        Server server(large, limits);
        Client client(server.port());
        client.send(repeated(hello, 2000));
        client.closeSending();
        QTRY_COMPARE(server.engine.figures().requests.load(), 2000U);
        for (int i = 0; i < 2000; ++i)
            QVERIFY(client.answer().size() > largeBody);
        QVERIFY(client.rest().empty() && client.isClosed());
    }

    void whatComesByHalfIsNotAnswered()
    {
        Server server(echo);
        Client client(server.port());
        client.send(hello + hello.substr(0, 20));
        client.closeSending();
        QVERIFY(client.answer().ends_with("GET /hello "));
        QVERIFY(client.rest().empty() && client.isClosed());
    }
};

LATCHKEY_TEST(AnsweringTest)

#include "tst_answering.moc"
