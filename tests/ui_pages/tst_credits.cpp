#include "../account/foreignstage.h"
#include "account/creditstore.h"
#include "credits/creditspage.h"
#include "pagestage.h"
#include "people/creditwords.h"
#include "support/testrunner.h"

#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using Kind = Error::Kind;

namespace {

/// The page, with what the server has.
struct Purse : PageStage
{
    account::Account &account = open(sample());
    account::CreditStore &store = *accounts.credits(account.id());
    CreditsPage *page = show(new CreditsPage(account, store, clock, toast));

    api::CreditEntry entry(const QString &id, qint64 amount, qint64 balance) const
    {
        return {.id = api::CreditEntryId(id),
                .amount = amount,
                .balance = balance,
                .cause = u"For the "_s + id,
                .by = api::UserId(u"u2"_s),
                .byName = u"Root"_s,
                .at = ago(5min)};
    }
    static api::Plan plan(api::Tier tier) { return {.tier = tier, .meters = api::metersOf(tier)}; }
    void load(const api::Plan &plan, const QList<api::CreditEntry> &entries = {},
              const std::optional<QString> &next = {})
    {
        answer<api::ShowCredits>({.balance = entries.value(0).balance});
        answer<api::ShowPlan>(plan);
        answer<api::ListCreditEntries>({.entries = entries, .next = next});
    }
    QPushButton *button(const QString &name) const { return named<QPushButton>(page, name); }
};

const QByteArray adaAtAurora = R"({"success":true,"username":"ada","email":"ada@example.com"})";
const QByteArray unverifiedAtAurora =
    R"({"success":true,"quotaUsed":0,"quotaMax":0,"ttsUsed":0,"ttsMax":0,"planName":"unverified"})";

} // namespace

/// What the account has and may use, as a person sees it.
class CreditsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void cleanupTestCase() { QLocale::setDefault(m_before); }

    void amountsAreExact()
    {
        QCOMPARE(creditwords::amount(0), u"0"_s);
        QCOMPARE(creditwords::amount(1), u"0.000001"_s);
        QCOMPARE(creditwords::amount(2'500'000), u"2.5"_s);
        QCOMPARE(creditwords::amount(-1'000'000), u"-1"_s);
        QCOMPARE(creditwords::amount(-10), u"-0.00001"_s);
        QCOMPARE(creditwords::amount(api::creditsAtMost), u"1,000,000,000"_s);
        QCOMPARE(creditwords::movement(1'234'567'890), u"+1,234.56789"_s);
        QCOMPARE(creditwords::movement(-500'000), u"-0.5"_s);
    }

    void amountsAreReadAsTheyAreWritten()
    {
        for (const qint64 amount :
             {qint64(0), qint64(1), qint64(-10), qint64(2'500'000), api::creditsAtMost})
            QCOMPARE(creditwords::millionths(creditwords::amount(amount)), std::optional(amount));
        QCOMPARE(creditwords::millionths(u" .5 "_s), std::optional(qint64(500'000)));
        for (const QString &typed : {u""_s, u"much"_s, u"1,00"_s, u"1e3"_s, u"0.0000001"_s,
                                     u"1.2.3"_s, u"99999999999999999"_s})
            QVERIFY2(!creditwords::millionths(typed), qPrintable(typed));
    }

    void saysWhatThereIsAndWhatBecameOfIt()
    {
        Purse ada;
        QVERIFY(ada.store.isLoading());
        ada.load(Purse::plan(api::Tier::Paid), {ada.entry(u"c2"_s, -500'000, 2'000'000),
                                                ada.entry(u"c1"_s, 2'500'000, 2'500'000)});
        QVERIFY(says(ada.page, u"2"_s));
        QVERIFY(says(ada.page, u"For the c2"_s) && says(ada.page, u"For the c1"_s));
        QVERIFY(says(ada.page, u"-0.5"_s) && says(ada.page, u"+2.5"_s));
        QVERIFY(says(ada.page, u"Balance: 2.5"_s));
        QVERIFY(says(ada.page, u"by Root"_s));
        QVERIFY(!says(ada.page, u"Nothing came"_s));
        QVERIFY(!ada.button(u"Show older entries"_s));
    }

    void showsOlderEntriesBelow()
    {
        Purse ada;
        ada.load(Purse::plan(api::Tier::Paid), {ada.entry(u"c2"_s, 1, 2)}, u"c2"_s);
        QVERIFY(press(ada.page, u"Show older entries"_s));
        QVERIFY(!ada.button(u"Show older entries"_s)->isEnabled());
        ada.answer<api::ListCreditEntries>({.entries = {ada.entry(u"c1"_s, 1, 1)}, .next = {}});
        QVERIFY(says(ada.page, u"For the c1"_s));
        QVERIFY(!ada.button(u"Show older entries"_s));
    }

    void barsSayHowMuchIsUsed()
    {
        Purse ada;
        api::Plan plan = Purse::plan(api::Tier::Free);
        plan.meters[1].used = 4; // of 5
        plan.meters[3].used = 9; // more than may be
        ada.load(plan);
        const auto *names = named<QProgressBar>(ada.page, u"Published names"_s);
        const auto *keys = named<QProgressBar>(ada.page, u"Keys"_s);
        QVERIFY(names && keys);
        QCOMPARE(names->value(), 800);
        QCOMPARE(keys->value(), 1000);
        QVERIFY(says(ada.page, u"4 of 5"_s) && says(ada.page, u"9 of 5"_s));
        QVERIFY(says(ada.page, u"0 of 100"_s));
        QVERIFY(says(ada.page, u"Nothing came"_s));
    }

    void whatHasNoLimitSaysSo()
    {
        Purse ada;
        ada.load(Purse::plan(api::Tier::WhiteLabeled));
        QVERIFY(says(ada.page, u"0, without a limit"_s));
    }

    void upgradesOnceItsNameIsTyped()
    {
        Purse ada;
        ada.load(Purse::plan(api::Tier::Free));
        const QString upgrade = u"Upgrade for good"_s;
        QVERIFY(!ada.button(upgrade)->isEnabled());
        QVERIFY(type(ada.page, u"Type “Paid” to confirm"_s, u"Pai"_s));
        QVERIFY(!ada.button(upgrade)->isEnabled());
        QVERIFY(type(ada.page, u"Type “Paid” to confirm"_s, u" paid "_s));
        QVERIFY(press(ada.page, upgrade));
        QCOMPARE(ada.line(), QByteArray("POST /v1/plan"));
        QVERIFY(!ada.button(upgrade)->isEnabled());
        ada.answer<api::UpgradePlan>(Purse::plan(api::Tier::Paid));
        QVERIFY(!ada.button(upgrade));
        QVERIFY(says(ada.page, u"Paid"_s));
    }

    void saysWhyItIsRefused()
    {
        Purse ada;
        ada.load(Purse::plan(api::Tier::Free));
        QVERIFY(type(ada.page, u"Type “Paid” to confirm"_s, u"Paid"_s));
        QVERIFY(press(ada.page, u"Upgrade for good"_s));
        ada.refuse(Error::of(Kind::Conflict, u"planUpgraded"_s));
        QVERIFY(says(ada.page, u"a higher one already"_s));
    }

    void whoIsUnverifiedIsToldWhatHelps()
    {
        Purse ada;
        ada.load(Purse::plan(api::Tier::Unverified));
        QVERIFY(says(ada.page, u"Once your e-mail address is verified, in Profile,"_s));
        QVERIFY(!ada.button(u"Upgrade for good"_s));
    }

    void nobodyIsSentToAProfileThatVerifiesNothing()
    {
        PageStage stage;
        account::Account &ada = enterBy(stage, u"aurora"_s, 11);
        CreditsPage *page = stage.show(
            new CreditsPage(ada, *stage.accounts.credits(ada.id()), stage.clock, stage.toast));
        for (QByteArray next = stage.line(); !next.isEmpty(); next = stage.line())
            say(stage, 200, next.endsWith("/quota") ? unverifiedAtAurora : adaAtAurora);
        QVERIFY(says(page, u"Once your e-mail address is verified, you may use more."_s));
    }

    void saysWhyNothingCame()
    {
        Purse ada;
        ada.refuse(Error::of(Kind::Forbidden, u"no"_s));
        QVERIFY(says(ada.page, u"could not be loaded"_s));
    }

    void closedWhileLoading()
    {
        Purse ada;
        delete ada.page;
        ada.load(Purse::plan(api::Tier::Free));
        QVERIFY(ada.store.isLoaded());
    }

private:
    const QLocale m_before;
};

LATCHKEY_TEST(CreditsPageTest)

#include "tst_credits.moc"
