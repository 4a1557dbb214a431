#include "net/sockets/loopbackreturn.h"
#include "support/manualalarm.h"
#include "support/testrunner.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

using namespace latchkey;
using namespace latchkey::net;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Somebody who waits, and the browsers that come.
struct Waiting
{
    Waiting()
    {
        QObject::connect(&wait, &BrowserReturn::returned, &wait,
                         [this](const BroughtBack &one) { brought.append(one); });
        if (!wait.listen())
            qFatal("the loopback can't be listened on");
        wait.expect({});
    }

    QByteArray host() const
    {
        return "127.0.0.1:" + QByteArray::number(QUrl(wait.address()).port());
    }
    QByteArray get(const QByteArray &target) const
    {
        return "GET " + target + " HTTP/1.1\r\nHost: " + host() + "\r\n\r\n";
    }

    std::unique_ptr<QTcpSocket> connected() const
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(u"127.0.0.1"_s, static_cast<quint16>(QUrl(wait.address()).port()));
        return socket;
    }

    /// All that comes back until the other side closes.
    static QByteArray all(QTcpSocket &socket)
    {
        QByteArray heard;
        (void)QTest::qWaitFor([&] {
            heard += socket.readAll();
            return socket.state() == QTcpSocket::UnconnectedState;
        });
        return heard + socket.readAll();
    }

    QByteArray ask(const QByteArray &bytes) const
    {
        const auto socket = connected();
        socket->write(bytes);
        return all(*socket);
    }

    test::ManualAlarm alarm;
    ReturnPage page{.title = u"Signed <in>"_s, .text = u"回到 & Latchkey"_s};
    QList<BroughtBack> brought;
    LoopbackReturn wait{alarm, [this](const BroughtBack &) { return page; }};
};

} // namespace

class BrowserReturnTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesACodeAndShowsAPage()
    {
        Waiting one;
        QVERIFY(one.wait.address().startsWith("http://127.0.0.1:"_L1));
        const QByteArray reply = one.ask(one.get("/latchkey?state=a%2Fb&code=4%2B5%20c&iss=x"));
        QVERIFY(reply.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(reply.contains("\r\nConnection: close\r\n"));
        QVERIFY(reply.contains("\r\nReferrer-Policy: no-referrer\r\n"));
        QVERIFY(reply.contains("\r\nContent-Security-Policy: default-src 'none'; style-src"));
        QVERIFY(reply.contains("<html lang=\"en\">"));
        QVERIFY(reply.contains("Signed &lt;in&gt;") && reply.contains("回到 &amp; Latchkey"));
        QVERIFY(!reply.contains("<script"));
        QTRY_COMPARE(one.brought.size(), 1);
        QCOMPARE(one.brought.first().state, u"a/b"_s);
        QCOMPARE(one.brought.first().code->revealText(), u"4+5 c"_s);
        QVERIFY(one.brought.first().error.isEmpty());
    }

    void takesARefusal()
    {
        Waiting one;
        QVERIFY(one.ask(one.get("/latchkey?error=access_denied&state=s1")).contains(" 200 "));
        QTRY_COMPARE(one.brought.size(), 1);
        QCOMPARE(one.brought.first().error, u"access_denied"_s);
        QVERIFY(!one.brought.first().code);
    }

    void takesExactlyOne()
    {
        Waiting one;
        const QByteArray first = one.get("/latchkey?state=s1&code=c1");
        QVERIFY(one.ask(first).contains(" 200 "));
        // A page that is loaded again is the same page, and nothing is told once more.
        QVERIFY(one.ask(first).contains("Latchkey"));
        QVERIFY(one.ask(one.get("/latchkey?state=s1&code=c2")).startsWith("HTTP/1.1 410 "));
        QCOMPARE(one.brought.size(), 1);
        QCOMPARE(one.brought.first().code->revealText(), u"c1"_s);
    }

    void beforeAnybodyWasSentNobodyIsLetIn()
    {
        test::ManualAlarm alarm;
        LoopbackReturn early(alarm, [](const BroughtBack &) { return ReturnPage(); });
        QVERIFY(early.listen());
        QTcpSocket socket;
        const int port = QUrl(early.address()).port();
        socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(port));
        socket.write("GET /latchkey?state=s&code=c HTTP/1.1\r\nHost: 127.0.0.1:" +
                     QByteArray::number(port) + "\r\n\r\n");
        QVERIFY(Waiting::all(socket).startsWith("HTTP/1.1 400 "));
    }

    void ofAnotherVisitNothingIsTaken()
    {
        Waiting one;
        one.wait.expect(u"s1"_s);
        QVERIFY(one.ask(one.get("/latchkey?state=s2&code=c1")).startsWith("HTTP/1.1 400 "));
        QVERIFY(one.ask(one.get("/latchkey?state=s1&code=c1")).startsWith("HTTP/1.1 200 "));
        QTRY_COMPARE(one.brought.size(), 1);
    }

    void refusesEverythingElse_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        const QByteArray good = "/latchkey?state=s&code=c";
        const QByteArray host = "Host: HOST\r\n";
        const auto row = [](const char *name, const QByteArray &request, const char *status) {
            QTest::newRow(name) << request << QByteArray(status);
        };
        row("favicon", "GET /favicon.ico HTTP/1.1\r\n" + host, "404");
        row("root", "GET / HTTP/1.1\r\n" + host, "404");
        row("longer path", "GET /latchkey/?state=s&code=c HTTP/1.1\r\n" + host, "404");
        row("post", "POST " + good + " HTTP/1.1\r\n" + host, "405");
        row("head", "HEAD " + good + " HTTP/1.1\r\n" + host, "405");
        row("no host", "GET " + good + " HTTP/1.1\r\n", "400");
        row("two hosts", "GET " + good + " HTTP/1.1\r\n" + host + host, "400");
        row("name", "GET " + good + " HTTP/1.1\r\nHost: localhost\r\n", "400");
        row("rebound", "GET " + good + " HTTP/1.1\r\nHost: evil.example\r\n", "400");
        row("no port", "GET " + good + " HTTP/1.1\r\nHost: 127.0.0.1\r\n", "400");
        row("no state", "GET /latchkey?code=c HTTP/1.1\r\n" + host, "400");
        row("empty state", "GET /latchkey?state=&code=c HTTP/1.1\r\n" + host, "400");
        row("state alone", "GET /latchkey?state=s HTTP/1.1\r\n" + host, "400");
        row("both", "GET /latchkey?state=s&code=c&error=e HTTP/1.1\r\n" + host, "400");
        row("code twice", "GET /latchkey?state=s&code=c&code=d HTTP/1.1\r\n" + host, "400");
        row("nothing", "GET /latchkey HTTP/1.1\r\n" + host, "400");
        row("no version", "GET " + good + "\r\n" + host, "400");
        row("other protocol", "GET " + good + " SPDY/1\r\n" + host, "400");
    }

    void refusesEverythingElse()
    {
        QFETCH(QByteArray, request);
        QFETCH(const QByteArray, status);
        Waiting one;
        request.replace("HOST", one.host());
        const QByteArray reply = one.ask(request + "\r\n");
        const QByteArray expected = "HTTP/1.1 " + status + ' ';
        QVERIFY2(reply.startsWith(expected), reply.constData());
        QVERIFY(one.brought.isEmpty());
        // Whoever is waited for is still let in.
        QVERIFY(one.ask(one.get("/latchkey?state=s&code=c")).contains(" 200 "));
        QTRY_COMPARE(one.brought.size(), 1);
    }

    void aHeadHasAnEnd()
    {
        Waiting one;
        const QByteArray reply =
            one.ask("GET /latchkey HTTP/1.1\r\nX: " + QByteArray(17 * 1024, 'x'));
        QVERIFY(reply.startsWith("HTTP/1.1 431 "));
    }

    void aHeadMayComeInPieces()
    {
        Waiting one;
        const auto socket = one.connected();
        QVERIFY(socket->waitForConnected());
        for (const char byte : one.get("/latchkey?state=s&code=c")) {
            socket->write(&byte, 1);
            socket->flush();
            QCoreApplication::processEvents();
        }
        QVERIFY(Waiting::all(*socket).contains(" 200 "));
    }

    void whoSaysNothingIsLetGo()
    {
        Waiting one;
        const auto silent = one.connected();
        QTRY_COMPARE(one.alarm.pending().size(), 1);
        one.alarm.advance(9s);
        QTest::qWait(20);
        QCOMPARE(silent->state(), QTcpSocket::ConnectedState);
        one.alarm.advance(1s);
        QVERIFY(Waiting::all(*silent).startsWith("HTTP/1.1 408 "));
    }

    void tooManyAtOnceAreTurnedAway()
    {
        Waiting one;
        std::vector<std::unique_ptr<QTcpSocket>> crowd;
        for (int i = 0; i < 20; ++i)
            crowd.push_back(one.connected());
        const auto connected = [&crowd] {
            return std::ranges::count(crowd, QTcpSocket::ConnectedState,
                                      [](const auto &socket) { return socket->state(); });
        };
        QTRY_COMPARE(one.alarm.pending().size(), 16);
        QTRY_COMPARE(connected(), 16);
    }

    void nobodyIsWaitedForAnyMore()
    {
        auto one = std::make_unique<Waiting>();
        const auto socket = one->connected();
        QTRY_COMPARE(one->alarm.pending().size(), 1);
        const QUrl address(one->wait.address());
        one.reset();
        QTRY_COMPARE(socket->state(), QTcpSocket::UnconnectedState);
        QTcpSocket late;
        late.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(address.port()));
        QVERIFY(!late.waitForConnected(2000));
    }
};

LATCHKEY_TEST(BrowserReturnTest)

#include "tst_browserreturn.moc"
