#include "engineserver.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey::test;

/// Answers that go on, and readers that are slow.
class StreamingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void streams()
    {
        Kept kept;
        Server server([&](const Request &, const Responder &responder) { kept.keep(responder); });
        std::atomic<int> closed{0};
        Client client(server.port());
        client.send(hello);
        const Responder stream = kept.take();
        stream.onClosed([&] { ++closed; });
        stream.startStream(text(""));
        stream.write("one\n");
        QVERIFY(client.waitFor("4\r\none\n\r\n"));
        stream.close();
        QVERIFY(client.rest().ends_with("0\r\n\r\n"));
        QTRY_COMPARE(closed.load(), 1);

        Client leaving(server.port());
        leaving.send(hello);
        const Responder second = kept.take();
        second.onClosed([&] { ++closed; });
        second.startStream(text(""));
        QVERIFY(leaving.waitFor("HTTP/1.1 200"));
        leaving.close();
        QTRY_COMPARE(closed.load(), 2);
    }

    void aHandlerMayLookAtTheRequestAfterItBeganAStream()
    {
        Server server([](const Request &request, const Responder &responder) {
            if (request.path() == "/hello")
                return echo(request, responder);
            responder.startStream(text(""));
            responder.write(std::string(request.path()) + ' ' + std::string(request.body));
            responder.close();
        });
        Client client(server.port());
        // Behind another request: that makes room at the front.
        client.send(hello + "POST /seen HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbody");
        QVERIFY(client.waitFor("/seen body"));
    }

    void dropsAReaderThatIsTooSlow()
    {
        Kept kept;
        Server server([&](const Request &, const Responder &responder) { kept.keep(responder); });
        std::atomic<bool> closed{false};
        Client client(server.port());
        client.send(hello);
        const Responder stream = kept.take();
        stream.onClosed([&] { closed = true; });
        stream.startStream(text(""));
        for (int i = 0; i < 200 && !closed; ++i)
            stream.write(std::string(100'000, 'x'));
        QTRY_VERIFY(closed);
    }

    void asksNoMoreOfWhoTakesNothing()
    {
        Limits limits = quick();
        limits.writeTime = 300ms;
        Server server(large, limits);
        Client client(server.port());
        client.send(repeated(hello, 4000));
        QTRY_VERIFY(server.engine.figures().requests.load() > 0U);
        QTRY_COMPARE(server.engine.figures().open.load(), 0U);
        QVERIFY(server.engine.figures().requests.load() < 2000U);
        client.rest();
        QVERIFY(client.isClosed());
    }

    void answersAllToWhoTakesLate()
    {
        Limits limits = quick();
        limits.writeTime = 10s;
        Server server(large, limits);
        Client client(server.port());
        client.send(repeated(hello, 4000));
        for (int i = 0; i < 2; ++i) {
            Client idle(server.port());
            QVERIFY(idle.rest().empty() && idle.isClosed()); // but to be owed is not to be idle
        }
        for (int i = 0; i < 4000; ++i)
            QVERIFY(client.answer().size() > largeBody);
    }

    void cutsAStreamThatIsNotTaken()
    {
        Kept kept;
        Limits limits = quick();
        limits.writeTime = 100ms;
        limits.backlog = 64 << 20;
        Server server([&](const Request &, const Responder &responder) { kept.keep(responder); },
                      limits);
        std::atomic<bool> closed{false};
        Client client(server.port());
        client.send(hello);
        const Responder stream = kept.take();
        stream.onClosed([&] { closed = true; });
        stream.startStream(text(""));
        stream.write(std::string(32 << 20, 'x'));
        QTRY_VERIFY(closed);
        QVERIFY(client.rest().size() < (32U << 20));
    }

    void aStreamMayStaySilentAfterAWrite()
    {
        Kept kept;
        Limits limits = quick();
        limits.writeTime = 100ms;
        Server server([&](const Request &, const Responder &responder) { kept.keep(responder); },
                      limits);
        Client client(server.port());
        client.send(hello);
        const Responder stream = kept.take();
        stream.startStream(text(""));
        stream.write(std::string(1 << 20, 'x'));
        QVERIFY(client.waitFor("xxx\r\n"));
        QVERIFY(!client.waitFor("end", 400ms));
        stream.write("end");
        QVERIFY(client.waitFor("end"));
    }
};

LATCHKEY_TEST(StreamingTest)

#include "tst_streaming.moc"
