#include "../account/browser.h"
#include "account/signinflow.h"
#include "kit/codefield.h"
#include "pagestage.h"
#include "securityparts.h"
#include "signin/signinpage.h"
#include "support/testrunner.h"

#include <QClipboard>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using api::SignInWay;
using Kind = Error::Kind;
using Step = account::SignInFlow::Step;

namespace {

struct Form
{
    Form()
        : flow(stage.accounts.signInFlow(Stage::server()))
        , page(stage.show(new SignInPage(*flow, stage.clock)))
    {
        stage.providers = {acme(), acme(u"p2"_s, u"Fish & Chips"_s)};
        stage.describe();
    }
    ~Form() { delete page; }

    void identify(const api::SignInWays &ways)
    {
        type(page, u"E-mail or user name"_s, u"ada@example.com"_s);
        press(page, u"Continue"_s);
        stage.answer<api::IdentifyUser>(ways);
    }
    void comeBackUnlinked()
    {
        press(page, u"Continue with Acme"_s);
        browser.send();
        browser.bring("state=st1&code=c1");
        stage.refuse(Error::of(Kind::Conflict, u"identityUnlinked"_s));
    }

    PageStage stage;
    Browser browser{stage};
    std::unique_ptr<account::SignInFlow> flow;
    SignInPage *page;
};

struct Security
{
    explicit Security(const QList<api::Identity> &identities = {}, bool hasPassword = true)
        : account(stage.open(stage.sample()))
        , page(stage.show(new SecurityPage(securityParts(stage, account))))
    {
        stage.providers = {acme()};
        stage.identities = identities;
        stage.hasPassword = hasPassword;
        stage.serve(stage.sample(), Stage::user(u"Ada"_s, 2));
    }

    void bringBackAda()
    {
        browser.send();
        browser.bring("state=st1&code=c1");
        stage.answer<api::ShowVisit>({.provider = acme(), .name = u"ada@acme.example"_s});
    }

    PageStage stage;
    Browser browser{stage};
    account::Account &account;
    SecurityPage *page;
};

api::Identity identity(const PageStage &stage)
{
    return {.id = api::IdentityId(u"i1"_s),
            .provider = acme(),
            .name = u"ada@acme.example"_s,
            .linkedAt = stage.ago(60min * 24 * 3)};
}

} // namespace

class IdentitiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void providersStandOnTheFirstStep()
    {
        Form form;
        QVERIFY(named<QAbstractButton>(form.page, u"Continue with Acme"_s));
        // A name is no place for a letter of the keyboard.
        auto *other = named<QAbstractButton>(form.page, u"Continue with Fish & Chips"_s);
        QCOMPARE(other->text(), u"Continue with Fish && Chips"_s);
        QVERIFY(says(form.page, u"Or without a password"_s));
        form.identify({.ways = {SignInWay::Password}});
        QVERIFY(!named<QAbstractButton>(form.page, u"Continue with Acme"_s));
        QVERIFY(!says(form.page, u"Or without a password"_s));
    }

    void theBrowserIsWaitedFor()
    {
        Form form;
        type(form.page, u"E-mail or user name"_s, u"ada@exam"_s);
        QVERIFY(press(form.page, u"Continue with Acme"_s));
        QVERIFY(says(form.page, u"Finding the way to Acme"_s));
        QVERIFY(!named<QAbstractButton>(form.page, u"Open the browser again"_s)->isEnabled());
        form.browser.send();
        QVERIFY(says(form.page, u"Sign in to Acme in your browser"_s));
        QVERIFY(press(form.page, u"Open the browser again"_s));
        QCOMPARE(form.stage.browsed.size(), 2);
        QVERIFY(press(form.page, u"Copy the address"_s));
        QVERIFY(QApplication::clipboard()->text().startsWith("https://login.example/"_L1));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(form.flow->step(), Step::Email);
        QCOMPARE(named<QLineEdit>(form.page, u"E-mail or user name"_s)->text(), u"ada@exam"_s);
    }

    void byKeyboardAlone()
    {
        Form form;
        auto *button = named<QAbstractButton>(form.page, u"Continue with Acme"_s);
        named<QLineEdit>(form.page, u"E-mail or user name"_s)->setFocus();
        for (int i = 0; i < 6 && QApplication::focusWidget() != button; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), button);
        QTest::keyClick(button, Qt::Key_Space);
        settle();
        form.browser.send();
        QVERIFY(form.page->isAncestorOf(QApplication::focusWidget()));
        form.browser.bring("state=st1&code=c1");
        QVERIFY(says(form.page, u"You are back from Acme"_s));
        QVERIFY(!named<QAbstractButton>(form.page, u"Cancel"_s)->isEnabled());
        form.stage.answer<api::SignInByProvider>({.signedIn = Stage::signedIn()});
        QCOMPARE(form.flow->step(), Step::Done);
    }

    void whatWentWrongIsToldOnTop()
    {
        Form form;
        press(form.page, u"Continue with Acme"_s);
        form.browser.send();
        form.browser.bring("state=st1&error=access_denied");
        QVERIFY(says(form.page, u"declined in the browser"_s));
        press(form.page, u"Continue with Acme"_s);
        QVERIFY(!says(form.page, u"declined in the browser"_s));
        form.browser.send();
        form.browser.bring("state=st1&code=c1");
        form.stage.refuse(Error::of(Kind::Unauthorized, u"visitRefused"_s));
        QVERIFY(says(form.page, u"could not be signed in there"_s));
    }

    void withoutABrowserTheAddressIsCopied()
    {
        Form form;
        form.stage.hasBrowser = false;
        press(form.page, u"Continue with Acme"_s);
        form.browser.send();
        QVERIFY(says(form.page, u"No browser could be opened"_s));
    }

    void anAddressLeadsToItsProvider()
    {
        Form form;
        form.identify({.ways = {SignInWay::Provider, SignInWay::Password},
                       .provider = acme(u"p9"_s, u"House"_s)});
        QVERIFY(says(form.page, u"ada@example.com"_s));
        auto *button = named<QAbstractButton>(form.page, u"Continue with House"_s);
        QCOMPARE(QApplication::focusWidget(), button);
        QVERIFY(!named<QLineEdit>(form.page, u"Password"_s));
        QVERIFY(press(form.page, u"Use the password instead"_s));
        QVERIFY(named<QLineEdit>(form.page, u"Password"_s));
        QVERIFY(named<QAbstractButton>(form.page, u"Continue with House"_s));
        QVERIFY(press(form.page, u"Back"_s));
        QVERIFY(press(form.page, u"Use another account"_s));
        QCOMPARE(form.flow->step(), Step::Email);
    }

    void anAccountThatIsThereIsSignedInToOnce()
    {
        Form form;
        form.comeBackUnlinked();
        QVERIFY(says(form.page, u"exists already"_s));
        form.identify({.ways = {SignInWay::Password}});
        QVERIFY(says(form.page, u"Acme will sign in to it from then on"_s));
        type(form.page, u"Password"_s, u"right"_s);
        press(form.page, u"Sign in"_s);
        form.stage.answer<api::SignIn>({.signedIn = Stage::signedIn()});
        QCOMPARE(form.stage.line(), QByteArray("POST /v1/identities"));
    }

    void orIsNotConnected()
    {
        Form form;
        form.comeBackUnlinked();
        QVERIFY(press(form.page, u"Don't connect them"_s));
        QVERIFY(!says(form.page, u"exists already"_s));
        QVERIFY(!form.flow->providerEntry().unlinked());
    }

    void aMailedCodeWillDo()
    {
        Form form;
        form.identify({.ways = {SignInWay::Password, SignInWay::EmailCode}});
        QVERIFY(press(form.page, u"E-mail me a code instead"_s));
        QVERIFY(says(form.page, u"A code is being sent"_s));
        form.stage.answer<api::SignInByEmail>(
            {.id = api::SignInId(u"sgn1"_s),
             .sent = {.to = u"ada@example.com"_s,
                      .resendAt = form.stage.clock.now() + 60s,
                      .expiresAt = form.stage.clock.now() + 5min}});
        // Whether there is an account nobody is told.
        QVERIFY(says(form.page, u"If there is an account with ada@example.com"_s));
        QVERIFY(!named<QAbstractButton>(form.page, u"Trust this device for 30 days"_s));
        QTest::keyClicks(form.page->findChild<CodeField *>(), u"123456"_s);
        QVERIFY(form.stage.asked().body.contains("123456"));
        form.stage.refuse(Error::of(Kind::Conflict, u"passwordNeeded"_s));
        QVERIFY(named<QLineEdit>(form.page, u"Password"_s));
        QVERIFY(says(form.page, u"asks for its password besides"_s));
    }

    void securityListsWhatIsConnected()
    {
        PageStage moments;
        Security open({identity(moments)});
        QVERIFY(says(open.page, u"ada@acme.example"_s));
        QVERIFY(says(open.page, u"Connected: 3 day"_s));
        QVERIFY(says(open.page, u"Not used yet"_s));
        QVERIFY(press(open.page, u"Remove ada@acme.example"_s));
        QVERIFY(says(open.page, u"ada@acme.example at Acme will no longer sign in"_s));
        QCOMPARE(QApplication::focusWidget(),
                 static_cast<QWidget *>(named<QAbstractButton>(open.page, u"Cancel"_s)));
        QVERIFY(press(open.page, u"Remove this way to sign in"_s));
        open.stage.refuse(Error::of(Kind::Conflict, u"lastWayIn"_s));
        QVERIFY(says(open.page, u"Nothing else would sign in"_s));
        press(open.page, u"Remove ada@acme.example"_s);
        press(open.page, u"Remove this way to sign in"_s);
        open.stage.answer<api::UnlinkIdentity>({});
        open.stage.identities.clear();
        open.stage.serve(open.stage.sample(), Stage::user(u"Ada"_s, 2));
        QVERIFY(!says(open.page, u"ada@acme.example"_s));
        QVERIFY(open.stage.toast.text().contains(u"no longer signs in"_s));
    }

    void whoHasNoPasswordIsAskedForNone()
    {
        PageStage moments;
        Security open({identity(moments)}, false);
        QVERIFY(says(open.page, u"Nothing but your sign-in at Acme protects your account."_s));
        QVERIFY(says(open.page, u"Your account has no password"_s));
        QVERIFY(!named<QLineEdit>(open.page, u"Current password"_s));
        QVERIFY(!named<QAbstractButton>(open.page, u"Change password"_s));
        // They set one meanwhile.
        open.stage.hasPassword = true;
        open.page->refresh();
        open.stage.serve(open.stage.sample(), Stage::user(u"Ada"_s, 2));
        QVERIFY(says(open.page, u"Only your password protects your account."_s));
        QVERIFY(named<QLineEdit>(open.page, u"Current password"_s));
        QVERIFY(!says(open.page, u"Your account has no password"_s));
    }

    void securityConnectsAnother()
    {
        Security open;
        QVERIFY(press(open.page, u"Connect Acme"_s));
        open.browser.send();
        QVERIFY(says(open.page, u"Sign in to Acme in your browser"_s));
        QVERIFY(!named<QAbstractButton>(open.page, u"Connect Acme"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(press(open.page, u"Connect Acme"_s));
        open.bringBackAda();
        QVERIFY(says(open.page, u"Connect ada@acme.example of Acme to this account?"_s));
        QCOMPARE(QApplication::focusWidget(),
                 static_cast<QWidget *>(named<QAbstractButton>(open.page, u"Cancel"_s)));
        QVERIFY(press(open.page, u"Cancel"_s));
        QVERIFY(!says(open.page, u"to this account?"_s));
        QVERIFY(press(open.page, u"Connect Acme"_s));
        open.bringBackAda();
        QVERIFY(press(open.page, u"Connect"_s));
        open.stage.refuse(Error::of(Kind::Conflict, u"identityElsewhere"_s));
        QVERIFY(says(open.page, u"signs in to another account already"_s));
        QVERIFY(press(open.page, u"Connect Acme"_s));
        QVERIFY(!says(open.page, u"signs in to another account already"_s));
        open.bringBackAda();
        QVERIFY(press(open.page, u"Connect"_s));
        open.stage.answer<api::LinkIdentity>(identity(open.stage));
        QVERIFY(says(open.page, u"ada@acme.example"_s));
        QVERIFY(open.stage.toast.text().contains(u"Acme signs in to your account"_s));
    }

    void whereThereIsNothingToConnectThereIsNoCard()
    {
        PageStage stage;
        account::Account &account = stage.open(stage.sample());
        auto *page = stage.show(new SecurityPage(securityParts(stage, account)));
        stage.serve(stage.sample(), Stage::user(u"Ada"_s, 2));
        QVERIFY(!says(page, u"Other ways to sign in"_s));
    }

    void offlineNothingIsConnected()
    {
        Security open;
        open.account.lost(Error::of(Kind::Network, u"offline"_s));
        settle();
        QVERIFY(!named<QAbstractButton>(open.page, u"Connect Acme"_s)->isEnabled());
    }
};

LATCHKEY_TEST(IdentitiesTest)
#include "tst_identities.moc"
