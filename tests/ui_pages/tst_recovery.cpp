#include "../account/foreignstage.h"
#include "account/recoveryflow.h"
#include "account/signinflow.h"
#include "kit/codefield.h"
#include "kit/strengthmeter.h"
#include "pagestage.h"
#include "signin/signinpage.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using Kind = Error::Kind;
using Step = account::RecoveryFlow::Step;

namespace {

/// Somebody who forgot the password.
struct Lost
{
    explicit Lost(const api::ServerDescription &server = {.name = u"Demo"_s, .sendsMail = true})
        : flow(stage.accounts.signInFlow(Stage::server()))
        , page(stage.show(new SignInPage(*flow, stage.clock)))
    {
        stage.describe();
        type(page, u"E-mail or user name"_s, u"ada@example.com"_s);
        press(page, u"Continue"_s);
        stage.answer<api::IdentifyUser>({.ways = {api::SignInWay::Password}});
        type(page, u"Password"_s, u"was it this"_s);
        press(page, u"Forgot your password?"_s);
        stage.answer<api::DescribeServer>(server);
    }
    ~Lost() { delete page; }

    void toReset()
    {
        press(page, u"Send the code"_s);
        stage.answer<api::RequestPasswordReset>({.id = api::ResetId(u"r1"_s),
                                                 .resendAt = stage.clock.now() + 60s,
                                                 .expiresAt = stage.clock.now() + 5min});
    }
    void refuse(Kind kind, const QString &code, const QString &field = {})
    {
        Error error = Error::of(kind, code);
        error.field = field;
        stage.refuse(error);
    }
    Step step() const { return flow->recovery()->step(); }

    PageStage stage;
    std::unique_ptr<account::SignInFlow> flow;
    SignInPage *page;
};

/// ... to an account that another API keeps.
struct LostElsewhere
{
    LostElsewhere(const QString &wire, const QString &login, const QByteArray &description)
        : flow(stage.accounts.signInFlow(serverBy(wire)))
        , page(stage.show(new SignInPage(*flow, stage.clock)))
    {
        describe(description);
        type(page, u"E-mail or user name"_s, login);
        press(page, u"Continue"_s);
        press(page, u"Forgot your password?"_s);
        describe(description);
    }
    ~LostElsewhere() { delete page; }

    void describe(const QByteArray &description)
    {
        while (!stage.line().isEmpty())
            say(stage, 200, description);
    }
    bool offers(const QString &name) const { return named<QAbstractButton>(page, name); }

    PageStage stage;
    std::unique_ptr<account::SignInFlow> flow;
    SignInPage *page;
};

const QByteArray temporalIsThere = R"({"code":200,"response":"systems online","version":"v3"})";
const QByteArray mmdlIsThere = R"({"success":true,"data":{"message":true}})";

} // namespace

class RecoveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTypedAddressStaysWhateverIsDoneNext()
    {
        Lost lost;
        auto *email = named<QLineEdit>(lost.page, u"E-mail"_s);
        email->clear();
        QTest::keyClicks(email, u"grace@example.com"_s);
        press(lost.page, u"I already have a code"_s);
        QCOMPARE(lost.step(), Step::Reset);
        press(lost.page, u"Back to the e-mail address"_s);
        QCOMPARE(named<QLineEdit>(lost.page, u"E-mail"_s)->text(), u"grace@example.com"_s);
        press(lost.page, u"Which e-mail do I sign in with?"_s);
        QCOMPARE(named<QLineEdit>(lost.page, u"E-mail"_s)->text(), u"grace@example.com"_s);
    }

    void byKeyboardAloneToANewPassword()
    {
        Lost lost;
        QVERIFY(says(lost.page, u"Back into your account"_s));
        QVERIFY(!says(lost.page, u"With your account on"_s));
        auto *email = named<QLineEdit>(lost.page, u"E-mail"_s);
        QCOMPARE(QApplication::focusWidget(), email);
        QCOMPARE(email->text(), u"ada@example.com"_s);
        QTest::keyClick(email, Qt::Key_Return);
        lost.stage.answer<api::RequestPasswordReset>({.id = api::ResetId(u"r1"_s),
                                                      .resendAt = lost.stage.clock.now() + 60s,
                                                      .expiresAt = lost.stage.clock.now() + 5min});
        QVERIFY(says(lost.page, u"If there is an account with ada@example.com"_s));
        QVERIFY(!named<QAbstractButton>(lost.page, u"Set the new password"_s)->isEnabled());
        // Six digits lead on to the password instead of submitting.
        QTest::keyClicks(QApplication::focusWidget(), u"123456"_s);
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(lost.page, u"New password"_s));
        QTest::keyClicks(QApplication::focusWidget(), u"violet teapot 42 harbour"_s);
        QTRY_COMPARE(lost.page->findChild<StrengthMeter *>()->score(), 4);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(lost.stage.asked().body.contains("123456"));
        QVERIFY(!named<QAbstractButton>(lost.page, u"Set the new password"_s)->isEnabled());
        lost.stage.answer<api::ResetPassword>({});
        lost.stage.answer<api::IdentifyUser>({.ways = {api::SignInWay::Password}});
        QVERIFY(says(lost.page, u"all sessions of the account have ended"_s));
        QVERIFY(says(lost.page, u"ada@example.com"_s));
        auto *password = named<QLineEdit>(lost.page, u"Password"_s);
        QCOMPARE(QApplication::focusWidget(), password);
        QCOMPARE(password->text(), QString());
    }

    void aWrongCodeLosesNothing()
    {
        Lost lost;
        lost.toReset();
        auto *code = QApplication::focusWidget();
        QVERIFY(qobject_cast<CodeField *>(code));
        QTest::keyClicks(code, u"111111"_s);
        type(lost.page, u"New password"_s, u"violet teapot 42 harbour"_s);
        press(lost.page, u"Set the new password"_s);
        lost.refuse(Kind::Rejected, u"wrongCode"_s, u"code"_s);
        QVERIFY(says(lost.page, u"have another code sent"_s));
        QCOMPARE(QApplication::focusWidget(), code);
        QVERIFY(!named<QLineEdit>(lost.page, u"New password"_s)->text().isEmpty());
        // Typed over; the last digit leads to the password again.
        QTest::keyClicks(QApplication::focusWidget(), u"222222"_s);
        press(lost.page, u"Set the new password"_s);
        QVERIFY(lost.stage.asked().body.contains("222222"));
        lost.refuse(Kind::Rejected, u"passwordTooWeak"_s, u"password"_s);
        QVERIFY(says(lost.page, u"too easy to guess"_s));
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(lost.page, u"New password"_s));
    }

    void escapeGoesBackStepByStep()
    {
        Lost lost;
        lost.toReset();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(lost.step(), Step::Email);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(lost.flow->step(), account::SignInFlow::Step::Password);
        QCOMPARE(named<QLineEdit>(lost.page, u"Password"_s)->text(), u"was it this"_s);
        press(lost.page, u"Use another account"_s);
        type(lost.page, u"E-mail or user name"_s, u"bea@exam"_s);
        QVERIFY(press(lost.page, u"Trouble signing in?"_s));
        QCOMPARE(named<QLineEdit>(lost.page, u"E-mail"_s)->text(), u"bea@exam"_s);
        QVERIFY(press(lost.page, u"Back to signing in"_s));
        QCOMPARE(named<QLineEdit>(lost.page, u"E-mail or user name"_s)->text(), u"bea@exam"_s);
    }

    void aUserNameIsNotTakenForAnAddress()
    {
        Lost lost;
        lost.flow->back();
        press(lost.page, u"Use another account"_s);
        type(lost.page, u"E-mail or user name"_s, u"ada"_s);
        press(lost.page, u"Trouble signing in?"_s);
        QCOMPARE(named<QLineEdit>(lost.page, u"E-mail"_s)->text(), QString());
        press(lost.page, u"Back to signing in"_s);
        QCOMPARE(named<QLineEdit>(lost.page, u"E-mail or user name"_s)->text(), u"ada"_s);
    }

    void patienceIsCountedAtTheAddress()
    {
        Lost lost;
        press(lost.page, u"Send the code"_s);
        Error early = Error::of(Kind::RateLimited, u"codeTooSoon"_s);
        early.retryAfter = 40s;
        lost.stage.refuse(early);
        QVERIFY(says(lost.page, u"Another code can be sent in 40 second"_s));
        QVERIFY(!named<QAbstractButton>(lost.page, u"Send the code"_s)->isEnabled());
        lost.stage.clock.advance(40s);
        QTRY_VERIFY(named<QAbstractButton>(lost.page, u"Send the code"_s)->isEnabled());
        QVERIFY(!says(lost.page, u"Another code can be sent"_s));
    }

    void aCodeThatIsThereAlready()
    {
        Lost lost;
        QVERIFY(press(lost.page, u"I already have a code"_s));
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(lost.page, u"Code"_s));
        QVERIFY(type(lost.page, u"Code"_s, u" ABCDE-FGHJK "_s));
        type(lost.page, u"New password"_s, u"violet teapot 42 harbour"_s);
        QVERIFY(press(lost.page, u"Set the new password"_s));
        QVERIFY(lost.stage.asked().body.contains("\"ABCDE-FGHJK\""));
        lost.refuse(Kind::Rejected, u"wrongCode"_s, u"code"_s);
        QVERIFY(says(lost.page, u"Check each letter"_s));
    }

    void whichAddressItIs()
    {
        Lost lost;
        QVERIFY(press(lost.page, u"Which e-mail do I sign in with?"_s));
        QVERIFY(type(lost.page, u"E-mail"_s, u"old"_s));
        press(lost.page, u"Send the mail"_s);
        QVERIFY(says(lost.page, u"This is not an e-mail address"_s));
        type(lost.page, u"E-mail"_s, u"old@example.com"_s);
        QVERIFY(press(lost.page, u"Send the mail"_s));
        lost.stage.answer<api::RemindUserName>({});
        QVERIFY(says(lost.page, u"If there is an account with old@example.com"_s));
        QVERIFY(press(lost.page, u"Go back"_s));
        QCOMPARE(lost.step(), Step::Email);
    }

    void anAddressIsTakenBack()
    {
        Lost lost;
        QVERIFY(press(lost.page, u"My e-mail address was changed, and it wasn't me"_s));
        QVERIFY(press(lost.page, u"Take it back"_s));
        QVERIFY(says(lost.page, u"Please fill this in"_s));
        type(lost.page, u"Code"_s, u"WRONG"_s);
        press(lost.page, u"Take it back"_s);
        lost.refuse(Kind::Rejected, u"wrongCode"_s, u"code"_s);
        QVERIFY(says(lost.page, u"Check each letter"_s));
        QVERIFY(press(lost.page, u"Take it back"_s));
        lost.stage.answer<api::TakeBackEmail>({});
        QVERIFY(says(lost.page, u"The old address is back"_s));
        auto *email = named<QLineEdit>(lost.page, u"E-mail"_s);
        QCOMPARE(QApplication::focusWidget(), email);
        QCOMPARE(email->text(), QString());
    }

    void withoutMailSomebodyHasToHelp()
    {
        Lost lost({.name = u"Demo"_s, .sendsMail = false});
        QVERIFY(says(lost.page, u"This server sends no mail"_s));
        QVERIFY(!named<QLineEdit>(lost.page, u"E-mail"_s));
        QVERIFY(named<QAbstractButton>(lost.page, u"I already have a code"_s));
        QVERIFY(press(lost.page, u"Back to signing in"_s));
        QVERIFY(named<QLineEdit>(lost.page, u"Password"_s));
    }

    void noNetworkIsToldOnTop()
    {
        Lost lost;
        press(lost.page, u"Send the code"_s);
        lost.stage.breakOff();
        QVERIFY(says(lost.page, u"certificate has expired"_s));
        QVERIFY(named<QAbstractButton>(lost.page, u"Send the code"_s)->isEnabled());
    }

    void whereNoCodeIsTakenTheMailSaysWhatToDo()
    {
        LostElsewhere lost(u"temporal"_s, u"ada@example.com"_s, temporalIsThere);
        QVERIFY(says(lost.page, u"You get a mail that says how to get in again"_s));
        QVERIFY(!lost.offers(u"I have a code from an administrator"_s));
        QVERIFY(!lost.offers(u"My e-mail address was changed, and it wasn't me"_s));
        QVERIFY(lost.offers(u"Which user name do I sign in with?"_s));
        QVERIFY(press(lost.page, u"Send the mail"_s));
        say(lost.stage, 200,
            R"({"code":200,"response":"password reset, please check your email for a new password"})");
        QVERIFY(says(lost.page, u"Look into your mail"_s));
        QVERIFY(says(lost.page, u"asked to send a mail to ada@example.com"_s));
        QVERIFY(!says(lost.page, u"all sessions"_s));
        QVERIFY(press(lost.page, u"Back to signing in"_s));
        QVERIFY(named<QLineEdit>(lost.page, u"Password"_s));
    }

    void aForgottenUserNameComesByMail()
    {
        LostElsewhere lost(u"temporal"_s, u"ada@example.com"_s, temporalIsThere);
        QVERIFY(press(lost.page, u"Which user name do I sign in with?"_s));
        QVERIFY(says(lost.page, u"Which user name is it?"_s));
        QVERIFY(press(lost.page, u"Send the mail"_s));
        say(lost.stage, 400, R"({"code":400,"response":"unable to find username"})");
        QVERIFY(says(lost.page, u"There is no such account"_s));
        QVERIFY(press(lost.page, u"Send the mail"_s));
        say(lost.stage, 200, R"({"code":200,"response":"username reminder sent account email"})");
        QVERIFY(says(lost.page, u"says how it signs in"_s));
    }

    void whereAccountsHaveNamesTheNameIsAskedFor()
    {
        LostElsewhere lost(u"mmdl"_s, u"ada"_s, mmdlIsThere);
        QCOMPARE(named<QLineEdit>(lost.page, u"User name"_s)->text(), u"ada"_s);
        QVERIFY(!lost.offers(u"Which user name do I sign in with?"_s));
        QVERIFY(press(lost.page, u"Send the code"_s));
        say(lost.stage, 200,
            "{\"success\":true,\"data\":{\"message\":{\"userhash\":\"" + QByteArray(128, 'a') +
                "\",\"reqid\":\"0123456789abcdef\"}}}");
        QVERIFY(says(lost.page, u"was sent to the e-mail address of ada"_s));
        QVERIFY(!says(lost.page, u"The code works for"_s)); // nobody says for how long
        QVERIFY(!says(lost.page, u"all sessions"_s));
        QVERIFY(lost.offers(u"Back to the user name"_s));
        QTest::keyClicks(QApplication::focusWidget(), u"123456"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"violet teapot 42 harbour"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(lost.stage.line(), QByteArray("POST /api/users/modifypassword"));
        say(lost.stage, 200, R"({"success":true,"data":{"message":"PASSWORD_RESET_OK"}})");
        QVERIFY(says(lost.page, u"Your new password is set. Sign in with it."_s));
    }
};

LATCHKEY_TEST(RecoveryTest)
#include "tst_recovery.moc"
