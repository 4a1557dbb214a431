#include "account/connection.h"
#include "browser.h"
#include "support/testrunner.h"

#include <QSignalSpy>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using Kind = Error::Kind;
using State = BrowserVisit::State;

namespace {

/// A visit whose server is the test.
struct Visiting
{
    explicit Visiting(const QUrl &there = Stage::server().url)
        : server(there)
    {
        QObject::connect(&visit, &BrowserVisit::returned, &visit,
                         [this](const BrowserVisit::Returned &one) { returned = one; });
        QObject::connect(&visit, &BrowserVisit::failed, &visit,
                         [this](const Error &one) { error = one; });
    }

    void begin()
    {
        visit.begin(acme());
        browser.send();
    }

    Stage stage;
    Browser browser{stage};
    account::Surroundings around = stage.around();
    Connection connection{around, Stage::server()};
    QUrl server;
    BrowserVisit visit{around, [this] { return server; },
                       [this](const api::VisitProvider &one) { return connection.ask(one); }};
    std::optional<BrowserVisit::Returned> returned;
    std::optional<Error> error;
};

} // namespace

class BrowserVisitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesThereAndComesBack()
    {
        Visiting one;
        one.visit.begin(acme(), u"ada@example.com"_s);
        QCOMPARE(one.visit.state(), State::Asking);
        QCOMPARE(one.stage.line(), QByteArray("POST /v1/provider-visits"));
        QVERIFY(one.stage.asked().body.contains("\"login\":\"ada@example.com\""));
        QVERIFY(one.stage.asked().body.contains("\"provider\":\"p1\""));
        QVERIFY(one.browser.returnTo().startsWith("http://127.0.0.1:"_L1));
        QVERIFY(one.browser.returnTo().endsWith("/latchkey"_L1));
        one.browser.send();
        QCOMPARE(one.visit.state(), State::Waiting);
        QCOMPARE(one.stage.browsed.size(), 1);
        QCOMPARE(one.stage.browsed.first().host(), u"login.example"_s);
        QVERIFY(one.browser.bring("state=st1&code=c%2B1").contains("Let in"));
        QVERIFY(one.returned);
        QCOMPARE(one.returned->id.text(), u"v1"_s);
        QCOMPARE(one.returned->state, u"st1"_s);
        QCOMPARE(one.returned->code.revealText(), u"c+1"_s);
        QCOMPARE(one.visit.state(), State::Idle);
        QVERIFY(!one.error);
        QCOMPARE(one.stage.alarm.pending().size(), 0);
    }

    void whatComesFromElsewhereIsNotTaken()
    {
        Visiting one;
        one.begin();
        QVERIFY(one.browser.bring("state=other&code=c1").startsWith("HTTP/1.1 400 "));
        QVERIFY(one.browser.bring("code=c1").startsWith("HTTP/1.1 400 "));
        QCOMPARE(one.visit.state(), State::Waiting);
        one.browser.bring("state=st1&code=c1");
        QVERIFY(one.returned);
    }

    /// A provider may lead a browser on to another one, whose code is none of it.
    void whatComesToAnotherProvidersPlaceIsNotTaken()
    {
        Visiting one;
        one.visit.begin(acme());
        const QString place = one.browser.returnTo() + u"/login.example"_s;
        one.browser.send(u"https://login.example/?state=st1&redirect_uri="_s + place);
        for (const char *elsewhere : {"", "/other.example", "/login.example/"}) {
            const QByteArray heard = one.browser.bring("state=st1&code=c1", elsewhere);
            QVERIFY2(heard.startsWith("HTTP/1.1 404 "), elsewhere);
        }
        QCOMPARE(one.visit.state(), State::Waiting);
        one.browser.bring("state=st1&code=c1", "/login.example");
        QVERIFY(one.returned);
    }

    void aRefusalIsToldApart()
    {
        Visiting one;
        one.begin();
        QVERIFY(one.browser.bring("state=st1&error=access_denied").contains("Left out"));
        QCOMPARE(one.error->code, u"visitDenied"_s);
        QCOMPARE(one.visit.state(), State::Idle);
        one.begin();
        one.browser.bring("state=st1&error=server_error");
        QCOMPARE(one.error->code, u"visitRefused"_s);
        QVERIFY(!one.returned);
    }

    void nobodyComesBackInTime()
    {
        Visiting one;
        one.begin();
        one.stage.alarm.advance(9min);
        settle();
        QCOMPARE(one.visit.state(), State::Waiting);
        one.stage.alarm.advance(1min);
        settle();
        QCOMPARE(one.error->code, u"visitExpired"_s);
        QCOMPARE(one.browser.bring("state=st1&code=c1"), QByteArray());
        QVERIFY(!one.returned);
    }

    void aClockThatIsAheadGivesNobodyUp()
    {
        Visiting one;
        one.stage.clock.advance(3h);
        one.visit.begin(acme());
        one.stage.answer<api::VisitProvider>({.id = api::VisitId(u"v1"_s),
                                              .address = u"https://login.example/?state=s"_s,
                                              .expiresAt = one.stage.clock.now() - 3h});
        QCOMPARE(one.visit.state(), State::Waiting);
        one.stage.alarm.advance(9min);
        settle();
        QCOMPARE(one.visit.state(), State::Waiting);
    }

    void whereNoBrowserOpensTheAddressIsThere()
    {
        Visiting one;
        one.stage.hasBrowser = false;
        one.begin();
        QVERIFY(one.visit.isBrowserMissing());
        QVERIFY(one.visit.address().startsWith("https://login.example/"_L1));
        one.stage.hasBrowser = true;
        one.visit.openAgain();
        QVERIFY(!one.visit.isBrowserMissing());
        QCOMPARE(one.stage.browsed.size(), 2);
        one.browser.bring("state=st1&code=c1");
        QVERIFY(one.returned);
    }

    void cancelledNobodyIsTold()
    {
        Visiting one;
        one.begin();
        one.visit.cancel();
        settle();
        QCOMPARE(one.visit.state(), State::Idle);
        QCOMPARE(one.browser.bring("state=st1&code=c1"), QByteArray());
        QVERIFY(!one.returned && !one.error);
        one.visit.begin(acme());
        settle();
        one.visit.cancel();
        QVERIFY(!one.stage.net().isWanted(one.stage.count() - 1));
    }

    void anotherVisitTakesTheFirstOnesPlace()
    {
        Visiting one;
        one.begin();
        one.visit.begin(acme(u"p2"_s, u"Other"_s));
        QCOMPARE(one.browser.bring("state=st1&code=c1"), QByteArray());
        one.browser.send(u"https://other.example/?state=st2"_s);
        one.browser.bring("state=st2&code=c2");
        QCOMPARE(one.returned->state, u"st2"_s);
        QCOMPARE(one.visit.provider().name, u"Other"_s);
    }

    void aServerThatRefusesIsHeard()
    {
        Visiting one;
        one.visit.begin(acme());
        one.stage.refuse(Error::of(Kind::Conflict, u"providerOff"_s));
        QCOMPARE(one.error->code, u"providerOff"_s);
        QCOMPARE(one.visit.state(), State::Idle);
        QVERIFY(one.stage.browsed.isEmpty());
    }

    void notEverythingIsOpened_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("file") << u"file:///etc/passwd"_s;
        QTest::newRow("program") << u"ms-settings:privacy"_s;
        QTest::newRow("plain") << u"http://login.example/"_s;
        QTest::newRow("script") << u"javascript:alert(1)"_s;
        QTest::newRow("nothing") << QString();
        QTest::newRow("no host") << u"https:///x"_s;
        // The server is elsewhere.
        QTest::newRow("on this computer") << u"http://127.0.0.1:631/?state=st1"_s;
        QTest::newRow("by its name") << u"http://localhost:631/?state=st1"_s;
        QTest::newRow("by another number") << u"http://127.8.0.1:631/?state=st1"_s;
        QTest::newRow("by six") << u"http://[::1]:631/?state=st1"_s;
        QTest::newRow("encrypted") << u"https://localhost/?state=st1"_s;
    }

    void notEverythingIsOpened()
    {
        QFETCH(const QString, address);
        Visiting one;
        one.visit.begin(acme());
        one.browser.send(address);
        QCOMPARE(one.error->code, u"visitAddressUnusable"_s);
        QVERIFY(one.stage.browsed.isEmpty());
        one.visit.beginAt(acme(), address);
        QCOMPARE(one.visit.state(), State::Idle);
        QVERIFY(one.stage.browsed.isEmpty());
    }

    void aServerOnThisComputerLeadsToAPageOnIt()
    {
        Visiting one(QUrl(u"http://127.0.0.1:7420"_s));
        one.visit.begin(acme());
        one.browser.send(u"http://localhost:7421/authorize?state=st1"_s);
        QCOMPARE(one.visit.state(), State::Waiting);
        QCOMPARE(one.stage.browsed.size(), 1);
        one.visit.beginAt(acme(), u"http://[::1]:7421/"_s);
        QCOMPARE(one.stage.browsed.size(), 2);
        one.server = Stage::server().url; // it moved
        one.visit.beginAt(acme(), u"http://[::1]:7421/"_s);
        QCOMPARE(one.stage.browsed.size(), 2);
        QCOMPARE(one.error->code, u"visitAddressUnusable"_s);
    }
};

LATCHKEY_TEST(BrowserVisitTest)

#include "tst_browservisit.moc"
