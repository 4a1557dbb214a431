#include "account/account.h"
#include "pagestage.h"
#include "runningserver/serverpage.h"
#include "support/testrunner.h"

#include <QLocale>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using Kind = Error::Kind;

namespace {

struct Open
{
    Open()
        : account(stage.open(stage.sample()))
        , page(stage.show(new ServerPage(account, stage.toast)))
    {}
    void load(bool isOpen = true)
    {
        stage.answer<api::ShowServerSettings>({.signUpOpen = isOpen});
        stage.answer<api::ShowFigures>(
            {.version = u"0.1.0"_s, .users = 1234, .sessions = 56, .sessionsBegun = {}});
    }

    PageStage stage;
    account::Account &account;
    ServerPage *page;
};

} // namespace

/// The server while it runs, as an administrator sees it.
class ServerPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void cleanupTestCase() { QLocale::setDefault(m_before); }

    void saysHowItIs()
    {
        Open open;
        open.load();
        QVERIFY(says(open.page, u"Open: whoever reaches this server"_s));
        QVERIFY(says(open.page, u"1,234"_s) && says(open.page, u"0.1.0"_s));
        QVERIFY(!says(open.page, u"24 hours"_s)); // it does not count that
    }

    void saysWhereNothingGoesOut()
    {
        Open open;
        open.load();
        QVERIFY(!says(open.page, u"Mails that wait"_s)); // it sends none
        open.page->refresh();
        open.stage.answer<api::ShowServerSettings>({.signUpOpen = true});
        open.stage.answer<api::ShowFigures>(
            {.version = u"0.1.0"_s,
             .mail = api::PostStanding{.goes = false, .waiting = 12},
             .texts = api::PostStanding{}});
        QVERIFY(says(open.page, u"No mail goes out"_s) && says(open.page, u"12"_s));
        QVERIFY(!says(open.page, u"No text goes out"_s));
        open.page->refresh();
        open.stage.answer<api::ShowServerSettings>({.signUpOpen = true});
        open.stage.answer<api::ShowFigures>(
            {.version = u"0.1.0"_s, .mail = api::PostStanding{.goes = true, .waiting = 0}});
        QVERIFY(!says(open.page, u"No mail goes out"_s));
    }

    void aLoadEndsWithThePage()
    {
        Open open;
        QVERIFY(!open.stage.line().isEmpty());
        delete open.page;
        QCOMPARE(open.stage.line(), QByteArray());
    }

    void closesSignUpAndOpensItAgain()
    {
        Open open;
        open.load();
        QVERIFY(press(open.page, u"Close sign-up"_s));
        QCOMPARE(open.stage.asked().body, QByteArray("{\"signUpOpen\":false}"));
        QVERIFY(!press(open.page, u"Close sign-up"_s));
        open.stage.answer<api::EditServerSettings>({.signUpOpen = false});
        QVERIFY(says(open.page, u"Closed: nobody"_s));
        QCOMPARE(open.stage.toast.text(), u"Nobody can sign up from now on."_s);
        QVERIFY(press(open.page, u"Open sign-up"_s));
        open.stage.answer<api::EditServerSettings>({.signUpOpen = true});
        QVERIFY(says(open.page, u"Open: whoever"_s));
    }

    void whyItStaysIsToldThere()
    {
        Open open;
        open.load();
        press(open.page, u"Close sign-up"_s);
        open.stage.refuse(Error::of(Kind::Forbidden, u"notAllowed"_s));
        QVERIFY(says(open.page, u"not allowed"_s));
        QVERIFY(says(open.page, u"Open: whoever"_s));
    }

    void figuresAreNewAtEachVisit()
    {
        Open open;
        open.load();
        open.page->hide();
        open.page->show();
        QCOMPARE(open.stage.line(), QByteArray("GET /v1/server/settings"));
        open.load(false);
        QVERIFY(says(open.page, u"Closed: nobody"_s));
    }

    void aLoadThatFailsIsTriedAgain()
    {
        Open open;
        open.stage.refuse(Error::of(Kind::Forbidden, u"roleTooLow"_s));
        QVERIFY(says(open.page, u"could not be loaded"_s));
        QVERIFY(press(open.page, u"Try again"_s));
        open.load();
        QVERIFY(says(open.page, u"1,234"_s));
    }

private:
    const QLocale m_before;
};

LATCHKEY_TEST(ServerPageTest)
#include "tst_serverpage.moc"
