#include "api/operations.h"
#include "server/endpoint.h"
#include "server/guards/guards.h"
#include "server/router.h"
#include "stand.h"
#include "support/testrunner.h"
#include "wire/ownroutes.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

template <class Op>
QByteArray pathOf()
{
    return wire::ownRoute<Op>().fill({{u"id"_s, u"ses_x"_s}, {u"name"_s, u"theme"_s}});
}

template <class Op>
QByteArray methodOf()
{
    return toBytes(wire::ownRoute<Op>().method);
}

} // namespace

class GuardsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOperationAsksForWhatItsTraitsSay()
    {
        Stand stand;
        const QByteArray token = stand.signUp("ada");
        stand.clock.advance(6min);
        api::Operations::forEach([&]<class Op>() {
            Browser browser(stand.port());
            const Answer without = browser.ask(methodOf<Op>(), pathOf<Op>());
            const bool isPublic = Op::traits.scope == api::Scope::Public;
            QVERIFY2((without.status == 401) == !isPublic, Op::traits.name);
            browser.token = "lks_unknown";
            const Answer unknown = browser.ask(methodOf<Op>(), pathOf<Op>());
            QVERIFY2((unknown.code() == "tokenUnknown"_L1) == !isPublic, Op::traits.name);
            if (isPublic || Op::traits.streams || std::same_as<Op, api::SignOut>)
                return;
            browser.token = token;
            const Answer stale = browser.ask(methodOf<Op>(), pathOf<Op>());
            const bool asksAgain = stale.code() == "stepUpNeeded"_L1;
            QVERIFY2(asksAgain == Op::traits.freshness.has_value(), Op::traits.name);
            if (asksAgain) {
                QCOMPARE(stale.status, 403);
                QCOMPARE(stale.json().value(u"requiredLevel"_s).toString(), u"password"_s);
            }
        });
    }

    void aProofCountsByItsLevelAndItsAge()
    {
        using api::Level;
        const Timestamp now = fromRfc3339(u"2027-01-15T08:00:00Z"_s).value();
        const auto lacking = [now](const api::Freshness &asked, const server::Proven &proven) {
            const auto judged = server::guards::freshness(asked, proven, now);
            return judged ? QString() : judged.error().requiredLevel;
        };
        const api::Freshness password{Level::Password, 5min};
        const api::Freshness both{Level::SecondFactor, 1min};
        QCOMPARE(lacking(password, {now - 5min, {}}), QString());
        QCOMPARE(lacking(password, {now, now}), QString());
        QCOMPARE(lacking(password, {now - 5min - 1ms, {}}), u"password"_s);
        QCOMPARE(lacking(password, {now + 11s, {}}), u"password"_s);
        QCOMPARE(lacking(both, {now, {}}), u"secondFactor"_s);
        QCOMPARE(lacking(both, {now - 1min, now - 1min}), QString());
        // A password since then neither lowers nor prolongs it.
        QCOMPARE(lacking(both, {now, now - 1min}), QString());
        QCOMPARE(lacking(both, {now, now - 2min}), u"secondFactor"_s);
        QCOMPARE(lacking(both, {now, {}, Level::Password}), QString());
    }

    void aNoEndsNoSessionWithoutAFreshProof()
    {
        Stand stand;
        stand.signUp("admin");
        Browser mine(stand.port());
        mine.token = stand.signUp("ada");
        Browser other(stand.port());
        other.token = stand.signIn("ada");
        const QByteArray review =
            "/v1/sessions/" +
            other.ask("GET", "/v1/session").json()[u"id"_s].toString().toLatin1() + "/review";
        stand.clock.advance(6min);
        QCOMPARE(mine.post(review, quoted("{'verdict':'notMine'}")).code(), u"stepUpNeeded"_s);
        QCOMPARE(other.ask("GET", "/v1/me").status, 200);
        QCOMPARE(mine.post(review, quoted("{'verdict':'mine'}")).status, 200);
    }

    void whatWasEndedInTimeIsTakenBackWithoutAnotherProof()
    {
        Stand stand;
        stand.signUp("admin");
        Browser mine(stand.port());
        mine.token = stand.signUp("ada");
        Browser other(stand.port());
        other.token = stand.signIn("ada");
        const QByteArray session =
            "/v1/sessions/" + other.ask("GET", "/v1/session").json()[u"id"_s].toString().toLatin1();
        stand.clock.advance(4min + 55s);
        QCOMPARE(mine.ask("DELETE", session).status, 200);
        stand.clock.advance(9s);
        QCOMPARE(mine.ask("DELETE", session).code(), u"stepUpNeeded"_s);
        QCOMPARE(mine.post(session + "/reinstate", {}).status, 200);
        QCOMPARE(other.ask("GET", "/v1/me").status, 200);
    }

    void aProofFromTheFutureIsNotFresh()
    {
        Stand stand;
        Browser browser(stand.port());
        browser.token = stand.signUp("ada");
        stand.clock.advance(-1s);
        QCOMPARE(browser.post("/v1/sessions/end-others", {}).status, 200);
        stand.clock.advance(-1h);
        QCOMPARE(browser.post("/v1/sessions/end-others", {}).code(), u"stepUpNeeded"_s);
    }

    void whatASessionAskedBeforeItsEndIsNotDoneAfterIt()
    {
        Stand stand;
        stand.signUp("admin");
        Browser mine(stand.port());
        mine.token = stand.signUp("ada");
        Browser other(stand.port());
        other.token = stand.signIn("ada");
        const QByteArray id = other.ask("GET", "/v1/session").json()[u"id"_s].toString().toLatin1();
        const QByteArray tag = other.ask("GET", "/v1/me").field("ETag");
        const auto send = [](Browser &browser, const QByteArray &start, const QByteArray &body) {
            browser.send(start + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " +
                         browser.token + "\r\nContent-Type: application/json\r\nContent-Length: " +
                         QByteArray::number(body.size()) + "\r\n");
        };
        const auto waiting = [&] {
            const QByteArray figures = Browser(stand.port()).ask("GET", "/metrics").body;
            const qsizetype at = figures.indexOf("\nlatchkey_writer_waiting ");
            return figures.mid(at + 25, 1).toInt();
        };
        {
            const auto held = stand.holdWriting();
            send(mine, "DELETE /v1/sessions/" + id, {});
            mine.send("\r\n");
            // The first work is taken from the queue and waits for the database, perhaps behind the
            // writer's own housekeeping that gives up waiting for it.
            QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, 15000);
            const QByteArray change = quoted("{'name':'Eve'}");
            send(other, "PATCH /v1/me", change);
            other.send("If-Match: " + tag + "\r\n\r\n" + change);
            QTRY_COMPARE(waiting(), 1);
        }
        QCOMPARE(mine.receive().status, 200);
        const Answer refused = other.receive();
        QCOMPARE(refused.status, 401);
        QCOMPARE(refused.code(), u"sessionEnded"_s);
        QVERIFY(mine.ask("GET", "/v1/me").body.contains("ada"));
        QVERIFY(!mine.ask("GET", "/v1/me").body.contains("Eve"));
    }

    void onlyATrustedProxyTellsWhoAsks_data()
    {
        QTest::addColumn<QByteArray>("trusted");
        QTest::addColumn<QByteArray>("forwardedFor");
        QTest::addColumn<QByteArray>("address");
        const auto row = [](const char *trusted, const char *forwardedFor, const char *address) {
            QTest::addRow("%s, %s", trusted, forwardedFor)
                << QByteArray(trusted) << QByteArray(forwardedFor) << QByteArray(address);
        };
        row("", "192.0.2.7", "127.0.0.1");
        row("127.0.0.1", "", "127.0.0.1");
        row("10.0.0.0/8", "192.0.2.7", "127.0.0.1");
        row("127.0.0.1", "192.0.2.7", "192.0.2.7");
        row("127.0.0.1", "198.51.100.1, 192.0.2.7", "192.0.2.7");
        row("127.0.0.0/8", "198.51.100.1 , 127.0.0.9", "198.51.100.1");
        row("127.0.0.1", "2001:db8::7", "2001:db8::7");
        row("127.0.0.1", "somebody", "127.0.0.1");
    }
    void onlyATrustedProxyTellsWhoAsks()
    {
        QFETCH(QByteArray, trusted);
        QFETCH(QByteArray, forwardedFor);
        Stand stand([&](server::ServerConfig &config) {
            if (const auto network = IpNetwork::parse(trusted.toStdString()))
                config.trustedProxies = {*network};
        });
        Browser::Fields fields;
        if (!forwardedFor.isEmpty())
            fields = {{"X-Forwarded-For", forwardedFor}};
        const Answer begun =
            Browser(stand.port()).ask("POST", "/v1/users", Stand::signUpBody("ada"), fields);
        const auto signedIn = begun.json()[u"signedIn"_s].toObject();
        const auto session = signedIn[u"session"_s].toObject();
        QTEST(session[u"address"_s].toString().toLatin1(), "address");
    }

    void behindAProxyEachClientHasItsOwnTries()
    {
        Stand stand([](server::ServerConfig &config) {
            config.trustedProxies = {*IpNetwork::parse("127.0.0.1")};
        });
        stand.signUp("ada");
        const auto trying = [&](const QByteArray &email, const QByteArray &password,
                                const QByteArray &from) {
            return Browser(stand.port())
                .ask("POST", "/v1/session", Stand::signInBody(email, password),
                     {{"X-Forwarded-For", from}});
        };
        for (int i = 0; i < 21; ++i)
            trying(QByteArray::number(i) + "@example.com", "wrong", "192.0.2.1");
        QCOMPARE(trying("ada@example.com", goodPassword, "192.0.2.1").status, 429);
        QCOMPARE(trying("ada@example.com", goodPassword, "192.0.2.2").status, 200);
    }

    void whatAProxyPassesOnIsNotFromThisMachine()
    {
        Stand stand;
        QCOMPARE(Browser(stand.port()).ask("GET", "/metrics").status, 200);
        const Answer refused =
            Browser(stand.port()).ask("GET", "/metrics", {}, {{"X-Forwarded-For", "192.0.2.7"}});
        QCOMPARE(refused.code(), u"onlyFromThisMachine"_s);
    }

    void aWrongNameIsCountedToo()
    {
        Stand stand([](server::ServerConfig &config) {
            config.rate = {.perSecond = 0.001, .burst = 1, .countsLoopback = true};
            config.loops = 1;
        });
        const auto ask = [&] {
            return Browser(stand.port()).ask("GET", "/v1/server", {}, {{"Host", "evil.example"}});
        };
        QCOMPARE(ask().status, 421);
        QCOMPARE(ask().status, 429);
    }

    void anExpiredSessionIsOver()
    {
        Stand stand;
        Browser browser(stand.port());
        browser.token = stand.signUp("ada"); // an administrator's lives 30 minutes idle
        stand.clock.advance(29min);
        QCOMPARE(browser.ask("GET", "/v1/me").status, 200);
        stand.clock.advance(31min);
        QCOMPARE(browser.ask("GET", "/v1/me").code(), u"sessionEnded"_s);
    }

    void otherNamesAndOriginsStayOut_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("status");
        const auto row = [](const char *field, const char *value, int status) {
            QTest::addRow("%s %s", field, value)
                << QByteArray(field) << QByteArray(value) << status;
        };
        row("Host", "localhost", 200);
        row("Host", "LOCALHOST:1234", 200);
        row("Host", "127.0.0.1:80", 200);
        row("Host", "[::1]:80", 200);
        row("Host", "evil.example", 421);
        row("Host", "localhost.evil.example", 421);
        row("Host", "127.0.0.1.evil.example:80", 421);
        row("Origin", "https://evil.example", 403);
        row("Origin", "null", 403);
        row("Origin", "https://localhost", 403);
        row("Origin", "http://localhost", 200);
    }
    void otherNamesAndOriginsStayOut()
    {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, value);
        Stand stand;
        const Answer answer = Browser(stand.port()).ask("GET", "/v1/server", {}, {{field, value}});
        QTEST(answer.status, "status");
    }

    void theHostOfTheTargetCounts()
    {
        Stand stand;
        const auto ask = [&stand](const QByteArray &target, const QByteArray &host) {
            return Browser(stand.port()).ask("GET", target, {}, {{"Host", host}}).status;
        };
        QCOMPARE(ask("http://localhost/v1/server", "evil.example"), 200);
        QCOMPARE(ask("http://evil.example/v1/server", "localhost"), 421);
        QCOMPARE(ask("https://localhost/v1/server", "localhost"), 421);
    }

    void anAddressThatAsksTooOftenWaits()
    {
        Stand stand([](server::ServerConfig &config) {
            config.rate = {.perSecond = 0.001, .burst = 5, .countsLoopback = true};
        });
        Browser browser(stand.port());
        for (int i = 0; i < 5; ++i)
            QCOMPARE(browser.ask("GET", "/v1/server").status, 200);
        const Answer refused = browser.ask("GET", "/v1/server");
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.code(), u"tooManyRequests"_s);
        QVERIFY(refused.field("Retry-After").toInt() >= 1);
    }

    void theBucketsStayBounded()
    {
        server::RateBuckets buckets({.perSecond = 1, .burst = 1, .places = 10});
        const auto now = std::chrono::steady_clock::now();
        QVERIFY(!buckets.take("2001:db8:1:2::1", now));
        QVERIFY(buckets.take("2001:db8:1:2:ffff::9", now)); // the same /64
        QVERIFY(!buckets.take("2001:db8:1:2::1", now + 1s));
        QVERIFY(!buckets.take("::ffff:192.0.2.1", now));
        QVERIFY(!buckets.take("::ffff:192.0.2.2", now));
        for (int i = 0; i < 100; ++i)
            buckets.take("10.0.0." + std::to_string(i), now);
    }

    void aRouteClaimedTwiceIsRefused()
    {
        class Nobody final : public server::Endpoint
        {
        public:
            explicit Nobody(const wire::Wire &wire)
                : Endpoint({wire, {}, {}}, api::Me::traits, wire.writeError)
            {}
            void serve(server::Asking, server::LoopState &) const override {}
        };
        const wire::Wire wire;
        Nobody first(wire);
        Nobody second(wire);
        server::Router router;
        QVERIFY(router.add({HttpMethod::Get, "/a"}, first));
        QVERIFY(router.add({HttpMethod::Post, "/a"}, second));
        QCOMPARE(router.add({HttpMethod::Get, "/a"}, second).error().code, u"routeClaimedTwice"_s);
        QVERIFY(router.add({HttpMethod::Get, "/b/{id}"}, first));
        QVERIFY(router.add({HttpMethod::Put, "/b/{name}"}, first));
        QCOMPARE(router.add({HttpMethod::Get, "/b/{name}"}, second).error().code,
                 u"routeClaimedTwice"_s);
        QVERIFY(router.add({HttpMethod::Get, "/b/special"}, second));
        QCOMPARE(router.find("GET", "/b/special").endpoint, &second);
        QCOMPARE(router.find("GET", "/b/1").endpoint, &first);
        QCOMPARE(router.find("DELETE", "/b/1").allowed, std::string("GET, HEAD, PUT"));
        QVERIFY(router.find("GET", "/c").allowed.empty());
    }

    void listeningWhereOthersReachIsRefusedWhereItMayNot()
    {
        const SystemClock clock;
        server::ServerConfig config;
        config.listen = {{u"0.0.0.0"_s, 0}};
        config.loopbackOnly = true;
        server::AccountServer server(config, clock);
        const auto started = server.start();
        QVERIFY(!started);
        QCOMPARE(started.error().code, u"listenNotLoopback"_s);
    }
};

LATCHKEY_TEST(GuardsTest)

#include "tst_guards.moc"
