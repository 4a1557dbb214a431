#include "../account/foreignstage.h"
#include "account/signinflow.h"
#include "pagestage.h"
#include "signin/signinpage.h"
#include "support/testrunner.h"

#include <QClipboard>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using Step = account::SignInFlow::Step;

namespace {

/// The form for signing in to a server whose API leads no browser back to a program.
struct Form
{
    Form()
        : flow(stage.accounts.signInFlow(serverBy(u"wingspan"_s)))
        , page(stage.show(new SignInPage(*flow, stage.clock)))
    {}

    void identify()
    {
        type(page, u"E-mail or user name"_s, u"ada@staff.example"_s);
        press(page, u"Continue"_s);
        say(stage, 200, R"({"authenticationStrategy":"SingleSignOn",
            "authenticationUrl":"https://sso.example/sign-in/p1"})");
    }

    PageStage stage;
    std::unique_ptr<account::SignInFlow> flow;
    SignInPage *page;
};

} // namespace

class HandOverPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageIsOfferedByTheHostThatItIsAt()
    {
        Form form;
        QVERIFY(!says(form.page, u"sso.example"_s));
        form.identify();
        QVERIFY(named<QAbstractButton>(form.page, u"Continue with sso.example"_s));
        QVERIFY(named<QAbstractButton>(form.page, u"Use the password instead"_s));
        QVERIFY(!named<QAbstractButton>(form.page, u"Continue with Google"_s));
        QVERIFY(press(form.page, u"Continue with sso.example"_s));
        QVERIFY(says(form.page, u"The page there shows a code in the end"_s));
        QVERIFY(!named<QAbstractButton>(form.page, u"Cancel"_s));
        QCOMPARE(form.stage.browsed.size(), 1);
        QVERIFY(press(form.page, u"Open the browser again"_s));
        QCOMPARE(form.stage.browsed.size(), 2);
        QVERIFY(press(form.page, u"Copy the address"_s));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"https://sso.example/sign-in/p1"_s);
    }

    void itsCodeIsTypedAndSignsIn()
    {
        Form form;
        form.identify();
        press(form.page, u"Continue with sso.example"_s);
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(form.page, u"Code"_s));
        QVERIFY(type(form.page, u"Code"_s, u" vst_old "_s));
        QVERIFY(press(form.page, u"Sign in"_s));
        QVERIFY(!named<QAbstractButton>(form.page, u"Sign in"_s)->isEnabled());
        QVERIFY(form.stage.asked().body.contains("\"vst_old\""));
        say(form.stage, 404, R"({"error":"Not found"})");
        // What is wrong stands beside it, and stays to be mended.
        QCOMPARE(named<QLineEdit>(form.page, u"Code"_s)->text(), u" vst_old "_s);
        QVERIFY(type(form.page, u"Code"_s, u"vst_2"_s));
        QTest::keyClick(named<QLineEdit>(form.page, u"Code"_s), Qt::Key_Return);
        say(form.stage, 200, sessionOfWingspan(1));
        QCOMPARE(form.flow->step(), Step::Done);
    }

    void aLostBrowserIsTold()
    {
        Form form;
        form.stage.hasBrowser = false;
        form.identify();
        press(form.page, u"Continue with sso.example"_s);
        QVERIFY(says(form.page, u"No browser could be opened"_s));
        QVERIFY(named<QLineEdit>(form.page, u"Code"_s));
    }

    void backLeadsToTheChoice()
    {
        Form form;
        form.identify();
        press(form.page, u"Continue with sso.example"_s);
        type(form.page, u"Code"_s, u"half"_s);
        QVERIFY(press(form.page, u"Back"_s));
        QVERIFY(!named<QLineEdit>(form.page, u"Code"_s));
        press(form.page, u"Continue with sso.example"_s);
        QCOMPARE(named<QLineEdit>(form.page, u"Code"_s)->text(), QString());
    }

    void googlesTokenIsAskedForWithWhy()
    {
        Form form;
        QVERIFY(says(form.page, u"Or without a password:"_s));
        QVERIFY(press(form.page, u"Continue with Google"_s));
        QVERIFY(says(form.page, u"has no way for a program to ask Google"_s));
        QVERIFY(!named<QAbstractButton>(form.page, u"Open the browser again"_s));
        QVERIFY(form.stage.browsed.isEmpty());
        // No keyboard is to learn what signs in.
        QVERIFY(named<QLineEdit>(form.page, u"ID token"_s)
                    ->inputMethodHints()
                    .testFlag(Qt::ImhSensitiveData));
        QVERIFY(type(form.page, u"ID token"_s, u"a.b.c"_s));
        press(form.page, u"Sign in"_s);
        say(form.stage, 401, R"({"error":"Unauthorized"})");
        QVERIFY(says(form.page, u"can't be believed"_s));
        type(form.page, u"ID token"_s, u"d.e.f"_s);
        press(form.page, u"Sign in"_s);
        say(form.stage, 200, sessionOfWingspan(1));
        QCOMPARE(form.flow->step(), Step::Done);
    }
};

LATCHKEY_TEST(HandOverPageTest)

#include "tst_handover.moc"
