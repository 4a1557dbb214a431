#include "account/factorstore.h"
#include "home/homepage.h"
#include "home/recentmodel.h"
#include "pagestage.h"
#include "support/testrunner.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using Kind = Error::Kind;

namespace {

struct Open
{
    explicit Open(bool isServed = true)
        : account(stage.open(stage.sample()))
        , store(*stage.accounts.sessions(account.id()))
        , page(stage.show(new HomePage(account, store, *stage.accounts.factors(account.id()),
                                       *stage.accounts.identities(account.id()), stage.clock,
                                       stage.toast)))
    {
        if (isServed)
            stage.serve(stage.sample(), Stage::user());
    }

    PageStage stage;
    account::Account &account;
    account::SessionStore &store;
    HomePage *page;
};

} // namespace

class HomeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatProtectsOnceSomebodyIsSignedIn()
    {
        PageStage stage;
        account::Account &account = stage.open(stage.sample());
        account.close(account::AccountState::Reason::NoToken);
        stage.show(new HomePage(
            account, *stage.accounts.sessions(account.id()), *stage.accounts.factors(account.id()),
            *stage.accounts.identities(account.id()), stage.clock, stage.toast));
        stage.open(stage.sample());
        stage.serve(stage.sample(), Stage::user());
        QVERIFY(says(&stage.window, u"Only your password protects your account."_s));
    }

    void whoHasNoPasswordReadsWhatProtectsInstead()
    {
        Open open(false);
        open.stage.hasPassword = false;
        open.stage.identities = {
            {.id = api::IdentityId(u"i1"_s),
             .provider = {.id = api::ProviderId(u"p1"_s), .name = u"Acme"_s}},
            {.id = api::IdentityId(u"i2"_s),
             .provider = {.id = api::ProviderId(u"p2"_s), .name = u"Gatehouse"_s}}};
        open.stage.serve(open.stage.sample(), Stage::user());
        QVERIFY(says(open.page, u"Nothing but your sign-in at Acme"_s));
        QVERIFY(says(open.page, u"Gatehouse"_s));
        QVERIFY(!says(open.page, u"your password"_s));
        open.stage.identities.clear();
        open.page->refresh();
        open.stage.serve(open.stage.sample(), Stage::user());
        QVERIFY(says(open.page, u"Only codes to your e-mail address protect"_s));
    }

    void recentRowsFollowTheStore()
    {
        Open open;
        RecentModel model(open.store, open.stage.clock);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.index(0).data().toString(), u"curl 7.88"_s);
        QVERIFY(model.index(0).data(RecentModel::EndingRole).toString().isEmpty());
        QCOMPARE(model.index(3).data(RecentModel::EndingRole).toString(),
                 u"Ended from this device"_s);
        open.stage.happen({.id = api::EventId(u"e1"_s),
                           .kind = api::EventKind::SessionStarted,
                           .session = open.stage.device(u"s7"_s, u"Kiosk"_s, 0min)});
        QCOMPARE(model.rowCount(), int(RecentModel::rowsAtMost));
        QCOMPARE(model.index(0).data().toString(), u"Kiosk"_s);
        open.store.load();
        open.stage.serve({open.stage.device(u"s1"_s, u"Here"_s)}, Stage::user());
        QVERIFY(model.rowCount() <= 2);
        QCOMPARE(resets.size(), 0);
    }

    void theNextKeyPressesNothing()
    {
        Open open;
        open.page->setFocus(Qt::ShortcutFocusReason);
        QVERIFY(!qobject_cast<QAbstractButton *>(QApplication::focusWidget()));
    }

    void asksWasItYouAndTakesTheAnswer()
    {
        Open open;
        QVERIFY(says(open.page, u"Was it you?"_s));
        QVERIFY(press(open.page, u"It was me"_s));
        api::Session reviewed = *open.store.find(api::SessionId(u"s3"_s));
        reviewed.reviewed = true;
        open.stage.answer<api::ReviewSession>(reviewed);
        QVERIFY(!says(open.page, u"Was it you?"_s));
        QVERIFY(says(open.page, u"You know of every sign-in."_s));
    }

    void whoWasThereBeforeIsToldAndMayBeDenied()
    {
        Open open;
        const api::SessionId id(u"s3"_s);
        api::Session earlier = *open.store.find(id);
        earlier.startedAt = open.stage.ago(31min);
        auto happen = [&open, number = 0](const api::Session &session) mutable {
            open.stage.happen({.id = api::EventId(QString::number(++number)),
                               .kind = api::EventKind::SessionChanged,
                               .session = session});
        };
        happen(earlier);
        QVERIFY(!says(open.page, u"Was it you?"_s));
        QVERIFY(!named<QAbstractButton>(open.page, u"It was me"_s));
        QVERIFY(says(open.page, u"Do you know who this is?"_s));
        QVERIFY(says(open.page, u"Nobody has confirmed"_s));
        QVERIFY(!says(open.page, u"You know of every sign-in"_s));

        const QSignalSpy shown(open.page, &HomePage::sessionRequested);
        QVERIFY(press(open.page, u"Show in Access"_s));
        QCOMPARE(shown.constLast().constFirst().value<api::SessionId>(), id);

        // Whoever made the account needs nobody's word.
        earlier.proof = api::Proof::SignUp;
        happen(earlier);
        QVERIFY(!says(open.page, u"Do you know who this is?"_s));
        QVERIFY(says(open.page, u"You know of every sign-in."_s));
        earlier.proof = api::Proof::Password;
        happen(earlier);

        QVERIFY(press(open.page, u"It wasn't me"_s));
        open.stage.answer<api::ReviewSession>(
            open.stage.ended(earlier, api::EndReason::NotRecognised, u"s1"_s));
        QVERIFY(open.stage.toast.text().contains(u"Change your password"_s));
        QVERIFY(!says(open.page, u"Do you know who this is?"_s));
        QVERIFY(says(open.page, u"You know of every sign-in."_s));
    }

    void allThatWereThereBeforeShareOneCard()
    {
        Open open;
        for (int number = 1; number <= 5; ++number) {
            api::Session earlier = open.stage.device(
                u"e%1"_s.arg(number), u"Device %1"_s.arg(number), std::chrono::hours(number));
            earlier.reviewed = false;
            open.stage.happen({.id = api::EventId(earlier.id.text()),
                               .kind = api::EventKind::SessionStarted,
                               .session = earlier});
        }
        int noes = 0;
        for (const auto *button : open.page->findChildren<QAbstractButton *>())
            noes += button->isVisibleTo(open.page) &&
                    withoutMnemonic(button->text()) == u"It wasn't me"_s;
        QCOMPARE(noes, 1 + 3); // one is the newer sign-in's
        QVERIFY(says(open.page, u"Device 1"_s));
        QVERIFY(!says(open.page, u"Device 4"_s));
        QVERIFY(says(open.page, u"more under Access."_s));
    }

    void aNoEndsTheSessionAndCanBeTakenBack()
    {
        Open open;
        QVERIFY(press(open.page, u"It wasn't me"_s));
        api::Session ended = open.stage.ended(*open.store.find(api::SessionId(u"s3"_s)),
                                              api::EndReason::NotRecognised, u"s1"_s);
        ended.end->reinstatableUntil = open.stage.clock.now() + 10s;
        open.stage.answer<api::ReviewSession>(ended);
        QVERIFY(!says(open.page, u"Was it you?"_s));
        QVERIFY(open.stage.toast.text().startsWith(u"Ended: curl 7.88"_s));
        QVERIFY(press(&open.stage.toast, u"Undo"_s));
        ended.end.reset();
        open.stage.answer<api::ReinstateSession>(ended);
        QVERIFY(says(open.page, u"Was it you?"_s));
    }

    void anAnswerThatFailsIsTold()
    {
        Open open;
        QVERIFY(press(open.page, u"It was me"_s));
        Error error = Error::of(Kind::Forbidden, u"x"_s);
        error.status = 403;
        open.stage.refuse(error);
        QVERIFY(open.stage.toast.text().startsWith(u"Your answer was not saved."_s));
        QVERIFY(says(open.page, u"Was it you?"_s));
    }

    void tellsAdministratorsThatTheyAre()
    {
        Open open;
        QVERIFY(!says(open.page, u"You are an administrator"_s));
        api::User admin = Stage::user(u"Ada"_s, 2);
        admin.role = api::Role::Admin;
        open.account.learn(admin);
        settle();
        QVERIFY(says(open.page, u"You are an administrator"_s));
    }

    void aFailedLoadKeepsWhatIsShown()
    {
        Open open(false);
        Error error = Error::of(Kind::Forbidden, u"x"_s);
        error.status = 403;
        while (!open.stage.line().isEmpty())
            open.stage.refuse(error);
        QVERIFY(says(open.page, u"not allowed"_s));
        QVERIFY(says(open.page, u"Was it you?"_s));
    }

    void tabStopsOnlyAtWhatHasANameAndInItsOrder()
    {
        Open open;
        QStringList order;
        QWidget *widget = open.page;
        while ((widget = widget->nextInFocusChain()) != open.page) {
            if (!open.page->isAncestorOf(widget) || !widget->isVisible() ||
                !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            order << (widget->accessibleName().isEmpty() && button ? withoutMnemonic(button->text())
                                                                   : widget->accessibleName());
        }
        QVERIFY(!order.contains(QString()));
        QCOMPARE(order,
                 (QStringList{u"It was me"_s, u"It wasn't me"_s, u"Add a second factor"_s,
                              u"Verify it"_s, u"Add a phone"_s, u"Sign out"_s, u"Show all"_s}));
    }

    void whileItIsLockedNothingOfTheAccountIsShown()
    {
        Open open;
        QVERIFY(says(open.page, u"You are signed in as"_s));
        open.account.locked(Error::of(Kind::Forbidden, u"secretFileLocked"_s));
        settle();
        QVERIFY(says(open.page, u"Your session is locked"_s));
        QVERIFY(!says(open.page, u"You are signed in as"_s));
        QVERIFY(!named<QWidget>(open.page, u"Last sign-ins"_s));
        open.account.open(Secret(u"lk-token"_s));
        settle();
        QVERIFY(says(open.page, u"You are signed in as"_s));
    }

    void whoIsSignedOutIsNotSaidToBeSignedIn()
    {
        Open open;
        open.account.close(account::AccountState::Reason::NoToken);
        settle();
        QVERIFY(!says(open.page, u"You are signed in as"_s));
        QVERIFY(says(open.page, u"You are not signed in."_s));
        QVERIFY(!named<QAbstractButton>(open.page, u"Sign out"_s));
        open.account.open(Secret(u"lk-token"_s));
        settle();
        QVERIFY(says(open.page, u"You are signed in as"_s));
    }

    void whoSitsThereOnceItWasEndedSeesNothing()
    {
        Open open;
        open.account.close(account::AccountState::Reason::EndedByOther);
        settle();
        QVERIFY(says(open.page, u"You are signed out"_s));
        QVERIFY(!says(open.page, u"ada@example.com"_s));
        QVERIFY(!named<QWidget>(open.page, u"Last sign-ins"_s));
        open.account.open(Secret(u"lk-token"_s));
        settle();
        QVERIFY(says(open.page, u"You are signed in as"_s));
    }

    void signingOutIsOnlyAsked()
    {
        Open open;
        const QSignalSpy asked(open.page, &HomePage::signOutRequested);
        QVERIFY(press(open.page, u"Sign out"_s));
        QCOMPARE(asked.size(), 1);
    }

    void closedWhileLoading()
    {
        Open open(false);
        delete open.page;
        settle();
        open.stage.serve(open.stage.sample(), Stage::user());
        QVERIFY(open.store.isLoaded());
    }

    void saysHowManyCodesAreLeftAndLeadsToMore()
    {
        Open open(false);
        open.stage.serve(open.stage.sample(), Stage::user());
        QVERIFY(says(open.page, u"Only your password protects your account."_s));
        const QSignalSpy asked(open.page, &HomePage::securityRequested);
        QVERIFY(press(open.page, u"Add a second factor"_s));
        QCOMPARE(asked.size(), 1);
        open.stage.factors = {.factors = {{.id = api::FactorId(u"f1"_s), .name = u"Phone"_s}},
                              .recoveryCodes = api::RecoveryCodesLeft{.left = 3}};
        open.page->refresh();
        open.stage.serve(open.stage.sample(), Stage::user());
        QVERIFY(says(open.page, u"3 recovery code"_s));
        QVERIFY(press(open.page, u"Make recovery codes"_s));
        open.stage.factors.recoveryCodes->left = 9;
        open.page->refresh();
        open.stage.serve(open.stage.sample(), Stage::user());
        QVERIFY(says(open.page, u"9 recovery code"_s));
        QVERIFY(!named<QAbstractButton>(open.page, u"Make recovery codes"_s));
    }

    void aLineWithoutALinkUsesTheRoomOfOne()
    {
        Open open;
        const auto right = [&open](const QWidget *part) {
            return part->mapTo(open.page, part->rect().bottomRight()).x();
        };
        const auto line = [&](const QString &words) {
            const auto labels = open.page->findChildren<QLabel *>();
            return right(*std::ranges::find_if(
                labels, [&](const QLabel *label) { return label->text().contains(words); }));
        };
        const auto *link = named<QAbstractButton>(open.page, u"Add a second factor"_s);
        QVERIFY(line(u"Only your password"_s) < right(link) - link->width());
        QVERIFY(line(u"on 2 other device"_s) >= right(link));
        open.stage.factors.factors = {{.id = api::FactorId(u"f1"_s), .name = u"Phone"_s}};
        open.page->refresh();
        open.stage.serve(open.stage.sample(), Stage::user());
        QCOMPARE(line(u"A second factor protects"_s), line(u"on 2 other device"_s));
    }

    void saysWhichProgramsUseTheAccountNoMore()
    {
        Open open;
        QVERIFY(!says(open.page, u"API session"_s));
        QList<api::Session> sessions = open.stage.sample();
        api::Session program = open.stage.device(u"p1"_s, u"Backup"_s, 60min * 24 * 100);
        program.kind = api::SessionKind::Api;
        program.lastActiveAt = open.stage.ago(60min * 24 * 89);
        program.reviewed = true;
        sessions << program;
        const auto serve = [&] {
            open.page->refresh();
            open.stage.serve(sessions, Stage::user());
        };
        serve();
        QVERIFY(says(open.page, u"1 API session(s) can use your account."_s));
        QVERIFY(!named<QAbstractButton>(open.page, u"Look at them"_s));
        QVERIFY(says(open.page, u"on 2 other device"_s)); // it is none of these
        sessions.last().lastActiveAt = open.stage.ago(60min * 24 * 90);
        serve();
        QVERIFY(says(open.page, u"1 API session(s) were not used for 90 days."_s));
        const QSignalSpy asked(open.page, &HomePage::apiSessionsRequested);
        QVERIFY(press(open.page, u"Look at them"_s));
        QCOMPARE(asked.size(), 1);
    }

    void leadsToWhereAddressAndPhoneAreVerified()
    {
        Open open;
        const QSignalSpy email(open.page, &HomePage::emailRequested);
        const QSignalSpy phone(open.page, &HomePage::phoneRequested);
        QVERIFY(press(open.page, u"Verify it"_s));
        QVERIFY(press(open.page, u"Add a phone"_s));
        QCOMPARE(email.size() + phone.size(), 2);
        api::User me = Stage::user(u"Ada"_s, 2);
        me.emailVerified = true;
        me.phone = u"+14104350691"_s;
        open.account.learn(me);
        settle();
        QVERIFY(says(open.page, u"Your phone is verified."_s));
        QVERIFY(!named<QAbstractButton>(open.page, u"Verify it"_s));
        QVERIFY(!named<QAbstractButton>(open.page, u"Add a phone"_s));
    }

    void theSessionHereIsMarked()
    {
        Open open;
        RecentModel model(open.store, open.stage.clock);
        int marked = 0;
        for (int row = 0; row < model.rowCount(); ++row)
            marked +=
                model.index(row).data(RecentModel::CurrentRole).toString() == u"This device"_s;
        QCOMPARE(marked, 1);
        QCOMPARE(model.index(1).data().toString(), u"Desk at home"_s);
        QCOMPARE(model.index(1).data(RecentModel::CurrentRole).toString(), u"This device"_s);
    }
};

LATCHKEY_TEST(HomeTest)
#include "tst_home.moc"
