#include "account/identitystore.h"
#include "browser.h"
#include "support/testrunner.h"

#include <QSignalSpy>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using api::SignInWay;
using Kind = Error::Kind;
using Step = SignInFlow::Step;

namespace {

/// A flow at a server with one provider.
struct Entering
{
    Entering()
        : flow(stage.accounts.signInFlow(Stage::server()))
    {
        flow->providerEntry().learn(Stage::server().url);
        stage.answer<api::DescribeServer>({.name = u"Demo"_s, .providers = {acme()}});
    }

    void identify(const api::SignInWays &ways)
    {
        flow->submitEmail(u"ada@example.com"_s);
        stage.answer<api::IdentifyUser>(ways);
    }
    /// Up to what is shown to the server.
    void visit(const QByteArray &query = "state=st1&code=c1")
    {
        flow->submitProvider(acme().id);
        settle();
        browser.send();
        browser.bring(query);
    }
    QByteArray body() { return stage.asked().body; }
    static api::SignInProgress done() { return {.signedIn = Stage::signedIn()}; }
    static api::SignInProgress challenged()
    {
        return {.challenge = api::Challenge{.id = api::ChallengeId(u"c1"_s),
                                            .factors = {api::Factor::Totp}}};
    }

    Stage stage;
    Browser browser{stage};
    std::unique_ptr<SignInFlow> flow;
};

api::SignInWays led()
{
    return {.ways = {SignInWay::Provider, SignInWay::Password, SignInWay::EmailCode},
            .provider = acme(u"p9"_s, u"House"_s)};
}

} // namespace

class ProviderSignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void providersAreKnownFromTheStart()
    {
        Entering one;
        QCOMPARE(one.flow->step(), Step::Email);
        QCOMPARE(one.flow->providerEntry().providers().size(), 1);
        one.flow->providerEntry().learn(Stage::server().url);
        QCOMPARE(one.stage.line(), QByteArray());
    }

    void aWireThatCanNotIsNotAsked()
    {
        Stage stage;
        account::ServerAddress elsewhere = Stage::server();
        elsewhere.wire = {.name = u"wingspan"_s, .version = 0};
        const auto flow = stage.accounts.signInFlow(elsewhere);
        QVERIFY(!flow->providerEntry().leadsBack());
        flow->providerEntry().learn(elsewhere.url);
        QCOMPARE(stage.count(), size_t(0));
    }

    void aServerThatIsNotVouchedForIsNotAsked()
    {
        Stage stage;
        stage.vouch = [](const QUrl &) {
            return Call<Nothing>::finished(failure(Error::of(Kind::Network, u"unvouched"_s)));
        };
        const auto flow = stage.accounts.signInFlow(Stage::server());
        flow->providerEntry().learn(Stage::server().url);
        settle();
        QCOMPARE(stage.count(), size_t(0));
    }

    void signsInWithoutAnAddress()
    {
        Entering one;
        one.flow->submitProvider(acme().id);
        settle();
        QCOMPARE(one.flow->step(), Step::Browser);
        QVERIFY(!one.body().contains("login"));
        one.browser.send();
        one.browser.bring("state=st1&code=c1");
        QVERIFY(one.flow->isBusy());
        QCOMPARE(one.stage.line(), QByteArray("POST /v1/session/provider"));
        QVERIFY(one.body().contains("\"state\":\"st1\"") && one.body().contains("\"code\":\"c1\""));
        QVERIFY(one.body().contains("of this one at one.example"));
        one.stage.answer<api::SignInByProvider>(Entering::done());
        QCOMPARE(one.flow->step(), Step::Done);
        QVERIFY(one.stage.profiles.find(one.flow->profile()));
    }

    void anUnknownProviderIsNoWay()
    {
        Entering one;
        one.flow->submitProvider(api::ProviderId(u"p7"_s));
        settle();
        QCOMPARE(one.flow->step(), Step::Email);
        QCOMPARE(one.stage.line(), QByteArray());
    }

    void theSecondFactorIsStillAskedFor()
    {
        Entering one;
        one.visit();
        one.stage.answer<api::SignInByProvider>(Entering::challenged());
        QCOMPARE(one.flow->step(), Step::SecondFactor);
        QCOMPARE(one.flow->stepBefore(), Step::Email);
        one.flow->submitCode(Secret(u"111111"_s));
        one.stage.refuse(Error::of(Kind::NotFound, u"challengeUnknown"_s));
        QCOMPARE(one.flow->step(), Step::Email);
        QCOMPARE(one.flow->error()->code, u"signInOver"_s);
        one.visit();
        one.stage.answer<api::SignInByProvider>(Entering::challenged());
        one.flow->submitCode(Secret(u"222222"_s));
        one.stage.answer<api::AnswerChallenge>(Entering::done());
        QCOMPARE(one.flow->step(), Step::Done);
    }

    void whoeverIsDeniedIsBackWhereTheyWere()
    {
        Entering one;
        one.visit("state=st1&error=access_denied");
        QCOMPARE(one.flow->step(), Step::Email);
        QCOMPARE(one.flow->error()->code, u"visitDenied"_s);
        QVERIFY(!one.flow->isBusy());
        one.visit();
        one.stage.refuse(Error::of(Kind::Unauthorized, u"visitRefused"_s));
        QCOMPARE(one.flow->step(), Step::Email);
        QCOMPARE(one.flow->error()->code, u"visitRefused"_s);
        QCOMPARE(one.flow->error()->kind, Kind::Rejected);
    }

    void nobodyComesBack()
    {
        Entering one;
        one.flow->submitProvider(acme().id);
        settle();
        one.browser.send();
        one.stage.alarm.advance(10min);
        settle();
        QCOMPARE(one.flow->step(), Step::Email);
        QCOMPARE(one.flow->error()->code, u"visitExpired"_s);
    }

    void backAndCancelEndTheVisit()
    {
        Entering one;
        one.flow->submitProvider(acme().id);
        settle();
        one.browser.send();
        QVERIFY(one.flow->canGoBack());
        one.flow->back();
        QCOMPARE(one.flow->step(), Step::Email);
        QVERIFY(!one.flow->providerEntry().visit().isUnderWay());
        QCOMPARE(one.browser.bring("state=st1&code=c1"), QByteArray());
        one.flow->submitProvider(acme().id);
        settle();
        one.flow->cancel();
        QCOMPARE(one.flow->step(), Step::Cancelled);
        QVERIFY(!one.flow->providerEntry().visit().isUnderWay());
    }

    void anAddressLeadsToItsProvider()
    {
        Entering one;
        one.identify(led());
        QCOMPARE(one.flow->step(), Step::Provider);
        QCOMPARE(one.flow->ownProvider()->name, u"House"_s);
        QVERIFY(one.flow->canUsePassword() && one.flow->canMailCode());
        one.flow->usePassword();
        QCOMPARE(one.flow->step(), Step::Password);
        one.flow->back();
        QCOMPARE(one.flow->step(), Step::Provider);
        one.flow->submitProvider(one.flow->ownProvider()->id);
        settle();
        QVERIFY(one.body().contains("\"login\":\"ada@example.com\""));
        one.browser.send();
        one.flow->back();
        QCOMPARE(one.flow->step(), Step::Provider);
        one.flow->back();
        QCOMPARE(one.flow->step(), Step::Email);
    }

    void aProviderThatComesSecondIsOfferedBesideThePassword()
    {
        Entering one;
        one.identify({.ways = {SignInWay::Password, SignInWay::Provider},
                      .provider = acme(u"p9"_s, u"House"_s)});
        QCOMPARE(one.flow->step(), Step::Password);
        QVERIFY(one.flow->ownProvider());
        one.flow->submitProvider(one.flow->ownProvider()->id);
        settle();
        QCOMPARE(one.flow->step(), Step::Browser);
        QCOMPARE(one.flow->stepBefore(), Step::Password);
    }

    void whoHasNothingElseSeesNothingElse()
    {
        Entering one;
        one.identify({.ways = {SignInWay::Provider}, .provider = acme()});
        QCOMPARE(one.flow->step(), Step::Provider);
        QVERIFY(!one.flow->canUsePassword() && !one.flow->canMailCode());
        one.flow->usePassword();
        QCOMPARE(one.flow->step(), Step::Provider);
    }

    void anAccountThatIsThereIsConnectedAfterItsPassword()
    {
        Entering one;
        const QSignalSpy linked(&one.stage.accounts, &Accounts::identityLinked);
        one.visit();
        one.stage.refuse(Error::of(Kind::Conflict, u"identityUnlinked"_s));
        QCOMPARE(one.flow->step(), Step::Email);
        QVERIFY(!one.flow->error());
        QCOMPARE(one.flow->providerEntry().unlinked()->provider.name, u"Acme"_s);
        // It would lead there again, which is not what helps.
        one.identify(led());
        QCOMPARE(one.flow->step(), Step::Password);
        one.flow->submitPassword(Secret(u"right"_s));
        one.stage.answer<api::SignIn>(Entering::challenged());
        one.flow->submitCode(Secret(u"222222"_s));
        one.stage.answer<api::AnswerChallenge>(Entering::done());
        QCOMPARE(one.flow->step(), Step::Done);
        one.flow.reset();
        QCOMPARE(one.stage.line(), QByteArray("POST /v1/identities"));
        QCOMPARE(one.stage.asked().headers.value("Authorization"), QByteArray("Bearer lk-token-1"));
        QVERIFY(!one.body().contains("state") && !one.body().contains("code"));
        one.stage.answer<api::LinkIdentity>(
            {.id = api::IdentityId(u"i1"_s), .provider = acme(), .name = u"ada@acme"_s});
        QCOMPARE(linked.size(), 1);
    }

    void whatCouldNotBeConnectedLeavesTheSignIn()
    {
        Entering one;
        const QSignalSpy notLinked(&one.stage.accounts, &Accounts::identityNotLinked);
        one.visit();
        one.stage.refuse(Error::of(Kind::Conflict, u"identityUnlinked"_s));
        one.identify({.ways = {SignInWay::Password}});
        one.flow->submitPassword(Secret(u"right"_s));
        one.stage.answer<api::SignIn>(Entering::done());
        QCOMPARE(one.stage.line(), QByteArray("POST /v1/identities"));
        one.stage.refuse(Error::of(Kind::NotFound, u"visitUnknown"_s));
        QCOMPARE(notLinked.size(), 1);
        QCOMPARE(notLinked.first().at(1).value<Error>().code, u"visitUnknown"_s);
        QCOMPARE(one.stage.accounts.account(one.flow->profile())->state().kind,
                 AccountState::Kind::Online);
    }

    void whoDoesNotWantItIsNotConnected()
    {
        Entering one;
        one.visit();
        one.stage.refuse(Error::of(Kind::Conflict, u"identityUnlinked"_s));
        one.flow->providerEntry().forgetUnlinked();
        one.identify({.ways = {SignInWay::Password}});
        one.flow->submitPassword(Secret(u"right"_s));
        one.stage.answer<api::SignIn>(Entering::done());
        QCOMPARE(one.flow->step(), Step::Done);
        QVERIFY(one.stage.line() != "POST /v1/identities");
    }

    void signingInAgainIsForTheSameAccount()
    {
        Entering one;
        const ProfileId id = one.stage.signIn().id();
        one.stage.accounts.account(id)->close(AccountState::Reason::ByPerson);
        one.flow = one.stage.accounts.signInAgain(id);
        one.stage.answer<api::IdentifyUser>(
            {.ways = {SignInWay::Provider, SignInWay::Password}, .provider = acme()});
        QCOMPARE(one.flow->step(), Step::Provider);
        one.visit();
        api::SignedIn other = Stage::signedIn(u"lk-token-2"_s);
        other.user.id = api::UserId(u"u2"_s);
        one.stage.answer<api::SignInByProvider>({.signedIn = other});
        QCOMPARE(one.flow->step(), Step::Email);
        QCOMPARE(one.flow->error()->code, u"otherAccount"_s);
        QCOMPARE(one.stage.line(), QByteArray("DELETE /v1/session"));
    }

    void aTrustedDeviceSaysSo()
    {
        Entering one;
        const ProfileId id = one.stage.signIn().id();
        one.stage.keeping.keepTrust(id, KeepingPlace::Keychain, Secret(u"lkt_x"_s));
        one.identify(led());
        one.flow->submitProvider(one.flow->ownProvider()->id);
        settle();
        one.browser.send();
        one.browser.bring("state=st1&code=c1");
        QVERIFY(one.body().contains("lkt_x"));
        // Nobody knows who comes next: what may be another's is not forgotten.
        one.stage.answer<api::SignInByProvider>(Entering::challenged());
        bool isKept = false;
        one.stage.keeping.fetchTrust(id, KeepingPlace::Keychain)
            .then(this, [&](const Result<Secret> &trust) { isKept = trust.has_value(); });
        settle();
        QVERIFY(isKept);
    }
};

LATCHKEY_TEST(ProviderSignInTest)

#include "tst_providersignin.moc"
