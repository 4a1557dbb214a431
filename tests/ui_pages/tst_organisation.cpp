#include "../account/foreignstage.h"
#include "organisationstage.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using Kind = Error::Kind;
using Open = OpenOrganisation;

/// Accounts that were made for others, and whoever made this one.
class OrganisationPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItIsForWhereThereIsNone()
    {
        Open open;
        QVERIFY(says(open.page, u"No accounts for others"_s));
        QVERIFY(says(open.page, u"for people you look after"_s));
        QVERIFY(!says(open.page, u"Who made your account"_s));
        QVERIFY(!says(open.page, u"Accounts that you made"_s));
    }

    void listsWhatWasMade()
    {
        Open open({child(), child(u"u3"_s, u"Eve"_s)});
        QVERIFY(says(open.page, u"bob@example.com"_s));
        QVERIFY(says(open.page, u"eve@example.com"_s));
        QVERIFY(says(open.page, u"Made:"_s));
        QVERIFY(!says(open.page, u"Who made your account"_s));
    }

    void nobodyIsSeenOnceTheSessionIsOver()
    {
        Open open({child()}, byMary());
        open.account.close(account::AccountState::Reason::EndedByOther);
        settle();
        QVERIFY(!says(open.page, u"bob@example.com"_s));
        QVERIFY(!says(open.page, u"Mary"_s));
        QVERIFY(says(open.page, u"You are signed out"_s));
    }

    void makesOne()
    {
        Open open;
        api::User me = Stage::user(u"Ada"_s, 2);
        me.language = api::Language::Chinese;
        open.account.learn(me);
        QVERIFY(press(open.page, u"Make an account"_s));
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(open.page, u"Name"_s));
        QVERIFY(says(open.page, u"They get a mail that says who made the account"_s));
        QVERIFY(press(open.page, u"Make the account"_s));
        QVERIFY(says(open.page, u"Please fill this in."_s));
        QVERIFY(type(open.page, u"Name"_s, u" Bob "_s));
        QVERIFY(press(open.page, u"Make the account"_s));
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(open.page, u"E-mail"_s));
        QCOMPARE(open.stage.line(), QByteArray());
        QVERIFY(type(open.page, u"E-mail"_s, u"bob@example.com"_s));
        QVERIFY(open.page->hasUnsavedChanges());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(open.stage.line(), QByteArray("POST /v1/organisation/accounts"));
        const QByteArray body = open.stage.asked().body;
        QVERIFY(body.contains("\"name\":\"Bob\"") && body.contains("\"bob@example.com\"") &&
                body.contains("\"zh\""));
        open.stage.answer<api::MakeChildAccount>(child());
        QVERIFY(says(open.page, u"bob@example.com"_s));
        QVERIFY(!named<QLineEdit>(open.page, u"E-mail"_s));
        QVERIFY(!open.page->hasUnsavedChanges());
        QCOMPARE(open.stage.toast.text(), u"Bob has an account now."_s);
    }

    void whatIsRefusedIsToldAtItsField_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("words");
        QTest::newRow("name") << int(Kind::Rejected) << u"tooLong"_s << u"name"_s << u"Name"_s
                              << u"This is too long."_s;
        QTest::newRow("address") << int(Kind::Rejected) << u"emailInvalid"_s << u"email"_s
                                 << u"E-mail"_s << u"This is not an e-mail address."_s;
        QTest::newRow("taken") << int(Kind::Rejected) << u"signUpRefused"_s << u"email"_s
                               << u"E-mail"_s << u"This address can't be used"_s;
        QTest::newRow("no mail") << int(Kind::Conflict) << u"noMail"_s << QString() << QString()
                                 << u"This server sends no mail."_s;
        QTest::newRow("too many") << int(Kind::Conflict) << u"tooManyChildren"_s << QString()
                                  << QString() << u"as many accounts for others"_s;
    }

    void whatIsRefusedIsToldAtItsField()
    {
        QFETCH(const int, kind);
        QFETCH(const QString, code);
        QFETCH(const QString, field);
        QFETCH(const QString, line);
        QFETCH(const QString, words);
        Open open;
        open.make(u"Bob"_s, u"bob@example.com"_s);
        Error error = Error::of(static_cast<Kind>(kind), code);
        error.field = field;
        open.stage.refuse(error);
        QVERIFY(says(open.page, words));
        QCOMPARE(named<QLineEdit>(open.page, u"Name"_s)->text(), u"Bob"_s);
        QCOMPARE(named<QLineEdit>(open.page, u"E-mail"_s)->text(), u"bob@example.com"_s);
        for (const QString &each : {u"Name"_s, u"E-mail"_s}) {
            const QString told = named<QLineEdit>(open.page, each)->accessibleDescription();
            QCOMPARE(told.contains(words), each == line);
        }
        QVERIFY(open.page->hasUnsavedChanges());
    }

    void aKeyThatIsPressedTwiceMeansOneThing()
    {
        Open open({child()});
        const auto pressTwice = [&open](const QString &button) {
            named<QAbstractButton>(open.page, button)->setFocus();
            for (int times = 0; times < 2; ++times)
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        };
        press(open.page, u"Make an account"_s);
        type(open.page, u"Name"_s, u"Eve"_s);
        type(open.page, u"E-mail"_s, u"eve@example.com"_s);
        pressTwice(u"Make the account"_s);
        QCOMPARE(open.stage.line(), QByteArray("POST /v1/organisation/accounts"));
        QVERIFY(named<QLineEdit>(open.page, u"E-mail"_s));
        open.stage.refuse(Error::of(Kind::Conflict, u"noMail"_s));
        QCOMPARE(QApplication::focusWidget(),
                 named<QAbstractButton>(open.page, u"Make the account"_s));
        press(open.page, u"Cancel"_s);
        press(open.page, Open::actInBobs);
        type(open.page, u"Reason"_s, u"They asked for help"_s);
        pressTwice(u"Begin"_s);
        QCOMPARE(named<QLineEdit>(open.page, u"Reason"_s)->text().trimmed(),
                 u"They asked for help"_s);
    }

    void whoLeftTheFormIsToldAllTheSame()
    {
        Open open;
        open.make(u"Bob"_s, u"bob@example.com"_s);
        QVERIFY(press(open.page, u"Cancel"_s));
        open.stage.refuse(Error::of(Kind::Conflict, u"noMail"_s));
        QVERIFY(open.stage.toast.text().startsWith(u"This server sends no mail."_s));
        QVERIFY(!named<QLineEdit>(open.page, u"Name"_s));
    }

    void whoAsksTooOftenIsToldHowLongToWait()
    {
        Open open;
        open.make(u"Bob"_s, u"bob@example.com"_s);
        Error error = Error::of(Kind::RateLimited, u"tooManyTries"_s);
        error.retryAfter = 30s;
        open.stage.refuse(error);
        QVERIFY(says(open.page, u"Too many tries. Try again in 30"_s));
        QCOMPARE(named<QLineEdit>(open.page, u"Name"_s)->text(), u"Bob"_s);
    }

    void whoMakesNoneAfterAllIsBackAtTheButton()
    {
        Open open({child()});
        press(open.page, u"Make an account"_s);
        type(open.page, u"Name"_s, u"Eve"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        settle();
        QVERIFY(!named<QLineEdit>(open.page, u"Name"_s));
        QVERIFY(!open.page->hasUnsavedChanges());
        QCOMPARE(QApplication::focusWidget(),
                 named<QAbstractButton>(open.page, u"Make an account"_s));
        press(open.page, u"Make an account"_s);
        QCOMPARE(named<QLineEdit>(open.page, u"Name"_s)->text(), QString());
    }

    void itTakesAReasonToActInOne()
    {
        Open open({child(), child(u"u3"_s, u"Eve"_s)});
        QVERIFY(press(open.page, Open::actInBobs));
        QVERIFY(says(open.page, u"For 30 minutes you see what Bob sees"_s));
        QVERIFY(!says(open.page, u"bob@example.com"_s)); // the form stands in the row's place
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(open.page, u"Reason"_s));
        QVERIFY(type(open.page, u"Reason"_s, u"why"_s));
        QVERIFY(open.page->hasUnsavedChanges());
        QVERIFY(press(open.page, u"Begin"_s));
        QVERIFY(says(open.page, u"too short"_s));
        QCOMPARE(open.stage.line(), QByteArray());
        QVERIFY(type(open.page, u"Reason"_s, u"They asked for help"_s));
        QVERIFY(press(open.page, u"Begin"_s));
        QCOMPARE(open.stage.line(), QByteArray("POST /v1/organisation/accounts/u2/session"));
        QVERIFY(open.stage.asked().body.contains("They asked for help"));
        QVERIFY(!named<QAbstractButton>(open.page, u"Begin"_s)->isEnabled());
        QVERIFY(!named<QAbstractButton>(open.page, u"Act in the account of Eve…"_s)->isEnabled());
        open.stage.answer<api::SignInAsParent>({.token = Secret(u"lks_2"_s),
                                                .user = child().user,
                                                .session = Stage::session(u"s9"_s)});
        QVERIFY(!named<QLineEdit>(open.page, u"Reason"_s));
        QVERIFY(!open.page->hasUnsavedChanges());
        QCOMPARE(open.stage.accounts.ids().size(), 2);
    }

    void aRefusalStandsWithTheReason()
    {
        Open open({child()});
        QVERIFY(open.act(u"They asked for help"_s));
        open.stage.refuse(Error::of(Kind::Forbidden, u"higherRole"_s));
        QCOMPARE(named<QLineEdit>(open.page, u"Reason"_s)->text(), u"They asked for help"_s);
        QVERIFY(named<QAbstractButton>(open.page, u"Begin"_s)->isEnabled());
        QCOMPARE(open.stage.accounts.ids().size(), 1);
    }

    void whoHasLeftIsNoLongerThere()
    {
        Open open({child(), child(u"u3"_s, u"Eve"_s)});
        QVERIFY(open.act(u"They asked for help"_s));
        open.stage.refuse(Error::of(Kind::NotFound, u"childUnknown"_s));
        QVERIFY(says(open.page, u"it has left you"_s));
        open.answer({child(u"u3"_s, u"Eve"_s)}, {});
        QVERIFY(!says(open.page, u"bob@example.com"_s));
        QVERIFY(named<QAbstractButton>(open.page, u"Act in the account of Eve…"_s)->isEnabled());
    }

    void whoDoesNotActAfterAllIsBackAtTheButton()
    {
        Open open({child()});
        press(open.page, Open::actInBobs);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!named<QLineEdit>(open.page, u"Reason"_s));
        QCOMPARE(QApplication::focusWidget(), named<QAbstractButton>(open.page, Open::actInBobs));
    }

    void whatBeginsCanNotBeLeft()
    {
        Open open({child()});
        QVERIFY(open.act(u"They asked for help"_s));
        QVERIFY(!named<QAbstractButton>(open.page, u"Cancel"_s)->isEnabled());
        QTest::keyClick(named<QLineEdit>(open.page, u"Reason"_s), Qt::Key_Escape);
        QCOMPARE(named<QLineEdit>(open.page, u"Reason"_s)->text(), u"They asked for help"_s);
        open.stage.refuse(Error::of(Kind::Forbidden, u"higherRole"_s));
        QTest::keyClick(named<QLineEdit>(open.page, u"Reason"_s), Qt::Key_Escape);
        QVERIFY(!named<QLineEdit>(open.page, u"Reason"_s));
    }

    void saysWhoMadeTheAccount()
    {
        Open open({}, byMary());
        QVERIFY(says(open.page, u"Who made your account"_s));
        QVERIFY(says(open.page, u"Mary made it for you."_s));
        QVERIFY(says(open.page, u"You have made no account for anybody."_s));
        QVERIFY(!says(open.page, u"No accounts for others"_s));
    }

    void asksBeforeItLeaves()
    {
        Open open({}, byMary());
        QVERIFY(press(open.page, u"Leave Mary…"_s));
        QVERIFY(says(open.page, u"From then on Mary neither sees your account"_s));
        QCOMPARE(QApplication::focusWidget(), named<QAbstractButton>(open.page, u"Cancel"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!says(open.page, u"From then on Mary"_s));
        QCOMPARE(open.stage.line(), QByteArray());
        QVERIFY(press(open.page, u"Leave Mary…"_s));
        QVERIFY(press(open.page, u"Leave the organisation"_s));
        QCOMPARE(open.stage.line(), QByteArray("DELETE /v1/organisation"));
        QVERIFY(!named<QAbstractButton>(open.page, u"Leave Mary…"_s)->isEnabled());
        open.stage.answer<api::LeaveOrganisation>({});
        QVERIFY(!says(open.page, u"Who made your account"_s));
        QVERIFY(says(open.page, u"No accounts for others"_s));
        QCOMPARE(open.stage.toast.text(), u"Your account is yours alone now."_s);
    }

    void aRefusedLeaveIsToldInPlace()
    {
        Open open({}, byMary());
        press(open.page, u"Leave Mary…"_s);
        press(open.page, u"Leave the organisation"_s);
        open.stage.refuse(Error::of(Kind::Server, u"internal"_s));
        QVERIFY(says(open.page, u"The server failed at this."_s));
        QVERIFY(says(open.page, u"Mary made it for you."_s));
        QVERIFY(press(open.page, u"Leave Mary…"_s));
        QVERIFY(!says(open.page, u"The server failed at this."_s));
    }

    void whatHappensElsewhereIsShown()
    {
        Open open({child()});
        open.stage.happen(
            {.id = api::EventId(u"e1"_s), .kind = api::EventKind::OrganisationChanged});
        open.answer({child(u"u3"_s, u"Eve"_s)}, byMary());
        QVERIFY(!says(open.page, u"bob@example.com"_s));
        QVERIFY(says(open.page, u"eve@example.com"_s));
        QVERIFY(says(open.page, u"Mary made it for you."_s));
    }

    void aFailedLoadIsToldAndTriedAgain()
    {
        PageStage stage;
        account::Account &account = stage.open(stage.sample());
        const QWidget *page = organisationPage(stage, account);
        QTRY_VERIFY(says(page, u"Loading the organisation…"_s));
        stage.refuse(Error::of(Kind::Forbidden, u"no"_s));
        QVERIFY(says(page, u"The organisation could not be loaded"_s));
        QVERIFY(press(page, u"Try again"_s));
        stage.answer<api::ListChildAccounts>({.accounts = {child()}});
        stage.answer<api::ShowOrganisation>({});
        QVERIFY(says(page, u"bob@example.com"_s));
    }

    /// Wingspan tells nobody why somebody acts in an account, and says nothing of mail.
    void whatTheServerDoesNotSayIsNotPromised()
    {
        PageStage stage;
        account::Account &account = enterBy(stage, u"wingspan"_s);
        say(stage, 200, adaOfWingspan);
        const QWidget *page = organisationPage(stage, account);
        QCOMPARE(stage.line(), QByteArray("GET /users/organization/user"));
        say(stage, 200, "[" + adaOfWingspan + "]");
        QVERIFY(press(page, u"Make an account"_s));
        QVERIFY(says(page, u"You can't take that back here."_s));
        QVERIFY(!says(page, u"They get a mail"_s));
        press(page, u"Cancel"_s);
        QVERIFY(press(page, u"Act in the account of Ada…"_s));
        QVERIFY(says(page, u"you see what Ada sees"_s));
        QVERIFY(!says(page, u"mail"_s));
        QVERIFY(!named<QLineEdit>(page, u"Reason"_s));
        QVERIFY(named<QAbstractButton>(page, u"Begin"_s)->hasFocus());
        QVERIFY(press(page, u"Begin"_s));
        QCOMPARE(stage.line(), QByteArray("GET /users/organization/user/usr_1/session"));
        QVERIFY(!named<QAbstractButton>(page, u"Begin"_s)->isEnabled());
        QVERIFY(!named<QAbstractButton>(page, u"Cancel"_s)->hasFocus());
    }

    void offlineNothingCanBeDone()
    {
        Open open({child()}, byMary());
        open.account.lost(Error::of(Kind::Network, u"offline"_s));
        settle();
        QVERIFY(says(open.page, u"bob@example.com"_s));
        for (const QString &act :
             {u"Make an account"_s, Open::inheritanceOfBob, Open::actInBobs, u"Leave Mary…"_s})
            QVERIFY(!named<QAbstractButton>(open.page, act)->isEnabled());
    }
};

LATCHKEY_TEST(OrganisationPageTest)
#include "tst_organisation.moc"
