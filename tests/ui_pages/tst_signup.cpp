#include "account/signupflow.h"
#include "kit/codefield.h"
#include "kit/strengthmeter.h"
#include "pagestage.h"
#include "signup/signuppage.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using Kind = Error::Kind;

namespace {

struct Form
{
    explicit Form(const api::ServerDescription &server = {.name = u"Demo"_s})
        : flow(stage.accounts.signUpFlow(Stage::server(), server))
        , page(stage.show(new SignUpPage(*flow, stage.clock)))
    {}

    void fill()
    {
        type(page, u"Name"_s, u"Ada Lovelace"_s);
        type(page, u"E-mail"_s, u"ada@example.com"_s);
        type(page, u"Password"_s, u"violet teapot 42 harbour"_s);
    }

    PageStage stage;
    std::unique_ptr<account::SignUpFlow> flow;
    SignUpPage *page;
};

} // namespace

class SignUpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enterSends()
    {
        Form form;
        form.fill();
        QTest::keyClick(named<QLineEdit>(form.page, u"Password"_s), Qt::Key_Return);
        QVERIFY(form.flow->isBusy());
        QVERIFY(!named<QAbstractButton>(form.page, u"Create account"_s)->isEnabled());
        form.stage.answer<api::SignUp>({Stage::signedIn(), {}});
        QCOMPARE(form.flow->step(), account::SignUpFlow::Step::Done);
        QVERIFY(named<QLineEdit>(form.page, u"Password"_s)->text().isEmpty());
    }

    void asksForTheSetUpCodeOnlyWhereTheServerDoes()
    {
        Form usual;
        QVERIFY(!named<QLineEdit>(usual.page, u"Set-up code"_s));
        QVERIFY(!says(usual.page, u"becomes its administrator"_s));
        Form first({.name = u"Demo"_s, .firstAccountPending = true, .setupCodeRequired = true});
        QVERIFY(says(first.page, u"The first account of this server becomes its administrator"_s));
        first.fill();
        QVERIFY(press(first.page, u"Create account"_s));
        QVERIFY(says(first.page, u"Please fill this in."_s));
        QVERIFY(type(first.page, u"Set-up code"_s, u"ABCD-1234"_s));
        QVERIFY(press(first.page, u"Create account"_s));
        QVERIFY(first.stage.asked().body.contains("ABCD-1234"));
    }

    void everyEmptyFieldIsMarked()
    {
        Form form;
        QVERIFY(press(form.page, u"Create account"_s));
        int marked = 0;
        for (const auto *label : form.page->findChildren<QLabel *>())
            marked += label->isVisibleTo(form.page) && label->text() == u"Please fill this in."_s;
        QCOMPARE(marked, 3);
        QVERIFY(named<QLineEdit>(form.page, u"Name"_s)->hasFocus());
    }

    void errorsStandNextToTheirField_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("words");
        QTest::newRow("e-mail") << u"emailInvalid"_s << u"email"_s << u"not an e-mail address"_s;
        QTest::newRow("weak") << u"passwordTooWeak"_s << u"password"_s << u"too easy to guess"_s;
        QTest::newRow("form") << u"signUpClosed"_s << QString() << u"takes no new accounts"_s;
    }

    void errorsStandNextToTheirField()
    {
        QFETCH(const QString, code);
        QFETCH(const QString, field);
        QFETCH(const QString, words);
        Form form;
        form.fill();
        press(form.page, u"Create account"_s);
        Error error = Error::rejected(code, field);
        error.status = 422;
        form.stage.refuse(error);
        QVERIFY(says(form.page, words));
        QCOMPARE(named<QLineEdit>(form.page, u"Name"_s)->text(), u"Ada Lovelace"_s);
        QVERIFY(!named<QLineEdit>(form.page, u"Password"_s)->text().isEmpty());
    }

    void theCodeOfTheMailMakesTheAccount()
    {
        Form form;
        form.fill();
        press(form.page, u"Create account"_s);
        form.stage.answer<api::SignUp>(
            {{},
             api::PendingSignUp{.id = api::SignUpId(u"p1"_s),
                                .sent = {.to = u"ada@example.com"_s,
                                         .resendAt = form.stage.clock.now() + 60s,
                                         .expiresAt = form.stage.clock.now() + 5min}}});
        QVERIFY(says(form.page, u"sent to ada@example.com"_s));
        QVERIFY(!named<QLineEdit>(form.page, u"Name"_s));
        auto *code = form.page->findChild<CodeField *>();
        QCOMPARE(QApplication::focusWidget(), code);
        QVERIFY(form.page->isTyped());
        // Back and forth: nothing typed is lost, and nothing is asked for again.
        QTest::keyClick(code, Qt::Key_Escape);
        QCOMPARE(named<QLineEdit>(form.page, u"Name"_s)->text(), u"Ada Lovelace"_s);
        QVERIFY(!named<QLineEdit>(form.page, u"Password"_s)->text().isEmpty());
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(form.page, u"Name"_s));
        QVERIFY(press(form.page, u"Create account"_s));
        QCOMPARE(form.flow->step(), account::SignUpFlow::Step::Code);
        QCOMPARE(form.stage.line(), QByteArray());
        QTest::keyClicks(QApplication::focusWidget(), u"111111"_s);
        Error wrong = Error::of(Kind::Unauthorized, u"wrongCode"_s);
        wrong.field = u"code"_s;
        form.stage.refuse(wrong);
        QVERIFY(says(form.page, u"have another code sent"_s));
        QTest::keyClicks(QApplication::focusWidget(), u"222222"_s);
        QVERIFY(form.stage.asked().body.contains("222222"));
        form.stage.answer<api::FinishSignUp>(Stage::signedIn());
        QCOMPARE(form.flow->step(), account::SignUpFlow::Step::Done);
        QVERIFY(named<QLineEdit>(form.page, u"Password"_s)->text().isEmpty());
        QCOMPARE(code->text(), QString());
    }

    void whatTookTooLongIsToldOnTheForm()
    {
        Form form;
        form.fill();
        press(form.page, u"Create account"_s);
        form.stage.answer<api::SignUp>(
            {{}, api::PendingSignUp{.id = api::SignUpId(u"p1"_s), .sent = {}}});
        QTest::keyClicks(QApplication::focusWidget(), u"111111"_s);
        form.stage.refuse(Error::of(Kind::NotFound, u"signUpUnknown"_s));
        QVERIFY(says(form.page, u"This took too long"_s));
        QCOMPARE(named<QLineEdit>(form.page, u"Name"_s)->text(), u"Ada Lovelace"_s);
    }

    void theMeterFollowsThePassword()
    {
        Form form;
        auto *meter = form.page->findChild<StrengthMeter *>();
        QCOMPARE(meter->score(), -1);
        type(form.page, u"Password"_s, u"password"_s);
        QTRY_COMPARE(meter->score(), 0);
        type(form.page, u"Password"_s, u"violet teapot 42 harbour"_s);
        QTRY_COMPARE(meter->score(), 4);
        // The person's own name is no secret.
        type(form.page, u"Password"_s, u"Zbigniewwq"_s);
        QTRY_VERIFY(meter->score() < 4);
        const int before = meter->score();
        type(form.page, u"Name"_s, u"Zbigniewwq"_s);
        QTRY_VERIFY(meter->score() < before);
    }
};

LATCHKEY_TEST(SignUpTest)
#include "tst_signup.moc"
