#include "account/identitystore.h"
#include "account/proofbyprovider.h"
#include "browser.h"
#include "support/testrunner.h"

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using Kind = Error::Kind;

namespace {

/// Ada has no password: Acme says who she is.
struct Open
{
    Open()
        : account(stage.signIn())
        , identities(*stage.accounts.identities(account.id()))
    {
        know({{.id = api::IdentityId(u"i1"_s), .provider = acme(), .name = u"ada@acme.example"_s}},
             false);
    }

    void know(const QList<api::Identity> &all, bool hasPassword)
    {
        identities.load();
        stage.answer<api::ListIdentities>({all, hasPassword});
    }
    void needProof()
    {
        account.ask(api::EndSession{.id = api::SessionId(u"s2"_s)});
        Error stepUp = Error::of(Kind::StepUpNeeded, u"stepUpNeeded"_s);
        stepUp.requiredLevel = u"password"_s;
        stage.refuse(stepUp);
    }
    bool isWaiting() const { return account.state().isSignedIn() && account.isProofNeeded(); }

    Stage stage;
    Browser browser{stage};
    Account &account;
    IdentityStore &identities;
};

} // namespace

/// Who has no password proves by a visit to a provider that they are there.
class ProofByProviderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWaitedGoesOnAfterTheVisit()
    {
        Open one;
        one.needProof();
        ProofByProvider proof(one.account, one.identities);
        proof.begin(acme());
        QCOMPARE(one.stage.line(), QByteArray("POST /v1/session/proof/visit"));
        QVERIFY(one.stage.asked().body.contains("\"login\":\"ada@acme.example\""));
        one.browser.send();
        QCOMPARE(one.stage.browsed.size(), 1);
        one.browser.bring("state=st1&code=c1");
        QVERIFY(proof.isProving());
        QCOMPARE(one.stage.line(), QByteArray("POST /v1/session/proof/provider"));
        QVERIFY(one.stage.asked().body.contains("\"code\":\"c1\""));
        one.stage.answer<api::ProveByProvider>(Stage::signedIn(u"lk-token-2"_s));
        QVERIFY(!proof.isProving());
        QVERIFY(!proof.error());
        QVERIFY(!one.account.isProofNeeded());
        QCOMPARE(one.account.credential()->revealText(), u"lk-token-2"_s);
        QCOMPARE(one.stage.line(), QByteArray("DELETE /v1/sessions/s2"));
    }

    void whatIsRefusedLeavesEverythingWaiting()
    {
        Open one;
        one.needProof();
        ProofByProvider proof(one.account, one.identities);
        for (const Error &why : {Error::of(Kind::Forbidden, u"signInNotAnew"_s),
                                 Error::of(Kind::Unauthorized, u"visitRefused"_s),
                                 Error::of(Kind::Unauthorized, u"idTokenInvalid"_s)}) {
            proof.begin(acme());
            QVERIFY(!proof.error());
            settle();
            one.browser.send();
            one.browser.bring("state=st1&code=c1");
            one.stage.refuse(why);
            QCOMPARE(proof.error()->code, why.code);
            QVERIFY(one.isWaiting());
        }
    }

    void whoTurnsBackInTheBrowserMayGoAgain()
    {
        Open one;
        one.needProof();
        ProofByProvider proof(one.account, one.identities);
        proof.begin(acme());
        settle();
        one.browser.send();
        one.browser.bring("state=st1&error=access_denied");
        QCOMPARE(proof.error()->code, u"visitDenied"_s);
        QVERIFY(one.isWaiting());
        proof.begin(acme());
        QCOMPARE(one.stage.line(), QByteArray("POST /v1/session/proof/visit"));
        proof.visit().cancel();
        QVERIFY(!proof.visit().isUnderWay());
        QVERIFY(one.isWaiting());
    }

    void itIsForWhoHasNothingElse()
    {
        Open one;
        QVERIFY(ProofByProvider::isFor(one.account, one.identities));
        const QList<api::Identity> all = one.identities.identities();
        one.know(all, true);
        QVERIFY(!ProofByProvider::isFor(one.account, one.identities));
        one.know({}, false);
        QVERIFY(!ProofByProvider::isFor(one.account, one.identities));
        Stage other;
        const Account &unknown = other.signIn();
        QVERIFY(!ProofByProvider::isFor(unknown, *other.accounts.identities(unknown.id())));
    }

    void aProviderIsNamedOnce()
    {
        Open one;
        one.know({{.id = api::IdentityId(u"i1"_s), .provider = acme()},
                  {.id = api::IdentityId(u"i2"_s), .provider = acme(u"p2"_s, u"Gatehouse"_s)},
                  {.id = api::IdentityId(u"i3"_s), .provider = acme()}},
                 false);
        QCOMPARE(one.identities.providerNames(), (QStringList{u"Acme"_s, u"Gatehouse"_s}));
    }
};

LATCHKEY_TEST(ProofByProviderTest)

#include "tst_proofbyprovider.moc"
