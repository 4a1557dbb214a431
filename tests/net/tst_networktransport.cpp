#include "support/testrunner.h"
#include "world.h"

#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

using namespace latchkey;
using namespace latchkey::net;
using test::codeOf;
using test::World;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Server = test::ScriptedServer;

class NetworkTransportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesARequestAsItStands()
    {
        Server server;
        test::ManualAlarm alarm;
        QUrl base = server.url();
        base.setPath(u"/prefix/"_s);
        NetworkTransport transport({.base = base}, alarm);
        server.then(Server::answer(201, "made", {{"ETag", "\"5\""}}));
        std::optional<Result<HttpReply>> end;
        transport
            .send({.method = HttpMethod::Patch,
                   .path = "/v1/a%2Fb%20c",
                   .query = "q=%26&r=a+b",
                   .headers = {{"X-One", "1"}, {"Content-Type", "application/json"}},
                   .body = "{}"},
                  {})
            .then(this, [&](const auto &reply) { end = reply; });
        QTRY_VERIFY(end);
        QCOMPARE((*end)->status, 201);
        QCOMPARE((*end)->body, QByteArray("made"));
        QCOMPARE((*end)->headers.value("etag"), QByteArray("\"5\""));
        const HttpRequest &got = server.requests().front();
        QCOMPARE(got.method, HttpMethod::Patch);
        QCOMPARE(got.path, QByteArray("/prefix/v1/a%2Fb%20c"));
        QCOMPARE(got.query, QByteArray("q=%26&r=a+b"));
        QCOMPARE(got.headers.value("X-One"), QByteArray("1"));
        QCOMPARE(got.headers.value("Content-Type"), QByteArray("application/json"));
        QCOMPARE(got.body, QByteArray("{}"));
        QVERIFY(got.headers.value("User-Agent").startsWith("Latchkey/"));
    }

    void sendsEachMethod_data()
    {
        QTest::addColumn<HttpMethod>("method");
        QTest::addColumn<QByteArray>("body");
        for (const HttpMethod method : {HttpMethod::Get, HttpMethod::Post, HttpMethod::Put,
                                        HttpMethod::Patch, HttpMethod::Delete}) {
            QTest::newRow(toBytes(method).constData()) << method << QByteArray();
            if (method != HttpMethod::Get)
                QTest::addRow("%s with a body", toBytes(method).constData())
                    << method << QByteArray("b");
        }
    }

    void sendsEachMethod()
    {
        QFETCH(HttpMethod, method);
        QFETCH(QByteArray, body);
        World world;
        world.server.then(Server::answer(204));
        world.send({.method = method, .path = "/x", .body = body});
        QTRY_VERIFY(world.end);
        QCOMPARE(codeOf(world.end), u"status 204"_s);
        QCOMPARE(world.server.requests().front().method, method);
        QCOMPARE(world.server.requests().front().body, body);
    }

    void takesEveryStatusAsAnAnswer_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 204, 301, 302, 303, 307, 400, 401, 403, 404, 405, 409,
                                 410, 412, 413, 418, 422, 429, 500, 501, 502, 503, 504, 599})
            QTest::addRow("%d", status) << status;
    }

    void takesEveryStatusAsAnAnswer()
    {
        QFETCH(int, status);
        World world;
        const QByteArray body = status == 204 ? "" : "said";
        world.server.then(Server::answer(
            status, body,
            {{"Location", "/elsewhere"}, {"WWW-Authenticate", "Bearer"}, {"Set-Cookie", "a=b"}}));
        world.server.then(Server::answer(200));
        world.send();
        QTRY_VERIFY(world.end);
        QCOMPARE(codeOf(world.end), u"status %1"_s.arg(status));
        QCOMPARE((*world.end)->body, body);
        QCOMPARE(world.server.requests().size(), 1u);
        world.send();
        QTRY_VERIFY(world.end);
        QVERIFY(world.server.requests().back().headers.value("Cookie").isNull());
    }

    void beingSentElsewhereIsAnAnswerToAChangeToo_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%d", status) << status;
    }

    void beingSentElsewhereIsAnAnswerToAChangeToo()
    {
        QFETCH(int, status);
        World world;
        world.server.then(Server::answer(status, "said", {{"Location", "/elsewhere"}}));
        world.server.then(Server::answer(200));
        world.send({.method = HttpMethod::Post, .path = "/x", .body = "{}"});
        QTRY_VERIFY(world.end);
        QCOMPARE(codeOf(world.end), u"status %1"_s.arg(status));
        QCOMPARE(world.server.requests().size(), 1u);
    }

    void neverSendsAChangeTwiceByItself_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("with a body") << QByteArray("once");
        QTest::newRow("without") << QByteArray();
    }

    void neverSendsAChangeTwiceByItself()
    {
        QFETCH(QByteArray, body);
        World world;
        world.server.then(Server::answer(200)); // the connection is one that was used before
        world.send();
        QTRY_VERIFY(world.end);
        for (int i = 0; i < 4; ++i)
            world.server.then(Server::cut());
        world.send({.method = HttpMethod::Post, .path = "/", .body = body});
        QTRY_VERIFY(world.end);
        QCOMPARE(codeOf(world.end), u"connectionLost"_s);
        QCOMPARE(world.server.requests().size(), 2u);
        world.send({.method = HttpMethod::Post, .path = "/", .body = body});
        QTRY_VERIFY(world.end);
        QCOMPARE(world.server.requests().size(), 3u);
    }

    void knowsWhenNobodyListens()
    {
        test::ManualAlarm alarm;
        QUrl url;
        {
            const Server gone;
            url = gone.url();
        }
        NetworkTransport transport({.base = url}, alarm);
        Error error;
        transport.send({.path = "/"}, {}).then(this, [&](const auto &r) { error = r.error(); });
        QTRY_COMPARE(error.code, u"connectionRefused"_s);
        QCOMPARE(error.kind, Error::Kind::Network);
    }

    void givesUpInTime()
    {
        World world;
        world.server.then(Server::hang());
        world.send();
        QTRY_COMPARE(world.server.requests().size(), 1u);
        QTRY_COMPARE(world.alarm.pending().size(), 1); // it is on its way: the whole is still timed
        world.alarm.advance(30s);
        QTRY_VERIFY(world.end);
        QCOMPARE(world.end->error().kind, Error::Kind::Timeout);
        QCOMPARE(world.end->error().code, u"timeout"_s);
        QTRY_COMPARE(world.server.openConnections(), 0);
    }

    void givesUpOnAHalfAnswerToo()
    {
        World world;
        world.server.then(
            {Server::answer(200, "0123456789").bytes.chopped(3), false, false, false});
        world.send();
        QTRY_COMPARE(world.server.requests().size(), 1u);
        world.alarm.advance(30s);
        QTRY_VERIFY(world.end);
        QCOMPARE(world.end->error().code, u"timeout"_s);
    }

    void waitsForASlowAnswer_data() { sendsEachMethod_data(); }

    void waitsForASlowAnswer()
    {
        QFETCH(HttpMethod, method);
        QFETCH(QByteArray, body);
        World world;
        world.server.then(Server::answer(200, "late").heldBack());
        world.send({.method = method, .path = "/x", .body = body});
        QTRY_COMPARE(world.server.requests().size(), 1u);
        QTRY_COMPARE(world.alarm.pending().size(), 1); // it is on its way: only the whole is timed
        world.alarm.advance(29s);
        world.server.release();
        QTRY_VERIFY(world.end);
        QCOMPARE((*world.end)->body, QByteArray("late"));
    }

    void cancelClosesTheConnection()
    {
        World world;
        world.server.then(Server::hang());
        const auto call = world.send();
        QTRY_COMPARE(world.server.requests().size(), 1u);
        call.cancel();
        QTRY_COMPARE(world.server.openConnections(), 0);
        QTRY_VERIFY(world.end);
        QCOMPARE(world.end->error().kind, Error::Kind::Cancelled);
        world.server.then(Server::answer(200));
        world.send();
        QTRY_COMPARE(codeOf(world.end.value_or(failure({}))), u"status 200"_s);
    }

    void endsItsCallsWhenItGoes()
    {
        Server server;
        test::ManualAlarm alarm;
        auto transport =
            std::make_unique<NetworkTransport>(NetworkSettings{.base = server.url()}, alarm);
        Error::Kind kind{};
        transport->send({.path = "/"}, {}).then(this, [&](const auto &r) {
            kind = r.error().kind;
        });
        const auto stream = transport->open({.path = "/"}, {});
        QTRY_COMPARE(server.requests().size(), 2u);
        transport.reset();
        QTRY_COMPARE(kind, Error::Kind::Cancelled);
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void readsAStreamAsItComes()
    {
        World world;
        world.server.then(Server::stream("text/plain", "one"));
        auto stream = world.transport.open({.path = "/"}, {});
        HttpReply head;
        QByteArray bytes;
        connect(stream.get(), &HttpStream::answered, this, [&](const auto &h) { head = h; });
        connect(stream.get(), &HttpStream::received, this, [&](const auto &b) { bytes += b; });
        QTRY_COMPARE(bytes, QByteArray("one"));
        QCOMPARE(head.status, 200);
        world.alarm.advance(24h); // no deadline once it is there
        world.server.push("two");
        QTRY_COMPARE(bytes, QByteArray("onetwo"));
        stream.reset();
        QTRY_COMPARE(world.server.openConnections(), 0);
    }

    void tellsTheEndOfAStream()
    {
        World world;
        world.server.then({Server::stream("text/plain", "one").bytes, false, true, false});
        const auto stream = world.transport.open({.path = "/"}, {});
        QByteArray bytes;
        std::optional<Result<Nothing>> end;
        connect(stream.get(), &HttpStream::received, this, [&](const auto &b) { bytes += b; });
        connect(stream.get(), &HttpStream::ended, this, [&](const auto &how) { end = how; });
        QTRY_VERIFY(end);
        QVERIFY(end->has_value());
        QCOMPARE(bytes, QByteArray("one"));
    }

    void aStreamMayBeLetGoFromItsOwnSignals()
    {
        World world;
        world.server.then(Server::stream("text/plain", "one"));
        auto stream = world.transport.open({.path = "/"}, {});
        connect(stream.get(), &HttpStream::received, this, [&] { stream.reset(); });
        QTRY_VERIFY(!stream);
        QTRY_COMPARE(world.server.openConnections(), 0);
    }

    /// As the listener for events does with each refusal.
    void aRefusedStreamMayBeLetGoWhenItsHeadIsThere()
    {
        QTest::failOnWarning(QRegularExpression(u"."_s));
        World world;
        for (const int status : {401, 403, 404, 503}) {
            world.server.then(Server::answer(status, "no"));
            auto stream = world.transport.open({.path = "/"}, {});
            connect(stream.get(), &HttpStream::answered, this, [&] { stream.reset(); });
            QTRY_VERIFY(!stream);
            QTRY_COMPARE(world.server.openConnections(), 0);
        }
    }

    void goesThroughAProxy()
    {
        Server proxy;
        test::ManualAlarm alarm;
        NetworkTransport transport({.base = QUrl(u"http://server.invalid/api"_s),
                                    .proxy = {.kind = ProxySettings::Kind::Http,
                                              .host = u"127.0.0.1"_s,
                                              .port = quint16(proxy.url().port()),
                                              .user = u"me"_s,
                                              .password = Secret(u"word"_s)}},
                                   alarm);
        proxy.then(Server::answer(200, "by proxy"));
        proxy.then(Server::answer(407, {}, {{"Proxy-Authenticate", "Basic realm=\"x\""}}));
        proxy.then(Server::answer(407, {}, {{"Proxy-Authenticate", "Basic realm=\"x\""}}));
        QList<Result<HttpReply>> ends;
        const auto keep = [&](const Result<HttpReply> &reply) { ends << reply; };
        transport.send({.path = "/x"}, {}).then(this, keep);
        QTRY_COMPARE(ends.size(), 1);
        QCOMPARE(ends[0]->body, QByteArray("by proxy"));
        QCOMPARE(proxy.requests().front().path, QByteArray("http://server.invalid/api/x"));
        transport.send({.path = "/x"}, {}).then(this, keep);
        QTRY_COMPARE(ends.size(), 2);
        QCOMPARE(ends[1].error().code, u"proxyAuthenticationRequired"_s);
    }

    void knowsAProxyThatIsNotThere()
    {
        test::ManualAlarm alarm;
        quint16 port = 0;
        {
            const Server gone;
            port = quint16(gone.url().port());
        }
        for (const auto kind : {ProxySettings::Kind::Http, ProxySettings::Kind::Socks5}) {
            NetworkTransport transport(
                {.base = QUrl(u"https://server.invalid"_s),
                 .proxy = {.kind = kind, .host = u"127.0.0.1"_s, .port = port}},
                alarm);
            Error error;
            transport.send({.path = "/"}, {}).then(this, [&](const auto &r) { error = r.error(); });
            QTRY_COMPARE(error.code, u"proxyRefused"_s);
        }
    }

    void namesAProxyThatSaysNothing()
    {
        QTcpServer proxy;
        QVERIFY(proxy.listen(QHostAddress::LocalHost));
        test::ManualAlarm alarm;
        NetworkTransport transport({.base = QUrl(u"https://server.invalid"_s),
                                    .proxy = {.kind = ProxySettings::Kind::Http,
                                              .host = u"127.0.0.1"_s,
                                              .port = proxy.serverPort()}},
                                   alarm);
        Error error;
        transport.send({.path = "/"}, {}).then(this, [&](const auto &r) { error = r.error(); });
        QTRY_VERIFY(proxy.hasPendingConnections());
        alarm.advance(Deadline().connect);
        QTRY_COMPARE(error.code, u"nothingOverProxy"_s);
    }

    void reachesThisComputerWithoutAProxy()
    {
        Server server;
        test::ManualAlarm alarm;
        NetworkTransport transport(
            {.base = server.url(),
             .proxy = {.kind = ProxySettings::Kind::Http, .host = u"proxy.invalid"_s, .port = 1}},
            alarm);
        server.then(Server::answer(200));
        int status = 0;
        transport.send({.path = "/"}, {}).then(this, [&](const auto &r) { status = r->status; });
        QTRY_COMPARE(status, 200);
    }

    void refusesAnUnusableAddress_data()
    {
        QTest::addColumn<QUrl>("base");
        QTest::newRow("none") << QUrl();
        QTest::newRow("other scheme") << QUrl(u"ftp://host/"_s);
        QTest::newRow("file") << QUrl(u"file:///etc/passwd"_s);
        QTest::newRow("no host") << QUrl(u"http:///x"_s);
        QTest::newRow("user") << QUrl(u"http://me:word@host/"_s);
        QTest::newRow("query") << QUrl(u"http://host/?a"_s);
    }

    void refusesAnUnusableAddress()
    {
        QFETCH(QUrl, base);
        test::ManualAlarm alarm;
        NetworkTransport transport({.base = base}, alarm);
        QString code;
        transport.send({.path = "/"}, {}).then(this, [&](const auto &r) { code = r.error().code; });
        QTRY_COMPARE(code, u"unusableAddress"_s);
    }

    void logsNoQueryNoHeaderAndOfAPathItsWords()
    {
        World world;
        world.server.then(Server::answer(200));
        s_log.clear();
        const auto before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &text) { s_log << text; });
        world.send({.path = "/v1/session/token/eyJh.e30.AA_z/ses_9",
                    .query = "code=123456",
                    .headers = {{"Authorization", "Bearer lk_secret"}}});
        const bool ended = QTest::qWaitFor([&] { return world.end.has_value(); });
        qInstallMessageHandler(before);
        QVERIFY(ended);
        const QString log = s_log.join(u'\n');
        QVERIFY2(log.contains(u"GET /v1/session/token/*/* 200"_s), qPrintable(log));
        QVERIFY(!log.contains(u"eyJh"_s));
        QVERIFY(!log.contains(u"123456"_s));
        QVERIFY(!log.contains(u"lk_secret"_s));
    }

private:
    static inline QStringList s_log;
};

LATCHKEY_TEST(NetworkTransportTest)

#include "tst_networktransport.moc"
