#include "account/accounts.h"
#include "pagestage.h"
#include "profile/profilepage.h"
#include "support/testrunner.h"

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
        , page(stage.show(new ProfilePage(account, stage.clock, stage.toast)))
    {
        stage.serve(stage.sample(), Stage::user());
    }
    QString name() const { return named<QLineEdit>(page, u"Name"_s)->text(); }

    PageStage stage;
    account::Account &account;
    ProfilePage *page;
};

} // namespace

class ProfileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatWillChangeAndSavesIt()
    {
        Open open;
        QCOMPARE(open.name(), u"Ada"_s);
        QVERIFY(!named<QAbstractButton>(open.page, u"Save changes"_s));
        type(open.page, u"Name"_s, u"Ada King"_s);
        QVERIFY(says(open.page, u"What will change"_s));
        QVERIFY(press(open.page, u"Save changes"_s));
        QVERIFY(open.stage.asked().body.contains("Ada King"));
        open.stage.answer<api::UpdateProfile>(Stage::user(u"Ada King"_s, 2));
        QVERIFY(!named<QAbstractButton>(open.page, u"Save changes"_s));
        QCOMPARE(open.stage.toast.text(), u"Your profile is saved."_s);
    }

    void whatAssistiveTechnologyTypesIsAnEdit()
    {
        Open open;
        named<QLineEdit>(open.page, u"Name"_s)->setText(u"Ada King"_s);
        settle();
        QVERIFY(named<QAbstractButton>(open.page, u"Save changes"_s)->isEnabled());
        // What comes from the server is not.
        QVERIFY(press(open.page, u"Discard"_s));
        open.account.learn(Stage::user(u"Ada Byron"_s, 2));
        settle();
        QCOMPARE(open.name(), u"Ada Byron"_s);
        QVERIFY(!open.page->hasUnsavedChanges());
    }

    void discardGoesBack()
    {
        Open open;
        type(open.page, u"Name"_s, u"Nobody"_s);
        QVERIFY(press(open.page, u"Discard"_s));
        QCOMPARE(open.name(), u"Ada"_s);
    }

    void aConflictShowsThreeColumns()
    {
        Open open;
        type(open.page, u"Name"_s, u"Mine"_s);
        open.account.learn(Stage::user(u"Their name"_s, 2));
        settle();
        QVERIFY(says(open.page, u"Changed elsewhere meanwhile"_s));
        QVERIFY(says(open.page, u"Their name"_s));
        QVERIFY(!named<QAbstractButton>(open.page, u"Save changes"_s)->isEnabled());
        auto *keep = named<QAbstractButton>(open.page, u"Keep mine"_s);
        keep->setFocus();
        QTest::keyClick(keep, Qt::Key_Space);
        QCOMPARE(QApplication::focusWidget(), named<QAbstractButton>(open.page, u"Save changes"_s));
        QVERIFY(press(open.page, u"Save changes"_s));
        QVERIFY(open.stage.asked().body.contains("Mine"));
    }

    void aUserNameIsChosenAndRefusedNextToIt()
    {
        Open open;
        QCOMPARE(named<QLineEdit>(open.page, u"User name"_s)->text(), QString());
        type(open.page, u"User name"_s, u"ada"_s);
        QVERIFY(says(open.page, u"None"_s)); // before
        QVERIFY(press(open.page, u"Save changes"_s));
        QVERIFY(open.stage.asked().body.contains(R"("userName":"ada")"));
        QVERIFY(!open.stage.asked().body.contains(R"("name":)"));
        Error taken = Error::of(Kind::Conflict, u"userNameTaken"_s);
        taken.field = u"userName"_s;
        taken.status = 409;
        open.stage.refuse(taken);
        QVERIFY(says(open.page, u"Somebody has this user name already"_s));
        type(open.page, u"User name"_s, u"ada1"_s);
        QVERIFY(press(open.page, u"Save changes"_s));
        api::User named = Stage::user(u"Ada"_s, 2);
        named.userName = u"ada1"_s;
        open.stage.answer<api::UpdateProfile>(named);
        QVERIFY(!open.page->hasUnsavedChanges());
        QVERIFY(!says(open.page, u"Somebody has this user name already"_s));
    }

    void theirUserNameCanBeTaken()
    {
        Open open;
        type(open.page, u"User name"_s, u"mine"_s);
        api::User theirs = Stage::user(u"Ada"_s, 2);
        theirs.userName = u"theirs"_s;
        open.account.learn(theirs);
        settle();
        QVERIFY(says(open.page, u"Changed elsewhere meanwhile"_s));
        QVERIFY(press(open.page, u"Take theirs"_s));
        QCOMPARE(named<QLineEdit>(open.page, u"User name"_s)->text(), u"theirs"_s);
        QVERIFY(!open.page->hasUnsavedChanges());
    }

    void theirsCanBeTaken()
    {
        Open open;
        type(open.page, u"Name"_s, u"Mine"_s);
        open.account.learn(Stage::user(u"Their name"_s, 2));
        settle();
        QVERIFY(press(open.page, u"Take theirs"_s));
        QCOMPARE(open.name(), u"Their name"_s);
        QVERIFY(!open.page->hasUnsavedChanges());
    }

    void whatIsTypedOutlivesOfflineSignOutAndRefusal()
    {
        Open open;
        type(open.page, u"Name"_s, u"Half typed"_s);
        QVERIFY(press(open.page, u"Save changes"_s));
        Error error = Error::rejected(u"tooLong"_s, u"name"_s);
        error.status = 422;
        open.stage.refuse(error);
        QVERIFY(says(open.page, u"This is too long"_s));
        QCOMPARE(open.name(), u"Half typed"_s);
        open.account.lost(Error::of(Kind::Network, u"connectionLost"_s));
        QCOMPARE(open.name(), u"Half typed"_s);
        open.account.close(account::AccountState::Reason::EndedByOther);
        settle();
        QVERIFY(!named<QLineEdit>(open.page, u"Name"_s));
        QVERIFY(says(open.page, u"You are signed out"_s));
        QVERIFY(open.page->hasUnsavedChanges());
        open.account.open(Secret(u"lk-token"_s));
        settle();
        QCOMPARE(open.name(), u"Half typed"_s);
    }

    void whatWentWrongOnTheWayIsForgottenWithIt()
    {
        Open open;
        type(open.page, u"Name"_s, u"Ada King"_s);
        QVERIFY(press(open.page, u"Save changes"_s));
        open.stage.breakOff();
        open.account.lost(Error::of(Kind::Network, u"tlsExpired"_s));
        QVERIFY(says(open.page, u"certificate"_s));
        open.account.reached();
        settle();
        QVERIFY(!says(open.page, u"certificate"_s));
        QCOMPARE(open.name(), u"Ada King"_s);
    }

    void deletesTheAccountOnceItsNameIsTyped()
    {
        Open open;
        const account::ProfileId id = open.account.id();
        // As the window does.
        QObject::connect(&open.stage.accounts, &account::Accounts::accountAboutToBeRemoved,
                         open.page, [page = open.page] { delete page; });
        const QString name = u"Type “ada@example.com” to confirm"_s;
        QVERIFY(says(open.page, u"all that this server keeps of you: profile, sessions, API"_s));
        QVERIFY(says(open.page, u"subscriptions."_s));
        QVERIFY(press(open.page, u"Delete my account…"_s));
        QVERIFY(says(open.page, u"Nobody can bring it back."_s));
        QTest::keyClick(named<QLineEdit>(open.page, name), Qt::Key_Escape);
        settle();
        QVERIFY(!named<QLineEdit>(open.page, name));
        QVERIFY(press(open.page, u"Delete my account…"_s));
        QVERIFY(!press(open.page, u"Delete my account for good"_s));
        QVERIFY(type(open.page, name, u"Ada@example.com"_s));
        QVERIFY(press(open.page, u"Delete my account for good"_s));
        QCOMPARE(open.stage.line(), QByteArray("DELETE /v1/account"));
        open.stage.answer<api::DeleteAccount>({});
        QCOMPARE(open.stage.toast.text(), u"Your account is deleted."_s);
        QVERIFY(!open.stage.accounts.account(id));
    }

    void whyTheAccountIsNotDeletedIsToldThere()
    {
        Open open;
        press(open.page, u"Delete my account…"_s);
        type(open.page, u"Type “ada@example.com” to confirm"_s, u"ada@example.com"_s);
        QVERIFY(press(open.page, u"Delete my account for good"_s));
        open.stage.refuse(Error::of(Kind::Forbidden, u"notAllowed"_s));
        QVERIFY(says(open.page, u"not allowed"_s));
        QVERIFY(named<QAbstractButton>(open.page, u"Delete my account for good"_s)->isEnabled());
    }

    void anAdministratorsAccountStays()
    {
        Open open;
        api::User me = Stage::user(u"Ada"_s, 2);
        me.role = api::Role::Admin;
        open.account.learn(me);
        settle();
        QVERIFY(says(open.page, u"somebody must be left"_s));
        QVERIFY(!named<QAbstractButton>(open.page, u"Delete my account…"_s));
    }

    void aChangeGoesOnWhenThePageIsGone()
    {
        Open open;
        type(open.page, u"Name"_s, u"Ada King"_s);
        QVERIFY(press(open.page, u"Save changes"_s));
        delete open.page;
        open.stage.answer<api::UpdateProfile>(Stage::user(u"Ada King"_s, 2));
        QCOMPARE(open.stage.toast.text(), u"Your profile is saved."_s);
        QCOMPARE(open.account.user()->name, u"Ada King"_s);
    }
};

LATCHKEY_TEST(ProfileTest)
#include "tst_profile.moc"
