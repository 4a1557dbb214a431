#include "server/carriers/webfetch.h"
#include "support/scriptedserver.h"
#include "support/selfsigned.h"
#include "support/testrunner.h"
#include "support/tlsserver.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace latchkey;
using namespace latchkey::server;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = Error::Kind;

namespace {

/// Asks from another thread, while this one answers.
struct Asking
{
    WebFetchSettings settings;
    std::stop_source stop;

    Asking() { settings.doneWithin = 5s; }

    Result<Fetch::Answer> fetch(const Fetch::Request &request, std::function<void()> meanwhile = {})
    {
        WebFetch web(settings);
        auto got =
            std::async(std::launch::async, [&] { return web.fetch(request, stop.get_token()); });
        while (got.wait_for(1ms) != std::future_status::ready) {
            QCoreApplication::processEvents();
            if (meanwhile)
                meanwhile();
        }
        return got.get();
    }
    Result<Fetch::Answer> fetch(const ScriptedServer &server)
    {
        return fetch({.url = server.url().toString() + u"/a?b=c"_s});
    }
};

} // namespace

class WebFetchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAskedAndAnswered()
    {
        ScriptedServer server;
        server.then(ScriptedServer::answer(404, "{}",
                                           {{"Content-Type", "Application/JSON ; charset=utf-8"}}));
        Asking asking;
        const auto answer = asking.fetch({.url = server.url().toString() + u"/a?b=c"_s,
                                          .headers = {Secret(u"Authorization: Bearer at-1"_s)}});
        QVERIFY(answer);
        QCOMPARE(answer->status, 404);
        QCOMPARE(answer->contentType, QByteArray("application/json"));
        QCOMPARE(answer->body.reveal(), QByteArray("{}"));
        const HttpRequest &asked = server.requests().front();
        QCOMPARE(asked.method, HttpMethod::Get);
        QCOMPARE(asked.path + '?' + asked.query, QByteArray("/a?b=c"));
        QCOMPARE(asked.headers.value("Authorization"), QByteArray("Bearer at-1"));
        QCOMPARE(asked.headers.value("Accept"), QByteArray("application/json"));
        QVERIFY(asked.headers.value("User-Agent").startsWith("Latchkey/"));
    }

    void aFormIsPosted()
    {
        ScriptedServer server;
        server.then(ScriptedServer::answer(200));
        Asking asking;
        const auto answer =
            asking.fetch({.url = server.url().toString(), .form = Secret(u"code=1&x=%20"_s)});
        QVERIFY(answer && answer->body.isEmpty() && answer->contentType.isEmpty());
        const HttpRequest &asked = server.requests().front();
        QCOMPARE(asked.method, HttpMethod::Post);
        QCOMPARE(asked.body, QByteArray("code=1&x=%20"));
        QCOMPARE(asked.headers.value("Content-Type"),
                 QByteArray("application/x-www-form-urlencoded"));
    }

    void nobodyFollows()
    {
        ScriptedServer server;
        server.then(ScriptedServer::answer(
            302, "", {{"Location", server.url().toEncoded() + "/elsewhere"}}));
        Asking asking;
        QCOMPARE(asking.fetch(server)->status, 302);
        QCOMPARE(server.requests().size(), 1U);
    }

    void answersAreOfABoundedSize()
    {
        ScriptedServer server;
        Asking asking;
        asking.settings.atMost = 1000;
        server.then(ScriptedServer::answer(200, QByteArray(1000, 'a')));
        QCOMPARE(asking.fetch(server)->body.size(), 1000);
        server.then(ScriptedServer::answer(200, QByteArray(1001, 'a')));
        QCOMPARE(asking.fetch(server).error().code, u"answerTooLong"_s);
        server.then(ScriptedServer::stream("application/json", "{"));
        const auto endless = asking.fetch({.url = server.url().toString()}, [&] {
            if (server.requests().size() == 3)
                server.push(QByteArray(10, ' '));
        });
        QCOMPARE(endless.error().code, u"answerTooLong"_s);
        QCOMPARE(endless.error().kind, Kind::Protocol);
    }

    void answersComeInTime()
    {
        ScriptedServer server;
        Asking asking;
        asking.settings.doneWithin = 300ms;
        QElapsedTimer timer;
        timer.start();
        server.then(ScriptedServer::hang());
        QCOMPARE(asking.fetch(server).error().kind, Kind::Timeout);
        server.then(ScriptedServer::stream("application/json", "{"));
        const auto drip = asking.fetch({.url = server.url().toString()}, [&] {
            if (server.requests().size() == 2)
                server.push(" ");
        });
        QCOMPARE(drip.error().kind, Kind::Timeout);
        QVERIFY(timer.elapsed() < 5000);
    }

    void brokenOnes()
    {
        ScriptedServer server;
        Asking asking;
        server.then(ScriptedServer::cut());
        QCOMPARE(asking.fetch(server).error().kind, Kind::Network);
        server.then(ScriptedServer::garbage());
        QCOMPARE(asking.fetch(server).error().kind, Kind::Network);
        const auto whole = ScriptedServer::answer(200, "{\"issuer\":1}");
        server.then(whole.cutAfter(whole.bytes.size() - 1));
        QCOMPARE(asking.fetch(server).error().kind, Kind::Network);
        QCOMPARE(asking.fetch({.url = u"http://127.0.0.1:1/"_s}).error().kind, Kind::Network);
    }

    void endsWhenItIsTold()
    {
        ScriptedServer server;
        Asking asking;
        asking.settings.doneWithin = 60s;
        const auto got = asking.fetch({.url = server.url().toString()}, [&] {
            if (!server.requests().empty())
                asking.stop.request_stop();
        });
        QCOMPARE(got.error().kind, Kind::Cancelled);
    }

    void onlySafeAddressesAreAsked()
    {
        Asking asking;
        for (const QString &url :
             {u"file:///etc/passwd"_s, u"http://example.org/"_s, u"ftp://127.0.0.1/"_s, u""_s,
              u"http://127.0.0.1@example.org/"_s}) {
            QCOMPARE(asking.fetch({.url = url}).error().code, u"addressNotSafe"_s);
        }
    }

    void noProxyStandsBeforeThisComputer()
    {
        const auto before = qEnvironmentVariable("http_proxy");
        qputenv("http_proxy", "http://127.0.0.1:1");
        ScriptedServer server;
        server.then(ScriptedServer::answer(200));
        Asking asking;
        const auto answer = asking.fetch(server);
        if (before.isNull())
            qunsetenv("http_proxy");
        else
            qputenv("http_proxy", before.toLocal8Bit());
        QVERIFY(answer);
    }

    void certificates()
    {
        const auto mine = SelfSigned::forAddress("127.0.0.1");
        const auto another = SelfSigned::forAddress("127.0.0.2");
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"authorities.pem"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(mine.certificate + another.certificate);
        file.close();
        const TlsServer server(mine.certificate, mine.key);
        const TlsServer elsewhere(another.certificate, another.key);
        const auto at = [](const TlsServer &who) {
            return Fetch::Request{.url = who.url(u"127.0.0.1"_s).toString() + u'/'};
        };
        Asking asking;
        const auto unknown = asking.fetch(at(server));
        QCOMPARE(unknown.error().kind, Kind::Network);
        QVERIFY(unknown.error().detail.contains(u"certificate"_s));
        asking.settings.authorities = file.fileName();
        const auto answer = asking.fetch(at(server));
        QVERIFY(answer);
        QCOMPARE(answer->body.reveal(), QByteArray("ok"));
        QCOMPARE(asking.fetch(at(elsewhere)).error().kind, Kind::Network); // for another address
    }
};

LATCHKEY_TEST(WebFetchTest)

#include "tst_webfetch.moc"
