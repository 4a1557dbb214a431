#include "account/signupflow.h"
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
