#include "foreignstage.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using Kind = Error::Kind;
using Step = SignInFlow::Step;
using State = BrowserVisit::State;
using Way = ProviderEntry::Way;

namespace {

const QByteArray toPage = R"({"authenticationStrategy":"SingleSignOn",
    "authenticationUrl":"https://sso.example/sign-in/p1"})";
const QByteArray single = "POST /users/session/single-sign-on";
const QByteArray social = "POST /users/session/social-auth/google";

/// A flow at a server whose API leads no browser back to a program.
struct Entering
{
    Entering()
        : flow(stage.accounts.signInFlow(serverBy(u"wingspan"_s)))
    {}

    void identify(const QByteArray &answer)
    {
        flow->submitEmail(u"ada@staff.example"_s);
        say(stage, 200, answer);
    }
    void leaveForPage()
    {
        identify(toPage);
        flow->submitProvider(flow->ownProvider()->id);
        settle();
    }
    void leaveForGoogle()
    {
        flow->submitProvider(flow->providerEntry().providers().constFirst().id);
        settle();
    }
    void give(const QString &what) { flow->submitHandedOver(Secret(what)); }
    void refuse(int status, const QByteArray &words)
    {
        say(stage, status, "{\"error\":\"" + words + "\"}");
    }

    Stage stage;
    std::unique_ptr<SignInFlow> flow;
};

} // namespace

/// Signing in by a provider where people themselves bring what it said: Wingspan's.
class HandOverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageShowsWhatSignsIn()
    {
        Entering one;
        one.identify(toPage);
        QCOMPARE(one.flow->step(), Step::Provider);
        QCOMPARE(one.flow->ownProvider()->name, u"sso.example"_s);
        QVERIFY(one.flow->canUsePassword());
        QVERIFY(one.stage.browsed.isEmpty());
        one.flow->submitProvider(one.flow->ownProvider()->id);
        settle();
        QCOMPARE(one.flow->step(), Step::HandOver);
        QCOMPARE(one.flow->providerEntry().way(), Way::PageCode);
        BrowserVisit &visit = one.flow->providerEntry().visit();
        QCOMPARE(visit.state(), State::Waiting);
        QVERIFY(visit.endsThere());
        QCOMPARE(one.stage.browsed, QList{QUrl(u"https://sso.example/sign-in/p1"_s)});
        one.give(u"vst_1"_s);
        QVERIFY(one.flow->isBusy());
        QCOMPARE(one.stage.line(), single);
        QCOMPARE(one.stage.asked().body, QByteArray(R"({"singleSignOnCode":"vst_1"})"));
        say(one.stage, 200, sessionOfWingspan(1));
        QCOMPARE(one.flow->step(), Step::Done);
        QVERIFY(!visit.isUnderWay());
        QCOMPARE(one.stage.profiles.find(one.flow->profile())->userId, api::UserId(u"usr_1"_s));
    }

    void thePasswordWillDoInstead()
    {
        Entering one;
        one.identify(toPage);
        one.flow->usePassword();
        QCOMPARE(one.flow->step(), Step::Password);
        one.flow->back();
        QCOMPARE(one.flow->step(), Step::Provider);
    }

    void whoIsLedNowhereTypesAPassword_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("password") << QByteArray(R"({"authenticationStrategy":"Password"})");
        QTest::newRow("no page") << QByteArray(R"({"authenticationStrategy":"SingleSignOn"})");
    }
    void whoIsLedNowhereTypesAPassword()
    {
        QFETCH(const QByteArray, answer);
        Entering one;
        one.identify(answer);
        QCOMPARE(one.flow->step(), Step::Password);
        QVERIFY(!one.flow->ownProvider());
    }

    void noAddressIsOpenedThatIsNotForABrowser_data()
    {
        QTest::addColumn<QString>("page");
        for (const char *page :
             {"file:///etc/passwd", "http://sso.example/", "javascript:alert(1)"})
            QTest::newRow(page) << QString::fromLatin1(page);
    }
    void noAddressIsOpenedThatIsNotForABrowser()
    {
        QFETCH(const QString, page);
        Entering one;
        one.identify("{\"authenticationStrategy\":\"SingleSignOn\",\"authenticationUrl\":\"" +
                     page.toUtf8() + "\"}");
        one.flow->submitProvider(one.flow->ownProvider()->id);
        settle();
        QVERIFY(one.stage.browsed.isEmpty());
        QCOMPARE(one.flow->step(), Step::Provider);
        QCOMPARE(one.flow->error()->code, u"visitAddressUnusable"_s);
    }

    void theCodeOfAnotherVisitWillDo()
    {
        Entering one;
        one.leaveForPage();
        one.give(u"vst_old"_s);
        one.refuse(404, "Not found");
        QCOMPARE(one.flow->step(), Step::HandOver);
        QCOMPARE(one.flow->error()->code, u"wrongCode"_s);
        QCOMPARE(one.flow->error()->field, u"code"_s);
        one.flow->providerEntry().visit().openAgain();
        QCOMPARE(one.stage.browsed.size(), 2);
        one.give(u"vst_2"_s);
        say(one.stage, 200, sessionOfWingspan(1));
        QCOMPARE(one.flow->step(), Step::Done);
    }

    void refusalsAreAboutWhatWasBrought_data()
    {
        QTest::addColumn<bool>("isToken");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QString>("code");
        QTest::addColumn<Kind>("kind");
        const auto row = [](const char *name, bool isToken, int status, const QByteArray &words,
                            const QString &code, Kind kind) {
            QTest::newRow(name) << isToken << status << words << code << kind;
        };
        row("a code too long", false, 400, "singleSignOnCode: tooLong", u"wrongCode"_s,
            Kind::Rejected);
        row("not let in", false, 401, "Unauthorized", u"visitRefused"_s, Kind::Rejected);
        row("no account", false, 403, "Forbidden", u"identityUnknown"_s, Kind::Forbidden);
        row("another's address", false, 409, "identityUnlinked", u"identityUnlinked"_s,
            Kind::Conflict);
        row("no token", true, 400, "idToken: tooLong", u"idTokenInvalid"_s, Kind::Rejected);
        row("not believed", true, 401, "Unauthorized", u"idTokenInvalid"_s, Kind::Rejected);
        row("no account at Google", true, 403, "Forbidden", u"identityUnknown"_s, Kind::Forbidden);
        row("no Google", true, 404, "Not found", u"providerUnknown"_s, Kind::NotFound);
    }
    void refusalsAreAboutWhatWasBrought()
    {
        QFETCH(const bool, isToken);
        QFETCH(const int, status);
        QFETCH(const QByteArray, words);
        QFETCH(const QString, code);
        QFETCH(const Kind, kind);
        Entering one;
        isToken ? one.leaveForGoogle() : one.leaveForPage();
        one.give(u"brought"_s);
        one.refuse(status, words);
        QCOMPARE(one.flow->step(), Step::HandOver);
        QCOMPARE(one.flow->error()->code, code);
        QCOMPARE(one.flow->error()->kind, kind);
        QVERIFY(!one.flow->isBusy());
    }

    void aSecondFactorIsAskedForAllTheSame()
    {
        Entering one;
        one.leaveForPage();
        one.give(u"vst_1"_s);
        say(one.stage, 200,
            R"({"expiration":"2027-01-29T08:00:00.000Z","sessionType":"Guest","token":"held"})");
        QCOMPARE(one.flow->step(), Step::SecondFactor);
        QCOMPARE(one.flow->stepBefore(), Step::Provider);
        QVERIFY(!one.flow->providerEntry().visit().isUnderWay());
    }

    void backAndCancelEndTheVisit()
    {
        Entering one;
        one.leaveForPage();
        one.flow->back();
        QCOMPARE(one.flow->step(), Step::Provider);
        QVERIFY(!one.flow->providerEntry().visit().isUnderWay());
        one.give(u"vst_1"_s); // nobody asks for it any more
        QCOMPARE(one.stage.line(), QByteArray());
        one.flow->submitProvider(one.flow->ownProvider()->id);
        settle();
        one.flow->cancel();
        QVERIFY(!one.flow->providerEntry().visit().isUnderWay());
    }

    void nothingIsNoCode()
    {
        Entering one;
        one.leaveForPage();
        one.flow->submitHandedOver(Secret());
        QCOMPARE(one.flow->error()->code, u"empty"_s);
        QCOMPARE(one.stage.line(), QByteArray());
    }

    void aTokenOfGooglesSignsIn()
    {
        Entering one;
        QCOMPARE(one.flow->providerEntry().providers().constFirst().name, u"Google"_s);
        one.leaveForGoogle();
        QCOMPARE(one.flow->step(), Step::HandOver);
        QCOMPARE(one.flow->providerEntry().way(), Way::IdToken);
        QVERIFY(one.stage.browsed.isEmpty());
        one.give(u"a.b.c"_s);
        QCOMPARE(one.stage.line(), social);
        QCOMPARE(one.stage.asked().body, QByteArray(R"({"idToken":"a.b.c"})"));
        say(one.stage, 200, sessionOfWingspan(1));
        QCOMPARE(one.flow->step(), Step::Done);
    }

    void whoIsLedElsewhereIsNotGooglesToKnow()
    {
        Entering one;
        one.leaveForPage();
        one.flow->back();
        one.flow->back();
        QCOMPARE(one.flow->step(), Step::Email);
        one.leaveForGoogle();
        QCOMPARE(one.flow->providerEntry().way(), Way::IdToken);
        one.flow->back();
        QCOMPARE(one.flow->step(), Step::Email);
    }

    void aServerThatIsNotVouchedForGetsNoToken()
    {
        Entering one;
        one.stage.vouch = [](const QUrl &) {
            return Call<Nothing>::finished(failure(Error::of(Kind::Network, u"unvouched"_s)));
        };
        one.leaveForGoogle();
        QCOMPARE(one.flow->step(), Step::Email);
        QCOMPARE(one.flow->error()->code, u"unvouched"_s);
    }

    void whoKnowsNoGoogleOffersNone_data()
    {
        QTest::addColumn<QString>("wire");
        for (const char *wire : {"aurora", "oneshot", "mmdl", "temporal"})
            QTest::newRow(wire) << QString::fromLatin1(wire);
    }
    void whoKnowsNoGoogleOffersNone()
    {
        QFETCH(const QString, wire);
        Stage stage;
        const auto flow = stage.accounts.signInFlow(serverBy(wire));
        QVERIFY(flow->providerEntry().providers().isEmpty());
    }
};

LATCHKEY_TEST(HandOverTest)

#include "tst_handover.moc"
