#include "account/helping.h"
#include "stage.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using api::ResetState;

/// Somebody else's account: found, watched, and let in again.
class HelpingTest : public QObject
{
    Q_OBJECT

    static api::HelpedAccount grace(Stage &stage)
    {
        api::HelpedAccount account{.user = Stage::user(u"Grace"_s)};
        account.user.id = api::UserId(u"u2"_s);
        account.user.email = u"grace@example.com"_s;
        account.lock = api::Lock{.failures = 7, .until = stage.clock.now() + 43s};
        return account;
    }
    static api::StartedReset reset(Stage &stage, ResetState state)
    {
        return {.state = state,
                .startedAt = stage.clock.now(),
                .expiresAt = stage.clock.now() + 24h,
                .usedAt = {}};
    }
    static void found(Stage &stage, Helping &helping, const api::HelpedAccount &account)
    {
        helping.find(u" grace@example.com "_s);
        stage.answer<api::FindAccount>(account);
    }

private Q_SLOTS:
    void onlyForThoseWhoHelp()
    {
        Stage stage;
        Account &account = stage.signIn();
        QVERIFY(!Helping::isOffered(account));
        api::User me = Stage::user(u"Ada"_s, 2);
        me.role = api::Role::Support;
        account.learn(me);
        QVERIFY(Helping::isOffered(account));
        me.role = api::Role::User;
        me.version = 3;
        account.learn(me);
        QVERIFY(!Helping::isOffered(account));
    }

    void findsAndSaysWhenNobodyIsThere()
    {
        Stage stage;
        Helping helping(stage.signIn());
        helping.find(u"  "_s);
        QCOMPARE(helping.lookError()->field, u"email"_s);
        QCOMPARE(stage.line(), QByteArray());
        found(stage, helping, grace(stage));
        QCOMPARE(helping.found()->user.name, u"Grace"_s);
        QCOMPARE(helping.found()->lock->failures, 7);
        helping.find(u"nobody@example.com"_s);
        QVERIFY(!helping.found() && helping.isLooking());
        stage.refuse(Error::of(Kind::NotFound, u"userUnknown"_s));
        QVERIFY(helping.isNobody() && !helping.isLooking());
    }

    void theLastQuestionCounts()
    {
        Stage stage;
        Helping helping(stage.signIn());
        helping.find(u"first@example.com"_s);
        settle();
        found(stage, helping, grace(stage));
        QCOMPARE(helping.found()->user.email, u"grace@example.com"_s);
        QVERIFY(!helping.isLooking());
    }

    void aFailedLookKeepsWhatIsKnown()
    {
        Stage stage;
        Helping helping(stage.signIn());
        found(stage, helping, grace(stage));
        helping.lookAgain();
        stage.breakOff();
        QVERIFY(helping.found() && helping.lookError() && !helping.isLooking());
        helping.lookAgain();
        stage.refuse(Error::of(Kind::Forbidden, u"notAllowed"_s));
        QVERIFY(!helping.found());
    }

    void looksByItselfWhileItIsWatched()
    {
        Stage stage;
        Helping helping(stage.signIn());
        helping.setWatching(true);
        api::HelpedAccount account = grace(stage);
        account.lock.reset();
        found(stage, helping, account);
        stage.clock.advance(15s);
        stage.alarm.advance(15s);
        stage.answer<api::FindAccount>(grace(stage));
        QCOMPARE(helping.found()->lock->failures, 7);
        QCOMPARE(helping.foundAt(), stage.clock.now());
        helping.liftLock();
        stage.answer<api::LiftLock>({});
        stage.alarm.advance(15s);
        stage.answer<api::FindAccount>(grace(stage));
        QVERIFY(helping.found()->lock);
        helping.setWatching(false);
        stage.alarm.advance(1h);
        QCOMPARE(stage.line(), QByteArray());
    }

    void looksMoreOftenWhileAMailIsAboutToLeave()
    {
        Stage stage;
        Helping helping(stage.signIn());
        helping.setWatching(true);
        found(stage, helping, grace(stage));
        QVERIFY(stage.line().isEmpty());
        helping.startReset();
        QVERIFY(helping.isSending());
        QCOMPARE(stage.line(), QByteArray("POST /v1/accounts/u2/reset"));
        stage.answer<api::StartReset>(reset(stage, ResetState::Waiting));
        QVERIFY(!helping.isSending());
        QCOMPARE(helping.found()->reset->state, ResetState::Waiting);
        stage.alarm.advance(3s);
        QCOMPARE(stage.line(), QByteArray("POST /v1/accounts/find"));
        api::HelpedAccount account = grace(stage);
        account.reset = reset(stage, ResetState::Sent);
        stage.answer<api::FindAccount>(account);
        stage.alarm.advance(3s);
        QCOMPARE(stage.line(), QByteArray());
        stage.alarm.advance(12s);
        account.reset->state = ResetState::Used;
        stage.answer<api::FindAccount>(account);
        QCOMPARE(helping.found()->reset->state, ResetState::Used);
        stage.alarm.advance(3s);
        QCOMPARE(stage.line(), QByteArray());
    }

    void doesNotKeepASessionAliveForEver()
    {
        Stage stage;
        Helping helping(stage.signIn());
        helping.setWatching(true);
        api::HelpedAccount account = grace(stage);
        account.reset = reset(stage, ResetState::Sent);
        found(stage, helping, account);
        stage.clock.advance(11min);
        stage.alarm.advance(15s);
        stage.answer<api::FindAccount>(account);
        stage.alarm.advance(1h);
        QCOMPARE(stage.line(), QByteArray());
        helping.lookAgain();
        stage.answer<api::FindAccount>(account);
        helping.setWatching(false);
        stage.alarm.advance(15s);
        QCOMPARE(stage.line(), QByteArray());
    }

    void aLockIsLifted()
    {
        Stage stage;
        Helping helping(stage.signIn());
        found(stage, helping, grace(stage));
        std::optional<Error> why;
        helping.liftLock().then(this, [&](const Result<Nothing> &result) {
            why = result ? std::nullopt : std::optional(result.error());
        });
        QVERIFY(helping.isLifting());
        stage.refuse(Error::of(Kind::Forbidden, u"notAllowed"_s));
        QVERIFY(why && helping.found()->lock && !helping.isLifting());
        helping.liftLock();
        QCOMPARE(stage.line(), QByteArray("DELETE /v1/accounts/u2/lock"));
        stage.answer<api::LiftLock>({});
        QVERIFY(!helping.found()->lock);
    }
};

LATCHKEY_TEST(HelpingTest)
#include "tst_helping.moc"
