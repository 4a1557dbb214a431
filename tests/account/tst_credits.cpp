#include "account/creditstore.h"
#include "stage.h"
#include "support/testrunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using Kind = Error::Kind;

namespace {

api::CreditEntry entry(const QString &id, qint64 balance)
{
    return {
        .id = api::CreditEntryId(id), .amount = 1, .balance = balance, .by = api::UserId(u"u2"_s)};
}

api::Plan plan(api::Tier tier)
{
    return {.tier = tier, .meters = api::metersOf(tier)};
}

api::Event told(api::EventKind kind)
{
    return {.id = api::EventId(u"e1"_s), .kind = kind};
}

struct Open
{
    Stage stage;
    Account &account = stage.signIn();
    CreditStore &store = *stage.accounts.credits(account.id());

    void answerLoad(const api::CreditPage &page, qint64 balance = 5,
                    api::Tier tier = api::Tier::Free)
    {
        stage.answer<api::ShowCredits>({.balance = balance});
        stage.answer<api::ShowPlan>(plan(tier));
        stage.answer<api::ListCreditEntries>(page);
    }
    QStringList ids() const
    {
        QStringList all;
        for (const api::CreditEntry &one : store.entries())
            all << one.id.text();
        return all;
    }
};

} // namespace

/// Credits and the plan, as the pages find them.
class CreditStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLoadedUntilSomebodyWantsIt()
    {
        Open one;
        one.stage.happen(told(api::EventKind::CreditsChanged));
        QCOMPARE(one.stage.line(), QByteArray());
        int ends = 0;
        for (int i = 0; i < 2; ++i)
            one.store.load().then(this, [&](const auto &result) { ends += result.has_value(); });
        QVERIFY(one.store.isLoading());
        QCOMPARE(one.stage.line(), QByteArray("GET /v1/credits"));
        one.answerLoad({.entries = {entry(u"c1"_s, 5)}, .next = {}});
        QCOMPARE(one.stage.line(), QByteArray());
        QVERIFY(ends == 2 && one.store.isLoaded() && !one.store.isLoading());
        QCOMPARE(one.store.balance(), 5);
        QCOMPARE(one.store.plan(), plan(api::Tier::Free));
        QCOMPARE(one.ids(), QStringList{u"c1"_s});
        QVERIFY(!one.store.hasOlderEntries());
    }

    void whatIsDoneElsewhereIsHeardOf()
    {
        Open one;
        one.store.load();
        one.answerLoad({});
        for (const auto kind : {api::EventKind::CreditsChanged, api::EventKind::ProfileChanged}) {
            one.stage.happen(told(kind));
            QVERIFY(one.store.isLoading());
            one.answerLoad({}, 7);
            QVERIFY(!one.store.isLoading());
        }
        QCOMPARE(one.store.balance(), 7);
        one.stage.happen(told(api::EventKind::GrantsChanged));
        QCOMPARE(one.stage.line(), QByteArray());
    }

    void aChangeDuringALoadIsAskedForAgain()
    {
        Open one;
        one.store.load();
        one.stage.answer<api::ShowCredits>({.balance = 5});
        one.stage.happen(told(api::EventKind::CreditsChanged));
        one.stage.answer<api::ShowPlan>(plan(api::Tier::Free));
        one.stage.answer<api::ListCreditEntries>({});
        QVERIFY(one.store.isLoading());
        one.answerLoad({}, 6);
        QVERIFY(!one.store.isLoading());
        QCOMPARE(one.store.balance(), 6);
    }

    void olderOnesComeWhenTheyAreWanted()
    {
        Open one;
        one.store.loadOlder();
        QCOMPARE(one.stage.line(), QByteArray());
        one.store.load();
        one.answerLoad({.entries = {entry(u"c4"_s, 4), entry(u"c3"_s, 3)}, .next = u"c3"_s});
        QVERIFY(one.store.hasOlderEntries());
        one.store.loadOlder();
        one.store.loadOlder();
        QVERIFY(one.store.isLoadingOlder());
        QVERIFY(one.stage.asked().query.contains("after=c3"));
        one.stage.answer<api::ListCreditEntries>(
            {.entries = {entry(u"c2"_s, 2), entry(u"c1"_s, 1)}, .next = {}});
        QCOMPARE(one.stage.line(), QByteArray());
        QCOMPARE(one.ids(), (QStringList{u"c4"_s, u"c3"_s, u"c2"_s, u"c1"_s}));
        QVERIFY(!one.store.hasOlderEntries() && !one.store.isLoadingOlder());
    }

    void newerOnesComeBeforeWhatIsKnown()
    {
        Open one;
        one.store.load();
        one.answerLoad({.entries = {entry(u"c2"_s, 2)}, .next = u"c2"_s});
        one.store.loadOlder();
        one.stage.answer<api::ListCreditEntries>({.entries = {entry(u"c1"_s, 1)}, .next = {}});
        one.store.load();
        one.answerLoad({.entries = {entry(u"c4"_s, 4), entry(u"c3"_s, 3), entry(u"c2"_s, 2)},
                        .next = u"c2"_s});
        QCOMPARE(one.ids(), (QStringList{u"c4"_s, u"c3"_s, u"c2"_s, u"c1"_s}));
        QVERIFY(!one.store.hasOlderEntries());
        // So much is new that what was known does not follow it: it is left out.
        one.store.load();
        one.answerLoad({.entries = {entry(u"c9"_s, 9), entry(u"c8"_s, 8)}, .next = u"c8"_s});
        QCOMPARE(one.ids(), (QStringList{u"c9"_s, u"c8"_s}));
        QVERIFY(one.store.hasOlderEntries());
    }

    void aFailedLoadKeepsWhatWasKnown()
    {
        Open one;
        one.store.load();
        one.answerLoad({.entries = {entry(u"c1"_s, 5)}, .next = u"c1"_s});
        one.store.load();
        one.stage.refuse(Error::of(Kind::Forbidden, u"no"_s));
        QVERIFY(one.store.lastError() && !one.store.isLoading() && one.store.isLoaded());
        QCOMPARE(one.store.balance(), 5);
        const QSignalSpy failed(&one.store, &CreditStore::olderFailed);
        one.store.loadOlder();
        one.stage.refuse(Error::of(Kind::Forbidden, u"no"_s));
        QCOMPARE(failed.size(), 1);
        QVERIFY(one.store.hasOlderEntries());
    }

    void upgradesForGood()
    {
        Open one;
        one.store.load();
        one.answerLoad({});
        QVERIFY(one.store.canUpgrade());
        one.store.upgrade(api::upgradeTier);
        QVERIFY(one.store.isUpgrading());
        QCOMPARE(one.stage.line(), QByteArray("POST /v1/plan"));
        one.stage.answer<api::UpgradePlan>(plan(api::Tier::Paid));
        QVERIFY(!one.store.isUpgrading());
        QCOMPARE(one.store.plan(), plan(api::Tier::Paid));
        QVERIFY(one.store.isLoading());
    }

    void whereItIsRefusedThePlanIsLookedAtAgain()
    {
        Open one;
        one.store.load();
        one.answerLoad({});
        std::optional<Error> why;
        one.store.upgrade(api::upgradeTier).then(this, [&](const Result<api::Plan> &upgraded) {
            why = upgraded.error();
        });
        one.stage.refuse(Error::of(Kind::Conflict, u"planUpgraded"_s));
        QCOMPARE(why->code, u"planUpgraded"_s);
        one.answerLoad({}, 5, api::Tier::Partner);
        QCOMPARE(one.store.plan(), plan(api::Tier::Partner));
    }

    void asksForWhatTheServerKnows()
    {
        Stage stage;
        ServerAddress aurora = Stage::server();
        aurora.wire = {.name = u"aurora"_s, .version = 11};
        const auto flow = stage.accounts.signInFlow(aurora);
        flow->submitEmail(u"ada"_s);
        settle();
        flow->submitPassword(Secret(u"right"_s));
        const auto answer = [&stage](const QByteArray &body) {
            stage.give(
                {.status = 200, .headers = {{"Content-Type", "application/json"}}, .body = body});
        };
        answer(R"({"success":true,"accessToken":"t1"})");
        CreditStore &store = *stage.accounts.credits(flow->profile());
        QVERIFY(store.isOffered() && store.hasPlan());
        QVERIFY(!store.hasCredits() && !store.hasEntries() && !store.canUpgrade());
        while (!stage.line().isEmpty()) // it is asked who that is
            answer(R"({"success":true,"username":"ada","email":"ada@example.com"})");
        store.load();
        QCOMPARE(stage.line(), QByteArray("GET /api/v11/user/quota"));
        answer(R"({"success":true,"quotaUsed":3,"quotaMax":50,"ttsUsed":0,"ttsMax":0,
            "planName":"free"})");
        QVERIFY(store.isLoaded());
        QVERIFY(!store.balance());
        QCOMPARE(store.plan()->tier, api::Tier::Free);
        QCOMPARE(store.plan()->meters.first().used, 3);
    }
};

LATCHKEY_TEST(CreditStoreTest)

#include "tst_credits.moc"
