#include "authorizationstage.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using Kind = Error::Kind;
using api::AccessAction;
using api::AccessScope;
using Open = OpenAuthorizations;

namespace {

const QString changeMary = u"Change the profile of Mary"_s;

} // namespace

/// What is seen and changed of accounts that let somebody in.
class OpenAccountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksIntoAProfile()
    {
        Open open({fromMary(), toGrace()});
        const QString look = u"Look into what Mary shows you: See their profile"_s;
        QVERIFY(press(open.page, look));
        QCOMPARE(open.stage.line(), QByteArray("GET /v1/accounts/u3"));
        open.stage.answer<api::ShowAccount>(mary(u"Mary Somerville"_s));
        QVERIFY(says(open.page, u"Name: Mary Somerville"_s));
        QVERIFY(says(open.page, u"mary@example.com"_s));
        QCOMPARE(open.account.user()->name, u"Ada"_s);
        QVERIFY(press(open.page, u"Close what Mary shows you: See their profile"_s));
        QVERIFY(!says(open.page, u"mary@example.com"_s));
        QVERIFY(press(open.page, look)); // asks anew
        QVERIFY(!says(open.page, u"mary@example.com"_s));
        open.stage.refuse(Error::of(Kind::Forbidden, u"notAuthorized"_s));
        QVERIFY(says(open.page, u"Its owner doesn't let you do that."_s));
    }

    void changesAProfileThatIsOpen()
    {
        Open open({fromMary(AccessAction::Write)});
        QVERIFY(!named<QAbstractButton>(open.page, changeMary));
        open.see(mary());
        QVERIFY(says(open.page, u"Language: English"_s));
        QVERIFY(press(open.page, changeMary));
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(open.page, u"Name"_s));
        QVERIFY(open.page->hasUnsavedChanges());
        QVERIFY(type(open.page, u"Name"_s, u" "_s));
        QVERIFY(press(open.page, u"Save"_s));
        QVERIFY(says(open.page, u"Please fill this in."_s));
        QCOMPARE(open.stage.line(), QByteArray());
        QVERIFY(type(open.page, u"Name"_s, u"Maria"_s));
        open.chooseLanguage(api::Language::Chinese);
        QVERIFY(press(open.page, u"Save"_s));
        QCOMPARE(open.stage.line(), QByteArray("PATCH /v1/accounts/u3"));
        QCOMPARE(open.stage.asked().headers.value("If-Match"), QByteArray("\"4\""));
        const QByteArray body = open.stage.asked().body;
        QVERIFY(body.contains("\"Maria\"") && body.contains("\"zh\""));
        QVERIFY(!named<QAbstractButton>(open.page, u"Save"_s)->isEnabled());
        QVERIFY(named<QLineEdit>(open.page, u"Name"_s)->isReadOnly());
        api::User changed = mary(u"Maria"_s, 5);
        changed.language = api::Language::Chinese;
        open.stage.answer<api::UpdateAccount>(changed);
        QVERIFY(says(open.page, u"Maria lets you in"_s));
        QVERIFY(says(open.page, u"Name: Maria"_s));
        QVERIFY(!open.page->hasUnsavedChanges());
        QCOMPARE(open.stage.toast.text(), u"Saved."_s);
        QCOMPARE(QApplication::focusWidget(),
                 named<QAbstractButton>(open.page, u"Change the profile of Maria"_s));
        QCOMPARE(open.account.user()->name, u"Ada"_s);
    }

    /// Nothing that was typed is lost, and nothing of theirs is undone that was not touched here.
    void whoWasSlowerComparesAndSavesAgain()
    {
        Open open({fromMary(AccessAction::Write)});
        open.see(mary());
        press(open.page, changeMary);
        type(open.page, u"Name"_s, u"Maria"_s);
        press(open.page, u"Save"_s);
        open.stage.refuse(Error::of(Kind::Conflict, u"changedMeanwhile"_s));
        QVERIFY(says(open.page, u"Somebody else changed this meanwhile."_s));
        QCOMPARE(open.stage.line(), QByteArray("GET /v1/accounts/u3"));
        api::User theirs = mary(u"Marie"_s, 5);
        theirs.language = api::Language::Chinese;
        open.stage.answer<api::ShowAccount>(theirs);
        QCOMPARE(named<QLineEdit>(open.page, u"Name"_s)->text(), u"Maria"_s);
        QVERIFY(says(open.page, u"Now it is: Marie"_s));
        QCOMPARE(named<ChoiceBox>(open.page, u"Language"_s)->chosen(), int(api::Language::Chinese));
        QVERIFY(press(open.page, u"Save"_s));
        QCOMPARE(open.stage.asked().headers.value("If-Match"), QByteArray("\"5\""));
        QVERIFY(!open.stage.asked().body.contains("language"));
        theirs.name = u"Maria"_s;
        theirs.version = 6;
        open.stage.answer<api::UpdateAccount>(theirs);
        QVERIFY(says(open.page, u"Name: Maria"_s));
        QVERIFY(!open.page->hasUnsavedChanges());
    }

    void aRefusedProfileIsToldInPlace()
    {
        Open open({fromMary(AccessAction::Write)});
        open.see(mary());
        press(open.page, changeMary);
        type(open.page, u"Name"_s, u"Maria"_s);
        press(open.page, u"Save"_s);
        Error error = Error::rejected(u"tooLong"_s, u"name"_s);
        open.stage.refuse(error);
        auto *line = named<QLineEdit>(open.page, u"Name"_s);
        QVERIFY(line->accessibleDescription().contains(u"This is too long."_s));
        QCOMPARE(line->text(), u"Maria"_s);
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(says(open.page, u"Name: Mary"_s));
        QCOMPARE(QApplication::focusWidget(), named<QAbstractButton>(open.page, changeMary));
        press(open.page, changeMary);
        QCOMPARE(named<QLineEdit>(open.page, u"Name"_s)->text(), u"Mary"_s);
        QVERIFY(press(open.page, u"Save"_s)); // as it is
        QCOMPARE(open.stage.line(), QByteArray());
        QVERIFY(!open.page->hasUnsavedChanges());
    }

    void whoMayNoLongerChangeItIsLedOut()
    {
        Open open({fromMary(AccessAction::Write)});
        open.see(mary());
        press(open.page, changeMary);
        type(open.page, u"Name"_s, u"Maria"_s);
        open.page->refresh();
        open.stage.answer<api::ListAuthorizations>({.authorizations = {fromMary()}});
        QVERIFY(!named<QLineEdit>(open.page, u"Name"_s));
        QVERIFY(!named<QAbstractButton>(open.page, changeMary));
        QVERIFY(says(open.page, u"Name: Mary"_s));
        QVERIFY(!open.page->hasUnsavedChanges());
    }

    void whatMayOnlyBeSeenHasNoChange()
    {
        Open open({fromMary()});
        press(open.page, u"Look into what Mary shows you: See their profile"_s);
        open.stage.answer<api::ShowAccount>(mary());
        QVERIFY(says(open.page, u"Name: Mary"_s));
        QVERIFY(!named<QAbstractButton>(open.page, changeMary));
    }

    void aProfileIsChangedWithoutThePage()
    {
        Open open({fromMary(AccessAction::Write)});
        open.see(mary());
        press(open.page, changeMary);
        type(open.page, u"Name"_s, u"Maria"_s);
        press(open.page, u"Save"_s);
        delete open.page;
        open.stage.answer<api::UpdateAccount>(mary(u"Maria"_s, 5));
        QCOMPARE(open.stage.toast.text(), u"Saved."_s);
    }

    void looksWhereSomebodyIsSignedIn()
    {
        api::Authorization sessions = fromMary();
        sessions.scope = AccessScope::Sessions;
        Open open({sessions});
        QVERIFY(press(open.page, u"Look into what Mary shows you: See where they are signed in"_s));
        QCOMPARE(open.stage.line(), QByteArray("GET /v1/accounts/u3/sessions"));
        open.stage.answer<api::ListAccountSessions>(
            {.sessions = {open.stage.device(u"m1"_s, u"Desk of Mary"_s)}});
        QVERIFY(says(open.page, u"Desk of Mary"_s));
        QVERIFY(says(open.page, u"Last active:"_s));
    }
};

LATCHKEY_TEST(OpenAccountsTest)
#include "tst_openaccounts.moc"
