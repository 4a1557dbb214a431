#include "client.h"
#include "server/http/engine.h"
#include "support/testrunner.h"

#include <QTest>

#include <condition_variable>
#include <mutex>
#include <thread>

using namespace latchkey::server::http;
using latchkey::test::Client;
using latchkey::test::statusOf;
using namespace std::chrono_literals;

namespace {

const std::string hello = "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n";

Response text(std::string body, int status = 200)
{
    Response response(status);
    response.contentType = "text/plain";
    response.body = std::move(body);
    return response;
}

/// A server whose handler the test says, and responders that it may keep.
class Server
{
public:
    explicit Server(std::function<void(const Request &, const Responder &)> handler,
                    Limits limits = {}, std::size_t loops = 1)
        : engine(
              {.listen = {{"127.0.0.1", 0}}, .certificate = {}, .loops = loops, .limits = limits},
              {.onRequest = std::move(handler),
               .onTurnEnd = [this](std::size_t) { ++turns; },
               .onRefused = [](int status, std::string_view) { return text("refused", status); }})
    {
        const std::string trouble = engine.start();
        if (!trouble.empty())
            qFatal("%s", trouble.c_str());
    }

    unsigned short port() const { return engine.listening().front().port; }

    std::atomic<int> turns{0};
    Engine engine;
};

void echo(const Request &request, const Responder &responder)
{
    responder.send(text(std::string(request.method()) + ' ' + std::string(request.path()) + ' ' +
                        std::string(request.body)));
}

constexpr std::size_t largeBody = 16 * 1024;

void large(const Request &, const Responder &responder)
{
    responder.send(text(std::string(largeBody, 'x')));
}

std::string repeated(const std::string &part, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i)
        all += part;
    return all;
}

/// What a handler keeps for another thread to answer.
class Kept
{
public:
    void keep(const Responder &responder)
    {
        const std::scoped_lock lock(m_mutex);
        m_responders.push_back(responder);
        m_arrived.notify_all();
    }
    Responder take()
    {
        std::unique_lock lock(m_mutex);
        m_arrived.wait(lock, [this] { return !m_responders.empty(); });
        Responder first = m_responders.front();
        m_responders.erase(m_responders.begin());
        return first;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::vector<Responder> m_responders;
};

Limits quick()
{
    Limits limits;
    limits.headTime = limits.bodyTime = 150ms;
    limits.idleTime = 300ms;
    limits.sweep = 20ms;
    return limits;
}

} // namespace

class EngineTest : public QObject
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
        Engine engine({.listen = {{"127.0.0.1", 0}}},
                      {.onRequest =
                           [](const Request &request, const Responder &responder) {
                               if (request.path() == "/throw")
                                   throw std::runtime_error("handler");
                               responder.onClosed([] { throw std::runtime_error("closed"); });
                               echo(request, responder);
                           },
                       .onTurnEnd = failing,
                       .onRefused = [](int, std::string_view) -> Response { throw std::runtime_error("refused"); },
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
