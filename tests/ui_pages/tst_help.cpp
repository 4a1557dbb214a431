#include "account/account.h"
#include "help/helppage.h"
#include "pagestage.h"
#include "support/testrunner.h"

#include <QPushButton>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using Kind = Error::Kind;
using api::ResetState;

namespace {

struct Open
{
    Open()
        : account(stage.open(stage.sample()))
        , page(stage.show(new HelpPage(account, stage.accounts.acting(), stage.clock, stage.toast)))
    {}

    api::HelpedAccount grace() const
    {
        api::HelpedAccount found{.user = Stage::user(u"Grace Hopper"_s)};
        found.user.id = api::UserId(u"u2"_s);
        found.user.email = u"grace@example.com"_s;
        found.user.createdAt = stage.ago(60min * 24 * 12);
        return found;
    }
    api::StartedReset reset(ResetState state) const
    {
        return {.state = state,
                .startedAt = stage.ago(2min),
                .expiresAt = stage.clock.now() + 24h,
                .usedAt = {}};
    }
    void promote() const
    {
        api::User me = Stage::user(u"Ada"_s, 2);
        me.role = api::Role::Admin;
        account.learn(me);
        settle();
    }
    void find(const api::HelpedAccount &found)
    {
        type(page, u"E-mail address of the account"_s, u"grace@example.com"_s);
        press(page, u"Find the account"_s);
        stage.answer<api::FindAccount>(found);
    }

    PageStage stage;
    account::Account &account;
    HelpPage *page;
};

} // namespace

class HelpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAnAccountByKeysAlone()
    {
        Open open;
        QVERIFY(says(open.page, u"Who needs help?"_s));
        QVERIFY(says(open.page, u"Nobody learns the password"_s));
        auto *line = named<QLineEdit>(open.page, u"E-mail address of the account"_s);
        QTest::keyClicks(line, u"grace@example.com"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(open.stage.asked().body.contains("grace@example.com"));
        open.stage.answer<api::FindAccount>(open.grace());
        QVERIFY(says(open.page, u"Grace Hopper"_s));
        QVERIFY(says(open.page, u"grace@example.com (not verified)"_s));
        QVERIFY(says(open.page, u"12 day"_s));
        QVERIFY(says(open.page, u"Not locked."_s));
        QVERIFY(says(open.page, u"As of: just now"_s));
        QVERIFY(!named<QAbstractButton>(open.page, u"Lift the lock"_s));
        QVERIFY(says(open.page, u"Nobody has sent this account a code yet."_s));
        QVERIFY(!says(open.page, u"Who needs help?"_s));
    }

    void whoWasFoundIsNotSeenOnceTheSessionIsOver()
    {
        Open open;
        open.find(open.grace());
        QVERIFY(says(open.page, u"grace@example.com"_s));
        open.account.close(account::AccountState::Reason::ByPerson);
        settle();
        QVERIFY(!says(open.page, u"grace@example.com"_s));
        QVERIFY(says(open.page, u"You are signed out"_s));
    }

    void saysThatNobodyHasTheAddressAndWhatIsMissing()
    {
        Open open;
        QVERIFY(press(open.page, u"Find the account"_s));
        QVERIFY(says(open.page, u"Please fill this in."_s));
        type(open.page, u"E-mail address of the account"_s, u"nobody@example.com"_s);
        QVERIFY(press(open.page, u"Find the account"_s));
        open.stage.refuse(Error::of(Kind::NotFound, u"userUnknown"_s));
        QVERIFY(says(open.page, u"No account signs in with nobody@example.com"_s));
        QCOMPARE(named<QLineEdit>(open.page, u"E-mail address of the account"_s)->text(),
                 u"nobody@example.com"_s);
    }

    void aLockCountsDownAndIsLifted()
    {
        Open open;
        api::HelpedAccount found = open.grace();
        found.lock = api::Lock{.failures = 7, .until = open.stage.clock.now() + 43s};
        open.find(found);
        QVERIFY(says(open.page, u"Locked after 7 failure(s), for 43 second(s) more."_s) ||
                says(open.page, u"Locked after 7 failures, for 43 seconds more."_s));
        open.stage.clock.advance(3s);
        QTRY_VERIFY(says(open.page, u"40 second"_s));
        QVERIFY(press(open.page, u"Lift the lock"_s));
        open.stage.refuse(Error::of(Kind::Forbidden, u"notAllowed"_s));
        QVERIFY(says(open.page, u"not allowed"_s));
        QVERIFY(press(open.page, u"Lift the lock"_s));
        QVERIFY(!says(open.page, u"not allowed"_s));
        open.stage.answer<api::LiftLock>({});
        QVERIFY(says(open.page, u"Not locked."_s));
        QCOMPARE(open.stage.toast.text(), u"The lock is lifted."_s);
    }

    void aKeyThatIsPressedTwiceMeansNothingElse()
    {
        Open open;
        open.promote();
        api::HelpedAccount found = open.grace();
        found.lock = api::Lock{.failures = 7, .until = open.stage.clock.now() + 43s};
        open.find(found);
        const auto pressTwice = [&open](const QString &name) {
            named<QPushButton>(open.page, name)->setFocus();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
            settle();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
            settle();
        };
        pressTwice(u"Lift the lock"_s);
        open.stage.answer<api::LiftLock>({});
        QCOMPARE(open.stage.line(), QByteArray());
        pressTwice(u"Send a reset code"_s);
        open.stage.answer<api::StartReset>(open.reset(ResetState::Sent));
        QCOMPARE(open.stage.line(), QByteArray());
        QVERIFY(!named<QLineEdit>(open.page, u"Reason"_s));
    }

    void aLockThatIsOverIsLookedAtAgain()
    {
        Open open;
        api::HelpedAccount found = open.grace();
        found.lock = api::Lock{.failures = 6, .until = open.stage.clock.now() + 2s};
        open.find(found);
        open.stage.clock.advance(2s);
        QTRY_COMPARE(open.stage.line(), QByteArray("POST /v1/accounts/find"));
        open.stage.answer<api::FindAccount>(open.grace());
        QVERIFY(says(open.page, u"Not locked."_s));
    }

    void aLockIsLiftedThoughTheClocksDiffer()
    {
        Open open;
        api::HelpedAccount found = open.grace();
        found.lock = api::Lock{.failures = 6, .until = open.stage.clock.now() - 1h};
        open.find(found);
        // What is over by this clock is looked at again, once.
        QTRY_COMPARE(open.stage.line(), QByteArray("POST /v1/accounts/find"));
        open.stage.answer<api::FindAccount>(found);
        QCOMPARE(open.stage.line(), QByteArray());
        QVERIFY(says(open.page, u"Locked after 6 failure"_s));
        QVERIFY(press(open.page, u"Lift the lock"_s));
    }

    void aCodeIsSentAndWatched()
    {
        Open open;
        open.find(open.grace());
        QVERIFY(says(open.page, u"Nobody else learns that password"_s));
        QVERIFY(press(open.page, u"Send a reset code"_s));
        QVERIFY(!named<QAbstractButton>(open.page, u"Send a reset code"_s)->isEnabled());
        open.stage.answer<api::StartReset>(open.reset(ResetState::Waiting));
        QCOMPARE(open.stage.toast.text(), u"grace@example.com gets a mail with a code."_s);
        QVERIFY(says(open.page, u"is about to leave"_s));
        open.stage.alarm.advance(3s);
        api::HelpedAccount found = open.grace();
        found.reset = open.reset(ResetState::Sent);
        open.stage.answer<api::FindAccount>(found);
        QVERIFY(says(open.page, u"was sent"_s));
        QVERIFY(named<QAbstractButton>(open.page, u"Send another reset code"_s));
    }

    void everyStateOfAResetHasItsWords_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("words");
        QTest::newRow("not sent") << int(ResetState::NotSent) << u"could not be sent"_s;
        QTest::newRow("used") << int(ResetState::Used) << u"there is a new password"_s;
        QTest::newRow("expired") << int(ResetState::Expired) << u"not used in time"_s;
    }

    void everyStateOfAResetHasItsWords()
    {
        QFETCH(const int, state);
        QFETCH(const QString, words);
        Open open;
        api::HelpedAccount found = open.grace();
        found.reset = open.reset(static_cast<ResetState>(state));
        open.find(found);
        QVERIFY(says(open.page, words));
        QVERIFY(named<QAbstractButton>(open.page, u"Send a reset code"_s));
    }

    void whatIsRefusedIsToldWhereItWasAsked()
    {
        Open open;
        open.find(open.grace());
        QVERIFY(press(open.page, u"Send a reset code"_s));
        open.stage.refuse(Error::of(Kind::Conflict, u"noMail"_s));
        QVERIFY(says(open.page, u"This server sends no mail"_s));
        QVERIFY(named<QAbstractButton>(open.page, u"Send a reset code"_s)->isEnabled());
    }

    void patienceIsCountedUntilItIsNoLongerNeeded()
    {
        Open open;
        open.find(open.grace());
        QVERIFY(press(open.page, u"Send a reset code"_s));
        Error early = Error::of(Kind::RateLimited, u"codeTooSoon"_s);
        early.status = 429;
        early.retryAfter = 50s;
        open.stage.refuse(early);
        QVERIFY(says(open.page, u"in 50 second"_s));
        QVERIFY(!named<QAbstractButton>(open.page, u"Send a reset code"_s)->isEnabled());
        open.stage.clock.advance(20s);
        QTRY_VERIFY(says(open.page, u"in 30 second"_s));
        open.stage.clock.advance(30s);
        QTRY_VERIFY(named<QAbstractButton>(open.page, u"Send a reset code"_s)->isEnabled());
        QVERIFY(!says(open.page, u"Another code can be sent"_s));
    }

    void offlineNothingCanBeDone()
    {
        Open open;
        api::HelpedAccount found = open.grace();
        found.lock = api::Lock{.failures = 7, .until = open.stage.clock.now() + 43s};
        open.find(found);
        open.account.lost(Error::of(Kind::Network, u"offline"_s));
        settle();
        QVERIFY(!named<QAbstractButton>(open.page, u"Lift the lock"_s)->isEnabled());
        QVERIFY(!named<QAbstractButton>(open.page, u"Send a reset code"_s)->isEnabled());
        QVERIFY(says(open.page, u"Grace Hopper"_s));
    }

    void onlyAnAdministratorActsOnBehalfAndOfNoOther()
    {
        Open open;
        open.find(open.grace());
        QVERIFY(!says(open.page, u"Act on behalf"_s));
        open.promote();
        QVERIFY(says(open.page, u"Act on behalf"_s));
        QVERIFY(says(open.page, u"They get a mail with your name"_s));
        api::HelpedAccount other = open.grace();
        other.user.role = api::Role::Admin;
        open.find(other);
        QVERIFY(!says(open.page, u"Act on behalf"_s));
    }

    void itTakesAReasonToActOnBehalf()
    {
        Open open;
        open.promote();
        open.find(open.grace());
        QVERIFY(!named<QLineEdit>(open.page, u"Reason"_s));
        QVERIFY(press(open.page, u"Act on behalf of Grace Hopper…"_s));
        QVERIFY(says(open.page, u"At least 10 character"_s));
        QVERIFY(type(open.page, u"Reason"_s, u"why"_s));
        QVERIFY(says(open.page, u"7 more character"_s));
        QVERIFY(press(open.page, u"Begin"_s));
        QVERIFY(says(open.page, u"too short"_s));
        QCOMPARE(open.stage.line(), QByteArray());
        QVERIFY(type(open.page, u"Reason"_s, u"Ticket 4711, as asked"_s));
        QVERIFY(!says(open.page, u"too short"_s));
        QVERIFY(press(open.page, u"Begin"_s));
        QCOMPARE(open.stage.line(), QByteArray("POST /v1/session/on-behalf"));
        QVERIFY(open.stage.asked().body.contains("Ticket 4711, as asked"));
        QVERIFY(!named<QAbstractButton>(open.page, u"Begin"_s)->isEnabled());
        open.stage.refuse(Error::of(Kind::Forbidden, u"isAdmin"_s));
        QVERIFY(says(open.page, u"Nobody can act on behalf of an administrator."_s));
        QCOMPARE(named<QLineEdit>(open.page, u"Reason"_s)->text(), u"Ticket 4711, as asked"_s);
        QVERIFY(press(open.page, u"Begin"_s));
        open.stage.answer<api::SignInOnBehalf>({.token = Secret(u"lks_2"_s),
                                                .user = open.grace().user,
                                                .session = Stage::session(u"s9"_s)});
        QVERIFY(!named<QLineEdit>(open.page, u"Reason"_s));
        QCOMPARE(open.stage.accounts.ids().size(), 2);
    }

    void whoDoesNotActAfterAllIsBackAtTheButton()
    {
        Open open;
        open.promote();
        open.find(open.grace());
        QVERIFY(press(open.page, u"Act on behalf of Grace Hopper…"_s));
        auto *line = named<QLineEdit>(open.page, u"Reason"_s);
        QCOMPARE(QApplication::focusWidget(), line);
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(!named<QLineEdit>(open.page, u"Reason"_s));
        QCOMPARE(QApplication::focusWidget(),
                 named<QAbstractButton>(open.page, u"Act on behalf of Grace Hopper…"_s));
    }

    void aLookEndsWithThePage()
    {
        Open open;
        type(open.page, u"E-mail address of the account"_s, u"grace@example.com"_s);
        QVERIFY(press(open.page, u"Find the account"_s));
        QCOMPARE(open.stage.line(), QByteArray("POST /v1/accounts/find"));
        delete open.page;
        QCOMPARE(open.stage.line(), QByteArray());
    }

    void aResetGoesOnWhenThePageIsGone()
    {
        Open open;
        open.find(open.grace());
        QVERIFY(press(open.page, u"Send a reset code"_s));
        delete open.page;
        open.stage.answer<api::StartReset>(open.reset(ResetState::Waiting));
        QCOMPARE(open.stage.toast.text(), u"grace@example.com gets a mail with a code."_s);
    }
};

LATCHKEY_TEST(HelpTest)
#include "tst_help.moc"
