#include "../account/browser.h"
#include "../account/foreignstage.h"
#include "account/identitystore.h"
#include "kit/codefield.h"
#include "shell/barstack.h"
#include "shell/profiledesk.h"
#include "support/testrunner.h"
#include "windowstage.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;

namespace {

void needPassword(WindowStage &at, account::Account &account)
{
    account.ask(api::EndSession{.id = api::SessionId(u"s2"_s)});
    Error stepUp = Error::of(Error::Kind::StepUpNeeded, u"stepUpNeeded"_s);
    stepUp.requiredLevel = u"password"_s;
    at.stage.refuse(stepUp);
}

/// Wingspan's word for it; what waits is the list of API sessions.
void needOtp(WindowStage &at, account::Account &account)
{
    account.ask(api::ListApiSessions{});
    say(at.stage, 403, R"({"error":"OTP verification required"})");
}

/// Answers everything that is asked of Wingspan; whether what waited was among it.
bool goesOn(WindowStage &at)
{
    bool isAsked = false;
    for (QByteArray line = at.stage.line(); !line.isEmpty(); line = at.stage.line()) {
        const bool isList = line == "GET /users/session/api";
        isAsked = isAsked || isList;
        if (line.startsWith("DELETE"))
            say(at.stage, 204, {});
        else
            say(at.stage, 200, isList ? "[]" : adaOfWingspan);
    }
    return isAsked;
}

api::Identities onlyAtAcme()
{
    return {{{.id = api::IdentityId(u"i1"_s), .provider = acme(), .name = u"Ada"_s}}, false};
}

} // namespace

/// Where an operation asks for more than the session has proven.
class ProofPanelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFocusComesBackFromAPanel()
    {
        WindowStage at;
        account::Account &account = at.stage.signIn();
        const auto window = at.window();
        auto *page = window->desk(account.id())->pages().currentPage();
        page->setFocus();
        const auto call = account.ask(api::EndSession{.id = api::SessionId(u"s2"_s)});
        Error stepUp = Error::of(Error::Kind::StepUpNeeded, u"stepUpNeeded"_s);
        stepUp.requiredLevel = u"password"_s;
        at.stage.refuse(stepUp);
        QVERIFY(account.isProofNeeded());
        QVERIFY(QApplication::focusWidget() != page);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        settle();
        QCOMPARE(QApplication::focusWidget(), page);
    }

    void aCodeIsAskedForWhereThePasswordIsNotEnough()
    {
        WindowStage at;
        account::Account &account = at.stage.signIn();
        const auto window = at.window();
        auto *page = window->desk(account.id())->pages().currentPage();
        page->setFocus();
        account.ask(api::EndSession{.id = api::SessionId(u"s2"_s)});
        Error stepUp = Error::of(Error::Kind::StepUpNeeded, u"stepUpNeeded"_s);
        stepUp.requiredLevel = u"secondFactor"_s;
        at.stage.refuse(stepUp);
        at.stage.answer<api::ListFactors>(
            {.factors = {{.id = api::FactorId(u"f1"_s), .name = u"Phone"_s}},
             .recoveryCodes = api::RecoveryCodesLeft{.left = 3}});
        at.stage.answer<api::ListTrustedDevices>({});
        auto *code = qobject_cast<CodeField *>(QApplication::focusWidget());
        QVERIFY(code);
        QTest::keyClicks(code, u"111111"_s);
        Error wrong = Error::of(Error::Kind::Unauthorized, u"wrongCode"_s);
        wrong.field = u"code"_s;
        QCOMPARE(at.stage.line(), QByteArray("POST /v1/session/proof/code"));
        at.stage.refuse(wrong);
        QCOMPARE(QApplication::focusWidget(), code);
        QTest::mouseClick(WindowStage::button(window.get(), u"Use a recovery code"_s),
                          Qt::LeftButton);
        QTest::keyClicks(QApplication::focusWidget(), u"abcde-fghjk"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(at.stage.asked().body.contains("recoveryCode"));
        at.stage.answer<api::ProveWithCode>(Stage::signedIn(u"lk-token-2"_s));
        QCOMPARE(at.stage.line(), QByteArray("DELETE /v1/sessions/s2"));
        QCOMPARE(QApplication::focusWidget(), page);
    }

    void whoHasNoPasswordSignsInOnceMoreAtTheProvider()
    {
        WindowStage at;
        account::Account &account = at.stage.signIn();
        at.stage.accounts.identities(account.id())->load();
        at.stage.answer<api::ListIdentities>(onlyAtAcme());
        const auto window = at.window();
        auto *page = window->desk(account.id())->pages().currentPage();
        page->setFocus();
        needPassword(at, account);
        Browser browser(at.stage);
        const auto go = [&] {
            auto *button = WindowStage::button(window.get(), u"Continue with Acme"_s);
            const bool isReady = button && QApplication::focusWidget() == button;
            if (isReady)
                QTest::keyClick(button, Qt::Key_Space);
            return isReady && at.stage.line() == "POST /v1/session/proof/visit";
        };
        QVERIFY(go());
        browser.send();
        QVERIFY(WindowStage::says(*window, u"Sign in to Acme in your browser"_s));
        QVERIFY(!WindowStage::button(window.get(), u"Continue with Acme"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(account.isProofNeeded()); // back to the choice, and what waits waits on
        QVERIFY(go());
        browser.send();
        browser.bring("state=st1&code=c1");
        at.stage.refuse(Error::of(Error::Kind::Forbidden, u"signInNotAnew"_s));
        QVERIFY(WindowStage::says(*window, u"You were signed in there already"_s));
        QVERIFY(go());
        QVERIFY(!WindowStage::says(*window, u"You were signed in there already"_s));
        browser.send();
        browser.bring("state=st1&code=c2");
        at.stage.answer<api::ProveByProvider>(Stage::signedIn(u"lk-token-2"_s));
        QCOMPARE(at.stage.line(), QByteArray("DELETE /v1/sessions/s2"));
        QVERIFY(!WindowStage::button(window.get(), u"Continue with Acme"_s));
        QCOMPARE(QApplication::focusWidget(), page);
    }

    void aPasswordIsAskedForUntilItIsKnownThatThereIsNone()
    {
        WindowStage at;
        account::Account &account = at.stage.signIn();
        const auto window = at.window();
        auto *page = window->desk(account.id())->pages().currentPage();
        page->setFocus();
        needPassword(at, account);
        QVERIFY(WindowStage::button(window.get(), u"Confirm"_s));
        QCOMPARE(at.stage.line(), QByteArray("GET /v1/identities"));
        at.stage.answer<api::ListIdentities>(onlyAtAcme());
        QVERIFY(!WindowStage::button(window.get(), u"Confirm"_s));
        QVERIFY(WindowStage::button(window.get(), u"Continue with Acme"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        settle();
        QVERIFY(!account.isProofNeeded());
        QCOMPARE(QApplication::focusWidget(), page);
    }

    void aCodeThatProvesIsSent()
    {
        WindowStage at;
        account::Account &account = at.stage.signIn();
        const auto window = at.window();
        account.ask(api::EndSession{.id = api::SessionId(u"s2"_s)});
        Error stepUp = Error::of(Error::Kind::StepUpNeeded, u"stepUpNeeded"_s);
        stepUp.requiredLevel = u"secondFactor"_s;
        at.stage.refuse(stepUp);
        at.stage.answer<api::ListFactors>({.factors = {{.id = api::FactorId(u"f1"_s),
                                                        .kind = api::Factor::EmailCode,
                                                        .name = u"Mail"_s}}});
        at.stage.answer<api::ListTrustedDevices>({});
        QCOMPARE(at.stage.line(), QByteArray("POST /v1/session/code"));
        QVERIFY(WindowStage::says(*window, u"A code is being sent"_s));
        at.stage.answer<api::SendProofCode>(
            {.to = u"a•••@example.org"_s,
             .resendAt = at.stage.clock.now() + std::chrono::seconds(60),
             .expiresAt = at.stage.clock.now() + std::chrono::minutes(5)});
        QVERIFY(WindowStage::says(*window, u"sent to a•••@example.org"_s));
        QVERIFY(qobject_cast<CodeField *>(QApplication::focusWidget()));
        QTest::keyClicks(QApplication::focusWidget(), u"123456"_s);
        QVERIFY(at.stage.asked().body.contains("emailCode"));
        at.stage.answer<api::ProveWithCode>(Stage::signedIn(u"lk-token-2"_s));
        QCOMPARE(at.stage.line(), QByteArray("DELETE /v1/sessions/s2"));
        QVERIFY(!qobject_cast<CodeField *>(QApplication::focusWidget()));
    }

    void wingspansOwnCodeProves()
    {
        WindowStage at;
        account::Account &account = enterBy(at.stage, u"wingspan"_s);
        const auto window = at.window();
        say(at.stage, 200, adaOfWingspan);
        needOtp(at, account);
        QCOMPARE(at.stage.line(), QByteArray("POST /users/session/otp"));
        QVERIFY(WindowStage::says(*window, u"A code is being sent"_s));
        say(at.stage, 204, {});
        QVERIFY(WindowStage::says(*window, u"A mail with a code was sent to you"_s));
        QVERIFY(!WindowStage::says(*window, u"The code works for"_s));
        QVERIFY(qobject_cast<CodeField *>(QApplication::focusWidget()));
        QTest::keyClicks(QApplication::focusWidget(), u"123456"_s);
        QCOMPARE(at.stage.line(), QByteArray("PATCH /users/session/otp"));
        say(at.stage, 204, {}, {{"Wingspan-Session", foreignToken(2)}});
        QVERIFY(goesOn(at));
        QVERIFY(!window->desk(account.id())->bars().holds(u"proof"_s));
    }

    void whereNothingElseProvesSigningInAnewDoes()
    {
        WindowStage at;
        account::Account &account = enterBy(at.stage, u"wingspan"_s);
        const auto window = at.window();
        say(at.stage, 200, adaOfWingspan);
        BarStack &bars = window->desk(account.id())->bars();
        needOtp(at, account);
        say(at.stage, 404, R"({"error":"Not found"})"); // it has no way to send one
        QVERIFY(WindowStage::says(bars, u"Sign in again to confirm that it is you"_s));
        QTest::mouseClick(WindowStage::button(&bars, u"Sign in again"_s), Qt::LeftButton);
        settle();
        QVERIFY(!WindowStage::button(&bars, u"Sign in again"_s)); // one is there already
        QCOMPARE(at.stage.line(), QByteArray("POST /users/authentication"));
        say(at.stage, 200, R"({"authenticationStrategy":"Password"})");
        auto *password = window->findChild<QLineEdit *>(u"signIn"_s);
        QVERIFY(password);
        password->setText(u"right"_s);
        QTest::keyClick(password, Qt::Key_Return);
        QCOMPARE(at.stage.line(), QByteArray("POST /users/session"));
        QVERIFY(account.isProofNeeded());
        say(at.stage, 200, sessionOfWingspan(2));
        QVERIFY(goesOn(at));
        QVERIFY(!account.isProofNeeded());
        QVERIFY(!bars.holds(u"proof"_s));
    }

    void whoDoesNotSignInAnewEndsWhatWaits()
    {
        WindowStage at;
        account::Account &account = enterBy(at.stage, u"wingspan"_s);
        const auto window = at.window();
        say(at.stage, 200, adaOfWingspan);
        BarStack &bars = window->desk(account.id())->bars();
        needOtp(at, account);
        say(at.stage, 404, R"({"error":"Not found"})");
        QTest::mouseClick(WindowStage::button(&bars, u"Cancel"_s), Qt::LeftButton);
        settle();
        QVERIFY(!account.isProofNeeded());
        QVERIFY(!bars.holds(u"proof"_s));
    }
};

LATCHKEY_TEST(ProofPanelsTest)
#include "tst_proofpanels.moc"
