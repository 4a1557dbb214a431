#include "account/purse.h"
#include "stage.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using Kind = Error::Kind;
using api::Tier;

/// Somebody else's credits and plan, in an administrator's hands.
class PurseTest : public QObject
{
    Q_OBJECT

    static api::Plan plan(Tier tier) { return {.tier = tier, .meters = api::metersOf(tier)}; }
    static api::CreditEntry entry(Stage &stage, qint64 amount, qint64 balance)
    {
        return {.id = api::CreditEntryId(u"c1"_s),
                .amount = amount,
                .balance = balance,
                .cause = u"For the good work"_s,
                .by = api::UserId(u"u1"_s),
                .byName = u"Ada"_s,
                .at = stage.clock.now()};
    }
    static void looked(Stage &stage, Purse &purse)
    {
        purse.look(api::UserId(u"u2"_s));
        stage.answer<api::ShowAccountCredits>({.balance = 5, .plan = plan(Tier::Free)});
    }

private Q_SLOTS:
    void onlyForAdministrators()
    {
        Stage stage;
        Account &account = stage.signIn();
        QVERIFY(!Purse::isOffered(account));
        api::User me = Stage::user(u"Ada"_s, 2);
        me.role = api::Role::Admin;
        account.learn(me);
        QVERIFY(Purse::isOffered(account));
    }

    void showsWhatOneHas()
    {
        Stage stage;
        Purse purse(stage.signIn());
        purse.look(api::UserId(u"u2"_s));
        QVERIFY(purse.isLooking() && !purse.held());
        QCOMPARE(stage.line(), QByteArray("GET /v1/accounts/u2/credits"));
        stage.answer<api::ShowAccountCredits>({.balance = 5, .plan = plan(Tier::Free)});
        QVERIFY(!purse.isLooking());
        QCOMPARE(purse.held()->balance, 5);
        QCOMPARE(purse.held()->plan.tier, Tier::Free);
        purse.look({});
        QVERIFY(!purse.held() && !purse.isLooking());
        QCOMPARE(stage.line(), QByteArray());
    }

    void theLastOneThatIsLookedAtCounts()
    {
        Stage stage;
        Purse purse(stage.signIn());
        purse.look(api::UserId(u"u2"_s));
        settle();
        purse.look(api::UserId(u"u3"_s));
        QCOMPARE(stage.line(), QByteArray("GET /v1/accounts/u3/credits"));
        stage.refuse(Error::of(Kind::NotFound, u"userUnknown"_s));
        QVERIFY(!purse.held() && purse.lookError());
    }

    /// By a key, so that what was done once is done once.
    void givesAndTakesAway()
    {
        Stage stage;
        Purse purse(stage.signIn());
        looked(stage, purse);
        purse.adjust(-2, u"For the good work"_s);
        QVERIFY(purse.isChanging());
        QCOMPARE(stage.line(), QByteArray("POST /v1/accounts/u2/credits"));
        QVERIFY(!stage.asked().headers.value("Idempotency-Key").isEmpty());
        QVERIFY(stage.asked().body.contains("\"amount\":-2"));
        stage.answer<api::AdjustCredits>(entry(stage, -2, 3));
        QVERIFY(!purse.isChanging());
        QCOMPARE(purse.held()->balance, 3);
        purse.adjust(7, u"For the good work"_s);
        stage.refuse(Error::of(Kind::Conflict, u"creditsTooMany"_s));
        QVERIFY(!purse.isChanging());
        QCOMPARE(purse.held()->balance, 3);
    }

    void whereNoAnswerCameItIsLookedAtWhatWasDone()
    {
        Stage stage;
        Purse purse(stage.signIn());
        looked(stage, purse);
        purse.adjust(4, u"For the good work"_s);
        stage.breakOff();
        QVERIFY(!purse.isChanging() && purse.isLooking());
        QCOMPARE(stage.line(), QByteArray("GET /v1/accounts/u2/credits"));
        stage.answer<api::ShowAccountCredits>({.balance = 9, .plan = plan(Tier::Free)});
        QCOMPARE(purse.held()->balance, 9);
    }

    void setsThePlan()
    {
        Stage stage;
        Purse purse(stage.signIn());
        looked(stage, purse);
        purse.setPlan(Tier::Partner);
        QCOMPARE(stage.line(), QByteArray("PUT /v1/accounts/u2/plan"));
        stage.answer<api::SetPlan>(plan(Tier::Partner));
        QCOMPARE(purse.held()->plan, plan(Tier::Partner));
    }

    void whatBecameOfAnothersIsNotThisOnes()
    {
        Stage stage;
        Purse purse(stage.signIn());
        looked(stage, purse);
        purse.adjust(4, u"For the good work"_s);
        settle();
        purse.look(api::UserId(u"u3"_s));
        QVERIFY(!purse.isChanging());
        stage.answer<api::AdjustCredits>(entry(stage, 4, 9));
        stage.answer<api::ShowAccountCredits>({.balance = 1, .plan = plan(Tier::Paid)});
        QCOMPARE(purse.held()->balance, 1);
    }
};

LATCHKEY_TEST(PurseTest)
#include "tst_purse.moc"
