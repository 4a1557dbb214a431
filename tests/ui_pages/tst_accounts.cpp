#include "../account/foreignstage.h"
#include "account/account.h"
#include "accounts/accountspage.h"
#include "kit/choicebox.h"
#include "pagestage.h"
#include "support/testrunner.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using Kind = Error::Kind;
using api::Tier;

namespace {

/// The page of an administrator, with what the server has.
struct Registry : PageStage
{
    Registry()
    {
        api::User me = user(u"Ada"_s, 2);
        me.role = api::Role::Admin;
        account.learn(me);
        page = show(new AccountsPage(account, clock, toast));
    }

    api::User person(const QString &name, api::Role role = api::Role::User) const
    {
        api::User one = user(name);
        one.id = api::UserId(u"u-"_s + name);
        one.email = name.toLower() + u"@example.com"_s;
        one.role = role;
        one.createdAt = ago(60min * 24 * 12);
        return one;
    }
    static api::Plan plan(Tier tier) { return {.tier = tier, .meters = api::metersOf(tier)}; }
    void load()
    {
        answer<api::ListAccounts>(
            {.users = {person(u"Ada"_s, api::Role::Admin), person(u"Grace"_s), person(u"Bea"_s)},
             .next = {}});
    }
    QListView *list() const { return page->findChild<QListView *>(); }
    int rows() const { return list()->model()->rowCount(); }
    void choose(int row) const
    {
        list()->setCurrentIndex(list()->model()->index(row, 0));
        settle();
    }
    /// Who has two and a half credits.
    void chooseGrace()
    {
        load();
        choose(1);
        answer<api::ShowAccountCredits>({.balance = 2'500'000, .plan = plan(Tier::Free)});
    }
    api::CreditEntry entry(qint64 amount, qint64 balance) const
    {
        return {.id = api::CreditEntryId(u"c1"_s),
                .amount = amount,
                .balance = balance,
                .cause = u"For the good work"_s,
                .by = api::UserId(u"u1"_s),
                .byName = u"Ada"_s,
                .at = clock.now()};
    }

    account::Account &account = open(sample());
    AccountsPage *page = nullptr;
};

const QString amountLine = u"Credits to give or to take away"_s;
const QString searchLine = u"E-mail address, user name or tag"_s;

} // namespace

/// Every account of the server, as an administrator sees them.
class AccountsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void cleanupTestCase() { QLocale::setDefault(m_before); }

    void showsEverybody()
    {
        Registry ada;
        QCOMPARE(ada.line(), QByteArray("GET /v1/accounts"));
        ada.load();
        QCOMPARE(ada.rows(), 3);
        QVERIFY(says(ada.page, u"3 account"_s));
        QVERIFY(says(ada.page, u"Choose an account"_s));
        const QAbstractItemModel &model = *ada.list()->model();
        QCOMPARE(model.index(1, 0).data().toString(), u"Grace"_s);
        const QString told = model.index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(told.contains(u"ada@example.com"_s) && told.contains(u"Administrator"_s));
        QCOMPARE(ada.line(), QByteArray());
    }

    void nobodyIsSeenOnceTheSessionIsOver()
    {
        Registry ada;
        ada.chooseGrace();
        QVERIFY(ada.list()->isVisible());
        QVERIFY(says(ada.page, u"grace@example.com"_s));
        ada.account.close(account::AccountState::Reason::EndedByOther);
        settle();
        QVERIFY(!ada.list()->isVisible());
        QVERIFY(!says(ada.page, u"grace@example.com"_s));
        QVERIFY(says(ada.page, u"You are signed out"_s));
        ada.account.open(Secret(u"lk-token"_s));
        settle();
        QVERIFY(ada.list()->isVisible());
    }

    void goesOnReadingWhereSomebodyScrolls()
    {
        Registry ada;
        api::AccountPage first{.next = u"c1"_s};
        for (int i = 0; i < 100; ++i)
            first.users << ada.person(u"Person%1"_s.arg(i));
        ada.answer<api::ListAccounts>(first);
        QCOMPARE(ada.rows(), 100);
        QVERIFY(says(ada.page, u"Scroll down for more"_s));
        QCOMPARE(ada.line(), QByteArray());
        ada.list()->scrollToBottom();
        QTRY_COMPARE(ada.line(), QByteArray("GET /v1/accounts"));
        QVERIFY(ada.asked().query.contains("after=c1"));
        ada.answer<api::ListAccounts>({.users = {ada.person(u"Zoe"_s)}, .next = {}});
        QCOMPARE(ada.rows(), 101);
        QVERIFY(says(ada.page, u"101 account"_s));
    }

    void theModelFollowsRowByRow()
    {
        Registry ada;
        ada.load();
        const QAbstractItemModelTester tester(
            ada.list()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        ada.choose(2);
        ada.answer<api::ShowAccountCredits>({.balance = 0, .plan = Registry::plan(Tier::Free)});
        QSignalSpy reset(ada.list()->model(), &QAbstractItemModel::modelReset);
        ada.page->refresh();
        ada.answer<api::ListAccounts>({.users = {ada.person(u"Ada"_s, api::Role::Admin),
                                                 ada.person(u"Bea"_s), ada.person(u"Cleo"_s)},
                                       .next = {}});
        QCOMPARE(ada.rows(), 3);
        QCOMPARE(ada.list()->currentIndex().row(), 1); // Bea is still whom one looks at
        QVERIFY(reset.isEmpty());
    }

    void showsWhoTheChosenOneIs()
    {
        Registry ada;
        ada.load();
        ada.choose(1);
        QVERIFY(says(ada.page, u"grace@example.com"_s) && says(ada.page, u"12 day"_s));
        QCOMPARE(ada.line(), QByteArray("GET /v1/accounts/u-Grace/credits"));
        ada.answer<api::ShowAccountCredits>(
            {.balance = 2'500'000, .plan = Registry::plan(Tier::Free)});
        QVERIFY(says(ada.page, u"2.5"_s) && says(ada.page, u"Free"_s));
        QSignalSpy helped(ada.page, &AccountsPage::helpRequested);
        QVERIFY(press(ada.page, u"Open in Help"_s));
        QCOMPARE(helped.takeFirst().constFirst().toString(), u"grace@example.com"_s);
    }

    void givesCreditsWithAReason()
    {
        Registry ada;
        ada.chooseGrace();
        QVERIFY(type(ada.page, amountLine, u"1,000.5"_s));
        QVERIFY(ada.page->hasUnsavedChanges());
        QVERIFY(press(ada.page, u"Give"_s));
        QVERIFY(says(ada.page, u"Please fill this in."_s));
        QCOMPARE(ada.line(), QByteArray());
        QVERIFY(type(ada.page, u"Reason"_s, u"For the good work"_s));
        named<QPushButton>(ada.page, u"Give"_s)->setFocus();
        for (int times = 0; times < 2; ++times)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(ada.page, amountLine));
        QCOMPARE(ada.line(), QByteArray("POST /v1/accounts/u-Grace/credits"));
        QVERIFY(ada.asked().body.contains("\"amount\":1000500000"));
        QVERIFY(!named<QPushButton>(ada.page, u"Give"_s)->isEnabled());
        ada.answer<api::AdjustCredits>(ada.entry(1'000'500'000, 1'003'000'000));
        QVERIFY(says(ada.page, u"1,003"_s));
        QCOMPARE(ada.toast.text(), u"1,000.5 credits were given to Grace."_s);
        QVERIFY(!ada.page->hasUnsavedChanges());
    }

    void oneCreditIsOne()
    {
        Registry ada;
        ada.chooseGrace();
        type(ada.page, amountLine, u"1"_s);
        type(ada.page, u"Reason"_s, u"For the good work"_s);
        QVERIFY(press(ada.page, u"Take away"_s));
        ada.answer<api::AdjustCredits>(ada.entry(-1'000'000, 1'500'000));
        QCOMPARE(ada.toast.text(), u"One credit was taken from Grace."_s);
    }

    void enterAloneGivesNothing()
    {
        Registry ada;
        ada.chooseGrace();
        type(ada.page, amountLine, u"3"_s);
        QTest::keyClick(named<QLineEdit>(ada.page, amountLine), Qt::Key_Return);
        auto *const reason = named<QLineEdit>(ada.page, u"Reason"_s);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(reason));
        type(ada.page, u"Reason"_s, u"For the good work"_s);
        QTest::keyClick(reason, Qt::Key_Return);
        QCOMPARE(ada.line(), QByteArray());
    }

    void takesNoMoreAwayThanThereIs()
    {
        Registry ada;
        ada.chooseGrace();
        type(ada.page, amountLine, u"3"_s);
        type(ada.page, u"Reason"_s, u"For the good work"_s);
        QVERIFY(press(ada.page, u"Take away"_s));
        QVERIFY(ada.asked().body.contains("\"amount\":-3000000"));
        ada.refuse(Error::of(Kind::Conflict, u"creditsTooFew"_s));
        QVERIFY(says(ada.page, u"has not so many credits"_s));
        auto *line = named<QLineEdit>(ada.page, amountLine);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(line));
        QCOMPARE(line->text(), u"3"_s);
    }

    void whatIsNoAmountIsNotSent_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("told");
        QTest::newRow("nothing") << QString() << u"Please fill this in."_s;
        QTest::newRow("words") << u"much"_s << u"Check it and try again."_s;
        QTest::newRow("too exact") << u"0.0000001"_s << u"Check it and try again."_s;
        QTest::newRow("none") << u"0"_s << u"Nothing would be moved."_s;
        QTest::newRow("less than none") << u"-1"_s << u"too small or too large"_s;
        QTest::newRow("too many") << u"1000000001"_s << u"too small or too large"_s;
    }

    void whatIsNoAmountIsNotSent()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, told);
        Registry ada;
        ada.chooseGrace();
        type(ada.page, amountLine, typed);
        type(ada.page, u"Reason"_s, u"For the good work"_s);
        QVERIFY(press(ada.page, u"Give"_s));
        QVERIFY(says(ada.page, told));
        QCOMPARE(ada.line(), QByteArray());
    }

    void setsAnotherPlan()
    {
        Registry ada;
        ada.chooseGrace();
        const QString set = u"Set the plan"_s;
        QVERIFY(!named<QPushButton>(ada.page, set)->isEnabled());
        auto *choice = ada.page->findChild<ChoiceBox *>();
        QTest::keyClick(choice, Qt::Key_End);
        settle();
        QVERIFY(press(ada.page, set));
        QCOMPARE(ada.line(), QByteArray("PUT /v1/accounts/u-Grace/plan"));
        QVERIFY(ada.asked().body.contains("whiteLabeled"));
        ada.answer<api::SetPlan>(Registry::plan(Tier::WhiteLabeled));
        QVERIFY(ada.toast.text().contains(u"White-labeled"_s));
        QVERIFY(!named<QPushButton>(ada.page, set)->isEnabled());
    }

    void deletesOnceTheNameIsTyped()
    {
        Registry ada;
        ada.chooseGrace();
        const QString confirm = u"Type “grace@example.com” to confirm"_s;
        const QString deletion = u"Delete the account for good"_s;
        QVERIFY(press(ada.page, u"Delete the account of Grace…"_s));
        QVERIFY(!press(ada.page, deletion));
        QTest::keyClick(named<QLineEdit>(ada.page, confirm), Qt::Key_Escape);
        settle();
        QVERIFY(!named<QLineEdit>(ada.page, confirm));
        QVERIFY(press(ada.page, u"Delete the account of Grace…"_s));
        QVERIFY(type(ada.page, confirm, u"grace@example.com"_s));
        QVERIFY(press(ada.page, deletion));
        QCOMPARE(ada.line(), QByteArray("DELETE /v1/accounts/u-Grace"));
        ada.answer<api::RemoveAccount>({});
        QCOMPARE(ada.toast.text(), u"The account of Grace is deleted."_s);
        QCOMPARE(ada.rows(), 2);
        QVERIFY(!named<QLineEdit>(ada.page, confirm));
    }

    void whyNobodyIsDeletedIsToldThere()
    {
        Registry ada;
        ada.chooseGrace();
        press(ada.page, u"Delete the account of Grace…"_s);
        type(ada.page, u"Type “grace@example.com” to confirm"_s, u"grace@example.com"_s);
        press(ada.page, u"Delete the account for good"_s);
        ada.refuse(Error::of(Kind::Forbidden, u"adminStays"_s));
        QVERIFY(says(ada.page, u"can't be deleted."_s));
        QCOMPARE(ada.rows(), 3);
    }

    void ofWhatTheServerHasNotNothingGoes()
    {
        PageStage stage;
        account::Account &account = enterBy(stage, u"mmdl"_s);
        say(stage, 200, saidByMmdl(userOfMmdl(1, "ada", "1")));
        const QWidget *page = stage.show(new AccountsPage(account, stage.clock, stage.toast));
        QCOMPARE(stage.line(), QByteArray("GET /api/admin/getusers"));
        say(stage, 200, saidByMmdl('[' + userOfMmdl(17, "grace", "0") + ']'));
        auto *const list = page->findChild<QListView *>();
        list->setCurrentIndex(list->model()->index(0, 0));
        settle();
        QVERIFY(says(page, u"all that this server keeps of it: profile."_s));
    }

    void anAdministratorStays()
    {
        Registry ada;
        ada.load();
        ada.choose(0);
        QVERIFY(says(ada.page, u"somebody must be left"_s));
        QVERIFY(!named<QPushButton>(ada.page, u"Delete the account of Ada…"_s));
    }

    void whatWasTypedForOneWaitsForThem()
    {
        Registry ada;
        ada.chooseGrace();
        type(ada.page, amountLine, u"3"_s);
        press(ada.page, u"Delete the account of Grace…"_s);
        ada.choose(2);
        ada.answer<api::ShowAccountCredits>({.balance = 0, .plan = Registry::plan(Tier::Paid)});
        QCOMPARE(named<QLineEdit>(ada.page, amountLine)->text(), QString());
        QVERIFY(named<QPushButton>(ada.page, u"Delete the account of Bea…"_s));
        QVERIFY(ada.page->hasUnsavedChanges());
        ada.choose(1);
        ada.answer<api::ShowAccountCredits>(
            {.balance = 2'500'000, .plan = Registry::plan(Tier::Free)});
        QCOMPARE(named<QLineEdit>(ada.page, amountLine)->text(), u"3"_s);
        QVERIFY(named<QPushButton>(ada.page, u"Delete the account of Grace…"_s));
        type(ada.page, u"Reason"_s, u"For the good work"_s);
        QVERIFY(press(ada.page, u"Give"_s));
        ada.choose(2);
        ada.answer<api::AdjustCredits>(ada.entry(3'000'000, 5'500'000));
        QVERIFY(!ada.page->hasUnsavedChanges());
    }

    void findsOneAndGoesBackToAll()
    {
        Registry ada;
        ada.load();
        const QString all = u"Show all"_s;
        QVERIFY(!named<QPushButton>(ada.page, all));
        type(ada.page, searchLine, u"zoe@example.com"_s);
        QVERIFY(press(ada.page, u"Find"_s));
        QCOMPARE(ada.line(), QByteArray("POST /v1/accounts/find"));
        ada.answer<api::FindAccount>({.user = ada.person(u"Zoe"_s)});
        QCOMPARE(ada.rows(), 1);
        QVERIFY(says(ada.page, u"zoe@example.com"_s));
        QCOMPARE(ada.line(), QByteArray("GET /v1/accounts/u-Zoe/credits"));
        QVERIFY(press(ada.page, all));
        QCOMPARE(ada.rows(), 3);
        QVERIFY(!named<QPushButton>(ada.page, all));
    }

    void whoIsFoundByANameIsShownAsFarAsThatIsTold()
    {
        Registry ada;
        ada.load();
        type(ada.page, searchLine, u"@k7m2q9xa4d"_s);
        QTest::keyClick(named<QLineEdit>(ada.page, searchLine), Qt::Key_Return);
        QCOMPARE(ada.line(), QByteArray("POST /v1/users/find-by-tag"));
        ada.answer<api::FindByTag>(api::cardOf(ada.person(u"Zoe"_s)));
        QVERIFY(!says(ada.page, u"Role"_s) && !says(ada.page, u"verified"_s));
        QVERIFY(!named<QPushButton>(ada.page, u"Open in Help"_s));
        QVERIFY(press(ada.page, u"Delete the account of Zoe…"_s));
        QVERIFY(type(ada.page, u"Type “Zoe” to confirm"_s, u"zoe"_s));
        QVERIFY(press(ada.page, u"Delete the account for good"_s));
    }

    void saysThatNobodyIsFound()
    {
        Registry ada;
        ada.load();
        type(ada.page, searchLine, u"nobody"_s);
        QVERIFY(press(ada.page, u"Find"_s));
        QCOMPARE(ada.rows(), 3); // until it is known
        ada.refuse(Error::of(Kind::NotFound, u"userUnknown"_s));
        QVERIFY(says(ada.page, u"Nobody is found"_s));
        QVERIFY(says(ada.page, u"No account here has nobody"_s));
        QTest::keyClick(named<QLineEdit>(ada.page, searchLine), Qt::Key_Escape);
        settle();
        QCOMPARE(ada.rows(), 3);
        QVERIFY(!says(ada.page, u"Nobody is found"_s));
    }

    void loadsEndWithThePageAndChangesGoOn()
    {
        Registry ada;
        ada.chooseGrace();
        type(ada.page, amountLine, u"3"_s);
        type(ada.page, u"Reason"_s, u"For the good work"_s);
        QVERIFY(press(ada.page, u"Give"_s));
        ada.page->refresh();
        ada.choose(2);
        delete ada.page;
        QCOMPARE(ada.line(), QByteArray("POST /v1/accounts/u-Grace/credits"));
        ada.answer<api::AdjustCredits>(ada.entry(3'000'000, 5'500'000));
        QCOMPARE(ada.toast.text(), u"3 credits were given to Grace."_s);
        QCOMPARE(ada.line(), QByteArray());
    }

    void aLoadThatFailsIsTriedAgain()
    {
        Registry ada;
        ada.refuse(Error::of(Kind::Forbidden, u"roleTooLow"_s));
        QVERIFY(says(ada.page, u"The accounts could not be loaded"_s));
        QVERIFY(press(ada.page, u"Try again"_s));
        ada.load();
        QCOMPARE(ada.rows(), 3);
    }

private:
    const QLocale m_before;
};

LATCHKEY_TEST(AccountsPageTest)
#include "tst_accounts.moc"
