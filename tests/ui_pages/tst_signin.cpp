#include "account/signinflow.h"
#include "kit/codefield.h"
#include "kit/passwordedit.h"
#include "pagestage.h"
#include "signin/signinpage.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using Kind = Error::Kind;
using Step = account::SignInFlow::Step;

namespace {

struct Form
{
    Form()
        : flow(stage.accounts.signInFlow(Stage::server()))
        , page(stage.show(new SignInPage(*flow, stage.clock)))
    {
        stage.describe();
    }

    void toPassword()
    {
        type(page, u"E-mail or user name"_s, u"ada@example.com"_s);
        press(page, u"Continue"_s);
        stage.answer<api::IdentifyUser>({.ways = {api::SignInWay::Password}});
    }
    void refuse(Kind kind, const QString &code, int status)
    {
        Error error = Error::of(kind, code);
        error.status = status;
        stage.refuse(error);
    }

    PageStage stage;
    std::unique_ptr<account::SignInFlow> flow;
    SignInPage *page;
};

} // namespace

class SignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForTheAddressThenForThePassword()
    {
        Form form;
        QVERIFY(!named<QLineEdit>(form.page, u"Password"_s));
        form.toPassword();
        QVERIFY(says(form.page, u"ada@example.com"_s));
        QVERIFY(type(form.page, u"Password"_s, u"correct horse"_s));
        QTest::keyClick(named<QLineEdit>(form.page, u"Password"_s), Qt::Key_Return);
        QVERIFY(form.flow->isBusy());
        QVERIFY(!named<QAbstractButton>(form.page, u"Sign in"_s)->isEnabled());
        form.stage.answer<api::SignIn>({.signedIn = Stage::signedIn(), .challenge = {}});
        QCOMPARE(form.flow->step(), Step::Done);
    }

    void aUserNameWillDo()
    {
        Form form;
        named<QLineEdit>(form.page, u"E-mail or user name"_s)->setText(u"阿达"_s);
        QVERIFY(press(form.page, u"Continue"_s));
        QVERIFY(form.stage.asked().body.contains("阿达"));
        form.stage.answer<api::IdentifyUser>({.ways = {api::SignInWay::Password}});
        QVERIFY(says(form.page, u"阿达"_s));
    }

    void aBadAddressIsToldNextToIt()
    {
        Form form;
        type(form.page, u"E-mail or user name"_s, u"ada@"_s);
        QVERIFY(press(form.page, u"Continue"_s));
        QVERIFY(says(form.page, u"This is not an e-mail address"_s));
        QCOMPARE(named<QLineEdit>(form.page, u"E-mail or user name"_s)->text(), u"ada@"_s);
    }

    void backLosesNothing()
    {
        Form form;
        form.toPassword();
        type(form.page, u"Password"_s, u"half ty"_s);
        QVERIFY(press(form.page, u"Use another account"_s));
        QCOMPARE(named<QLineEdit>(form.page, u"E-mail or user name"_s)->text(),
                 u"ada@example.com"_s);
        form.toPassword();
        QCOMPARE(named<QLineEdit>(form.page, u"Password"_s)->text(), u"half ty"_s);
    }

    void aWrongPasswordIsToldNextToItAndStays()
    {
        Form form;
        form.toPassword();
        type(form.page, u"Password"_s, u"wrong"_s);
        press(form.page, u"Sign in"_s);
        form.refuse(Kind::Unauthorized, u"wrongCredentials"_s, 401);
        QVERIFY(says(form.page, u"don't go together"_s));
        QCOMPARE(named<QLineEdit>(form.page, u"Password"_s)->text(), u"wrong"_s);
    }

    void tooManyTriesCountDown()
    {
        Form form;
        form.toPassword();
        type(form.page, u"Password"_s, u"wrong"_s);
        press(form.page, u"Sign in"_s);
        Error error = Error::of(Kind::RateLimited, u"tooManyTries"_s);
        error.status = 429;
        error.retryAfter = 12s;
        form.stage.refuse(error);
        QVERIFY(says(form.page, u"Try again in 12 second"_s));
        QVERIFY(!named<QAbstractButton>(form.page, u"Sign in"_s)->isEnabled());
        form.stage.clock.advance(7s);
        QTRY_VERIFY(says(form.page, u"Try again in 5 second"_s));
        form.stage.clock.advance(5s);
        QTRY_VERIFY(named<QAbstractButton>(form.page, u"Sign in"_s)->isEnabled());
        QVERIFY(!says(form.page, u"Try again in"_s));
    }

    void noNetworkIsToldOnTop()
    {
        Form form;
        form.toPassword();
        type(form.page, u"Password"_s, u"correct horse"_s);
        press(form.page, u"Sign in"_s);
        form.stage.breakOff();
        QVERIFY(says(form.page, u"certificate has expired"_s));
        QCOMPARE(named<QLineEdit>(form.page, u"Password"_s)->text(), u"correct horse"_s);
        QVERIFY(named<QAbstractButton>(form.page, u"Sign in"_s)->isEnabled());
    }

    void aSecondFactorIsAskedFor()
    {
        Form form;
        form.toPassword();
        type(form.page, u"Password"_s, u"correct horse"_s);
        press(form.page, u"Sign in"_s);
        form.stage.answer<api::SignIn>(
            {.signedIn = {},
             .challenge = api::Challenge{.id = api::ChallengeId(u"c1"_s),
                                         .factors = {api::Factor::Totp, api::Factor::RecoveryCode},
                                         .expiresAt = form.stage.clock.now() + 5min}});
        QCOMPARE(form.flow->step(), Step::SecondFactor);
        auto *code = form.page->findChild<CodeField *>();
        QVERIFY(code->isVisibleTo(form.page));
        QTest::keyClicks(code, u"123456"_s);
        settle();
        QVERIFY(form.flow->isBusy());
        form.stage.answer<api::AnswerChallenge>({.signedIn = Stage::signedIn(), .challenge = {}});
        QCOMPARE(form.flow->step(), Step::Done);
    }

    static api::SignInProgress challenged(const QString &id, QList<api::Factor> factors)
    {
        return {.signedIn = {},
                .challenge =
                    api::Challenge{.id = api::ChallengeId(id), .factors = std::move(factors)}};
    }

    static api::CodeSent sent(const PageStage &stage)
    {
        return {.to = u"a•••@example.org"_s,
                .resendAt = stage.clock.now() + 60s,
                .expiresAt = stage.clock.now() + 5min};
    }

    void aRecoveryCodeStandsInAndThisDeviceIsTrusted()
    {
        Form form;
        form.toPassword();
        type(form.page, u"Password"_s, u"correct horse"_s);
        press(form.page, u"Sign in"_s);
        form.stage.answer<api::SignIn>(
            challenged(u"c1"_s, {api::Factor::Totp, api::Factor::RecoveryCode}));
        QVERIFY(!named<QLineEdit>(form.page, u"Recovery code"_s));
        QVERIFY(press(form.page, u"Use a recovery code"_s));
        QVERIFY(!named<QAbstractButton>(form.page, u"Continue"_s)->isEnabled());
        QVERIFY(type(form.page, u"Recovery code"_s, u"abcde-fghjk"_s));
        QVERIFY(press(form.page, u"Trust this device for 30 days"_s));
        QVERIFY(press(form.page, u"Continue"_s));
        const QByteArray body = form.stage.asked().body;
        QVERIFY(body.contains("recoveryCode") && body.contains("abcde-fghjk"));
        QVERIFY(body.contains("\"trustDevice\":true"));
        form.refuse(Kind::Rejected, u"wrongCode"_s, 422);
        QCOMPARE(named<QLineEdit>(form.page, u"Recovery code"_s)->text(), u"abcde-fghjk"_s);
    }

    void aWrongCodeIsToldNextToItAndTypedOver()
    {
        Form form;
        form.toPassword();
        type(form.page, u"Password"_s, u"correct horse"_s);
        press(form.page, u"Sign in"_s);
        form.stage.answer<api::SignIn>(challenged(u"c1"_s, {api::Factor::Totp}));
        QVERIFY(!named<QAbstractButton>(form.page, u"Use a recovery code"_s));
        auto *code = form.page->findChild<CodeField *>();
        QTest::keyClicks(code, u"111111"_s);
        Error wrong = Error::of(Kind::Unauthorized, u"wrongCode"_s);
        wrong.field = u"code"_s;
        form.stage.refuse(wrong);
        QVERIFY(says(form.page, u"This is not the code"_s));
        const size_t sent = form.stage.count();
        QTest::keyClicks(code, u"222222"_s);
        form.stage.asked();
        QCOMPARE(form.stage.count(), sent + 1);
        QVERIFY(form.stage.asked().body.contains("222222"));
        // It took too long: the password is asked for again, and still stands there.
        form.refuse(Kind::NotFound, u"challengeUnknown"_s, 404);
        QCOMPARE(form.flow->step(), Step::Password);
        QVERIFY(says(form.page, u"took too long"_s));
        QCOMPARE(named<QLineEdit>(form.page, u"Password"_s)->text(), u"correct horse"_s);
        press(form.page, u"Sign in"_s);
        form.stage.answer<api::SignIn>(challenged(u"c2"_s, {api::Factor::Totp}));
        QCOMPARE(code->text(), QString());
    }

    void aCodeIsSentAndAnotherOneAfterAWhile()
    {
        Form form;
        form.toPassword();
        type(form.page, u"Password"_s, u"correct horse"_s);
        press(form.page, u"Sign in"_s);
        form.stage.answer<api::SignIn>(
            challenged(u"c1"_s, {api::Factor::Totp, api::Factor::EmailCode}));
        QVERIFY(!named<QAbstractButton>(form.page, u"Send another code"_s));
        QVERIFY(press(form.page, u"Get a code by e-mail"_s));
        QVERIFY(says(form.page, u"A code is being sent"_s));
        QVERIFY(!named<QAbstractButton>(form.page, u"Get a code by e-mail"_s));
        form.stage.answer<api::SendChallengeCode>(sent(form.stage));
        QVERIFY(says(form.page, u"was sent to a•••@example.org"_s));
        QCOMPARE(QApplication::focusWidget(), form.page->findChild<CodeField *>());
        QVERIFY(says(form.page, u"Another code can be sent in 60 second"_s));
        QVERIFY(!press(form.page, u"Send another code"_s));
        form.stage.clock.advance(45s);
        QTRY_VERIFY(says(form.page, u"can be sent in 15 second"_s));
        form.stage.clock.advance(15s);
        QTRY_VERIFY(named<QAbstractButton>(form.page, u"Send another code"_s)->isEnabled());
        QVERIFY(press(form.page, u"Send another code"_s));
        Error early = Error::of(Kind::RateLimited, u"codeTooSoon"_s);
        early.retryAfter = 30s;
        form.stage.refuse(early);
        QVERIFY(says(form.page, u"can be sent in 30 second"_s));
        QVERIFY(says(form.page, u"was sent to a•••@example.org"_s));
        QTest::keyClicks(QApplication::focusWidget(), u"123456"_s);
        QVERIFY(form.stage.asked().body.contains("emailCode"));
        Error wrong = Error::of(Kind::Unauthorized, u"wrongCode"_s);
        wrong.field = u"code"_s;
        form.stage.refuse(wrong);
        QVERIFY(says(form.page, u"have another code sent"_s));
        QVERIFY(press(form.page, u"Use the authenticator app"_s));
        QVERIFY(!says(form.page, u"have another code sent"_s));
        QCOMPARE(form.page->findChild<CodeField *>()->text(), QString());
    }

    void tooManyCodesLeaveTheOtherWays()
    {
        Form form;
        form.toPassword();
        type(form.page, u"Password"_s, u"correct horse"_s);
        press(form.page, u"Sign in"_s);
        form.stage.answer<api::SignIn>(
            challenged(u"c1"_s, {api::Factor::SmsCode, api::Factor::RecoveryCode}));
        Error many = Error::of(Kind::RateLimited, u"tooManyCodes"_s);
        many.retryAfter = 40min;
        form.stage.refuse(many);
        QVERIFY(says(form.page, u"Too many codes were sent"_s));
        QVERIFY(says(form.page, u"in 40 minute"_s));
        QVERIFY(!named<QAbstractButton>(form.page, u"Send the code"_s)->isEnabled());
        QVERIFY(press(form.page, u"Use a recovery code"_s));
        QVERIFY(!says(form.page, u"Too many codes were sent"_s));
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(form.page, u"Recovery code"_s));
    }

    void messagesOfTheOwnServerAreAtHand()
    {
        Form form;
        QVERIFY(!named<QAbstractButton>(form.page, u"Show messages"_s));
        form.stage.isOwn = true;
        const auto flow = form.stage.accounts.signInFlow(Stage::server());
        auto *page = form.stage.show(new SignInPage(*flow, form.stage.clock));
        form.stage.describe();
        int wanted = 0;
        connect(page, &SignInPage::messagesWanted, page, [&wanted] { ++wanted; });
        type(page, u"E-mail or user name"_s, u"ada@example.com"_s);
        press(page, u"Continue"_s);
        form.stage.answer<api::IdentifyUser>({.ways = {api::SignInWay::Password}});
        type(page, u"Password"_s, u"correct horse"_s);
        press(page, u"Sign in"_s);
        form.stage.answer<api::SignIn>(challenged(u"c1"_s, {api::Factor::EmailCode}));
        QVERIFY(press(page, u"Show messages"_s));
        QCOMPARE(wanted, 1);
        delete page;
    }

    void closedWhileLoadingLeavesTheFlowAlone()
    {
        Form form;
        type(form.page, u"E-mail or user name"_s, u"ada@example.com"_s);
        press(form.page, u"Continue"_s);
        delete form.page;
        form.stage.answer<api::IdentifyUser>({.ways = {api::SignInWay::Password}});
        QCOMPARE(form.flow->step(), Step::Password);
    }
};

LATCHKEY_TEST(SignInTest)
#include "tst_signin.moc"
