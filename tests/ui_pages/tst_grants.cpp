#include "account/account.h"
#include "account/grantstore.h"
#include "grants/grantspage.h"
#include "kit/choicebox.h"
#include "pagestage.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using Kind = Error::Kind;
using api::GrantState;

namespace {

api::UserCard card(const QString &id, const QString &name)
{
    return {.id = api::UserId(id), .name = name};
}

api::Grant toGrace(GrantState state = GrantState::Active)
{
    return {.id = api::GrantId(u"g1"_s),
            .giver = card(u"u1"_s, u"Ada"_s),
            .receiver = card(u"u2"_s, u"Grace"_s),
            .package = api::Package::Benefits,
            .state = state,
            .createdAt = Timestamp(24h * 9000),
            .updatedAt = Timestamp(24h * 9001)};
}

api::Grant fromMary(GrantState state = GrantState::Active)
{
    return {.id = api::GrantId(u"g2"_s),
            .giver = card(u"u3"_s, u"Mary"_s),
            .receiver = card(u"u1"_s, u"Ada"_s),
            .package = api::Package::Professional,
            .tier = api::PackageTier::Premium,
            .state = state,
            .createdAt = Timestamp(24h * 9000),
            .updatedAt = Timestamp(24h * 9001)};
}

struct Open
{
    explicit Open(const QList<api::Grant> &received = {}, const QList<api::Grant> &given = {})
        : account(stage.open(stage.sample()))
        , page(stage.show(new GrantsPage(account, *stage.accounts.grants(account.id()), stage.clock,
                                         stage.toast)))
    {
        answer(received, given);
    }

    void answer(const QList<api::Grant> &received, const QList<api::Grant> &given)
    {
        stage.answer<api::ListReceivedGrants>({.grants = received});
        stage.answer<api::ListGivenGrants>({.grants = given});
    }

    PageStage stage;
    account::Account &account;
    GrantsPage *page;
};

const QString receiverLine = u"Account ID of whoever gets it"_s;

} // namespace

/// Subscriptions that people give each other.
class GrantsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatThereIsNone()
    {
        Open open;
        QVERIFY(says(open.page, u"No subscriptions from one to another"_s));
        QVERIFY(!says(open.page, u"Received"_s));
        QVERIFY(says(open.page, u"needs the ID of your account"_s));
        QVERIFY(says(open.page, u"u1"_s));
    }

    void eachSideSaysThatItHasNone()
    {
        Open given({}, {toGrace()});
        QVERIFY(says(given.page, u"Nobody has given you a subscription."_s));
        QVERIFY(says(given.page, u"To Grace"_s));
        Open received({fromMary()}, {});
        QVERIFY(says(received.page, u"You have given nobody a subscription."_s));
        QVERIFY(says(received.page, u"From Mary"_s));
        QVERIFY(says(received.page, u"Professional, Premium"_s));
    }

    void eachStateHasItsWords()
    {
        Open waiting({fromMary(GrantState::Pending)}, {toGrace(GrantState::Pending)});
        QVERIFY(says(waiting.page, u"Waits until you verify your e-mail address."_s));
        QVERIFY(says(waiting.page, u"Waits until they verify their e-mail address."_s));
        Open ended({}, {toGrace(GrantState::Cancelled)});
        QVERIFY(says(ended.page, u"Ended:"_s));
        QVERIFY(!named<QAbstractButton>(ended.page, u"End the subscription to Grace"_s));
        QVERIFY(!named<QAbstractButton>(ended.page, u"Change the subscription to Grace"_s));
    }

    void givesOne()
    {
        Open open;
        QVERIFY(press(open.page, u"Give a subscription"_s));
        QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(open.page, receiverLine));
        QVERIFY(press(open.page, u"Give it"_s));
        QVERIFY(says(open.page, u"Please fill this in."_s));
        QCOMPARE(open.stage.line(), QByteArray());
        QVERIFY(type(open.page, receiverLine, u" u2 "_s));
        QVERIFY(open.page->hasUnsavedChanges());
        named<ChoiceBox>(open.page, u"Package"_s)->choose(int(api::Package::Professional));
        QVERIFY(press(open.page, u"Give it"_s));
        const QByteArray body = open.stage.asked().body;
        QVERIFY(body.contains("\"receiver\":\"u2\"") && body.contains("\"professional\""));
        open.stage.answer<api::CreateGrant>(toGrace());
        QVERIFY(says(open.page, u"To Grace"_s));
        QVERIFY(!named<QLineEdit>(open.page, receiverLine));
        QVERIFY(!open.page->hasUnsavedChanges());
        QVERIFY(open.stage.toast.text().contains(u"Grace has a subscription"_s));
    }

    void whatIsRefusedIsToldBesideWhomItIsFor_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("unknown") << int(Kind::NotFound) << u"userUnknown"_s
                                 << u"There is no such account"_s;
        QTest::newRow("second") << int(Kind::Conflict) << u"grantExists"_s
                                << u"You gave this person a subscription already"_s;
        QTest::newRow("self") << int(Kind::Rejected) << u"grantToSelf"_s
                              << u"You can't give yourself"_s;
        QTest::newRow("too many") << int(Kind::Conflict) << u"tooManyGrants"_s
                                  << u"as many subscriptions as an account can give"_s;
    }

    void whatIsRefusedIsToldBesideWhomItIsFor()
    {
        QFETCH(const int, kind);
        QFETCH(const QString, code);
        QFETCH(const QString, words);
        Open open;
        press(open.page, u"Give a subscription"_s);
        type(open.page, receiverLine, u"u2"_s);
        press(open.page, u"Give it"_s);
        open.stage.refuse(Error::of(static_cast<Kind>(kind), code));
        QVERIFY(says(open.page, words));
        QCOMPARE(named<QLineEdit>(open.page, receiverLine)->text(), u"u2"_s);
    }

    void changesOne()
    {
        Open open({}, {toGrace()});
        QVERIFY(press(open.page, u"Change the subscription to Grace"_s));
        QVERIFY(open.page->hasUnsavedChanges());
        QVERIFY(!named<QLineEdit>(open.page, receiverLine));
        named<ChoiceBox>(open.page, u"Tier"_s)->choose(int(api::PackageTier::Premium));
        QVERIFY(press(open.page, u"Save"_s));
        QCOMPARE(open.stage.line(), QByteArray("PATCH /v1/grants/g1"));
        QVERIFY(open.stage.asked().body.contains("\"premium\""));
        QVERIFY(!open.stage.asked().body.contains("\"benefits\""));
        api::Grant after = toGrace();
        after.tier = api::PackageTier::Premium;
        open.stage.answer<api::UpdateGrant>(after);
        QVERIFY(says(open.page, u"Benefits, Premium"_s));
        QVERIFY(!open.page->hasUnsavedChanges());
        QCOMPARE(open.stage.toast.text(), u"Saved."_s);
    }

    void whatStaysIsNotSent()
    {
        Open open({}, {toGrace()});
        press(open.page, u"Change the subscription to Grace"_s);
        QVERIFY(press(open.page, u"Save"_s));
        QCOMPARE(open.stage.line(), QByteArray());
        QVERIFY(!open.page->hasUnsavedChanges());
    }

    void asksBeforeItEndsOne()
    {
        Open open({}, {toGrace()});
        QVERIFY(press(open.page, u"End the subscription to Grace"_s));
        QVERIFY(says(open.page, u"Grace loses this subscription at once."_s));
        QCOMPARE(QApplication::focusWidget(), named<QAbstractButton>(open.page, u"Cancel"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!says(open.page, u"Grace loses this subscription at once."_s));
        QCOMPARE(open.stage.line(), QByteArray());
        QVERIFY(press(open.page, u"End the subscription to Grace"_s));
        QVERIFY(press(open.page, u"End the subscription"_s));
        QCOMPARE(open.stage.line(), QByteArray("DELETE /v1/grants/g1"));
        open.stage.answer<api::EndGrant>(toGrace(GrantState::Cancelled));
        QVERIFY(says(open.page, u"Ended:"_s));
        QCOMPARE(open.stage.toast.text(), u"The subscription has ended."_s);
    }

    void oneThatWasReceivedCanBeEndedAlone()
    {
        Open open({fromMary()}, {});
        QVERIFY(!named<QAbstractButton>(open.page, u"Change the subscription to Mary"_s));
        QVERIFY(press(open.page, u"End the subscription from Mary"_s));
        QVERIFY(says(open.page, u"Only Mary can give you another."_s));
        QVERIFY(press(open.page, u"End the subscription"_s));
        open.stage.refuse(Error::of(Kind::Server, u"internal"_s));
        open.answer({fromMary()}, {});
        QVERIFY(named<QAbstractButton>(open.page, u"End the subscription from Mary"_s));
    }

    void whatHappensElsewhereIsShown()
    {
        Open open({}, {toGrace(GrantState::Pending)});
        open.stage.happen({.id = api::EventId(u"e1"_s), .kind = api::EventKind::GrantsChanged});
        open.answer({fromMary()}, {toGrace()});
        QVERIFY(!says(open.page, u"Waits until"_s));
        QVERIFY(says(open.page, u"From Mary"_s));
    }

    void aFailedLoadIsToldAndTriedAgain()
    {
        PageStage stage;
        account::Account &account = stage.open(stage.sample());
        auto *page = stage.show(new GrantsPage(account, *stage.accounts.grants(account.id()),
                                               stage.clock, stage.toast));
        QTRY_VERIFY(says(page, u"Loading the subscriptions…"_s));
        stage.refuse(Error::of(Kind::Forbidden, u"no"_s));
        QVERIFY(says(page, u"The subscriptions could not be loaded"_s));
        QVERIFY(press(page, u"Try again"_s));
        stage.answer<api::ListReceivedGrants>({});
        stage.answer<api::ListGivenGrants>({.grants = {toGrace()}});
        QVERIFY(says(page, u"To Grace"_s));
    }

    void offlineNothingCanBeDone()
    {
        Open open({}, {toGrace()});
        open.account.lost(Error::of(Kind::Network, u"offline"_s));
        settle();
        QVERIFY(says(open.page, u"To Grace"_s));
        for (const QString &act : {u"Give a subscription"_s, u"Change the subscription to Grace"_s,
                                   u"End the subscription to Grace"_s})
            QVERIFY(!named<QAbstractButton>(open.page, act)->isEnabled());
    }
};

LATCHKEY_TEST(GrantsPageTest)
#include "tst_grants.moc"
