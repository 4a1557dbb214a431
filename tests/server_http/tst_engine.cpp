#include "engineserver.h"
#include "support/testrunner.h"

#include <QTest>

#include <thread>

using namespace latchkey::test;

/// The engine as a whole: its start, its faults, its end.
class EngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHandlerThatThrowsEndsOnlyItsOwnConnection()
    {
        Server server([](const Request &request, const Responder &responder) {
            if (request.path() == "/throw")
                throw std::runtime_error("oh");
            echo(request, responder);
        });
        Client client(server.port());
        client.send("GET /throw HTTP/1.1\r\nHost: a\r\n\r\n");
        QCOMPARE(statusOf(client.rest()), 500);
        Client other(server.port());
        other.send(hello);
        QCOMPARE(statusOf(other.answer()), 200);
    }

    void nothingThatThrowsEndsTheLoop()
    {
        std::mutex mutex;
        std::vector<std::string> heard;
        const auto failing = [](std::size_t) { throw std::runtime_error("turn"); };
        const auto listener = [&](std::string_view what) {
            const std::scoped_lock lock(mutex);
            heard.emplace_back(what);
        };
        const auto hasHeard = [&](const std::string &what) {
            const std::scoped_lock lock(mutex);
            return std::ranges::find(heard, what) != heard.end();
        };
        Engine engine(
            {.listen = {{"127.0.0.1", 0}}},
            {.onRequest =
                 [](const Request &request, const Responder &responder) {
                     if (request.path() == "/throw")
                         throw std::runtime_error("handler");
                     responder.onClosed([] { throw std::runtime_error("closed"); });
                     echo(request, responder);
                 },
             .onTurnEnd = failing,
             .onRefused = [](const Refused &) -> Response { throw std::runtime_error("refused"); },
             .onFailure = listener});
        QVERIFY(engine.start().empty());
        const unsigned short port = engine.listening().front().port;
        engine.post(0, [] { throw std::runtime_error("posted"); });
        engine.post(0, [] { throw 1; });
        for (const std::string &bytes :
             {hello, std::string("GET /throw HTTP/1.1\r\nHost: a\r\n\r\n"),
              std::string("nonsense\r\n\r\n")}) {
            Client client(port);
            client.send(bytes);
            client.closeSending();
            client.rest();
            QVERIFY(client.isClosed());
        }
        for (const char *what : {"turn", "handler", "closed", "refused", "posted", "unknown"})
            QTRY_VERIFY2(hasHeard(what), what);
        QTRY_COMPARE(engine.figures().open.load(), 0U);
    }

    void stopsInGoodOrder()
    {
        Kept kept;
        auto server = std::make_unique<Server>(
            [&](const Request &, const Responder &responder) { kept.keep(responder); });
        Client waiting(server->port());
        Client idle(server->port());
        waiting.send(hello);
        {
            const Responder responder = kept.take();
            std::thread stopping([&] { server->engine.stop(5s); });
            QVERIFY(idle.rest().empty());
            responder.send(text("still"));
            stopping.join();
        }
        const std::string answer = waiting.rest();
        QVERIFY(answer.ends_with("still"));
        QVERIFY(answer.find("Connection: close") != std::string::npos);
    }

    void anAnswerThatIsLeavingMayLeaveAtTheEnd()
    {
        const std::size_t size = 32 << 20;
        auto server = std::make_unique<Server>([](const Request &, const Responder &responder) {
            responder.send(text(std::string(size, 'x')));
        });
        Client client(server->port());
        client.send(hello);
        QVERIFY(client.waitFor("xxx"));
        std::thread stopping([&] { server->engine.stop(5s); });
        const std::string rest = client.rest();
        stopping.join();
        QVERIFY(rest.size() > size);
    }

    void stopsUnderAStreamWhoseClientSendsOn()
    {
        Kept kept;
        std::atomic<bool> closed{false};
        Server server([&](const Request &, const Responder &responder) { kept.keep(responder); });
        Client client(server.port());
        // More than is read ahead: nothing but the stream itself holds the connection then.
        client.send(hello + std::string(40'000, 'x'));
        {
            const Responder stream = kept.take();
            stream.onClosed([stream, &closed] { closed = true; });
            stream.startStream(text(""));
        }
        QVERIFY(client.waitFor("HTTP/1.1 200"));
        QTRY_VERIFY(server.engine.figures().bytesIn.load() >= hello.size() + 16'384);
        server.engine.stop(5s);
        QVERIFY(closed);
    }

    void sharesAPortBetweenLoops()
    {
        Server server(echo, {}, 2);
        for (int i = 0; i < 20; ++i) {
            Client client(server.port());
            client.send(hello);
            QCOMPARE(statusOf(client.answer()), 200);
        }
    }

    void sharesItsPortWithNoOtherEngine()
    {
        Server server(echo, {}, 2);
        Engine second({.listen = {{"127.0.0.1", server.port()}}, .loops = 2}, {.onRequest = echo});
        QVERIFY(!second.start().empty());
    }

    void saysWhyItCannotListen()
    {
        Server server(echo);
        Engine second({.listen = {{"127.0.0.1", server.port()}}}, {.onRequest = echo});
        QVERIFY(!second.start().empty());
        Engine nonsense({.listen = {{"nowhere", 0}}}, {.onRequest = echo});
        QVERIFY(!nonsense.start().empty());
    }
};

LATCHKEY_TEST(EngineTest)

#include "tst_engine.moc"
