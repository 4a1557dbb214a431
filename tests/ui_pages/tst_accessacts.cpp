#include "accessstage.h"
#include "account/actingonbehalf.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using Kind = Error::Kind;

/// What somebody does about their sessions.
class AccessActsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyEndsSessionsOnSomebodysBehalf()
    {
        OpenAccess open;
        PageStage &stage = open.stage;
        stage.accounts.acting().begin(open.account.id(), u"grace@example.com"_s,
                                      u"Ticket 4711, as asked"_s);
        stage.answer<api::SignInOnBehalf>({.token = Secret(u"lks_2"_s),
                                           .user = Stage::user(u"Grace"_s),
                                           .session = Stage::session(u"s9"_s)});
        const account::ProfileId id = stage.accounts.ids().last();
        stage.openStream();
        stage.serve(stage.sample(), Stage::user(u"Grace"_s));
        auto *page = stage.show(new AccessPage(
            *stage.accounts.account(id), *stage.accounts.sessions(id), stage.clock, stage.toast));
        stage.serve(stage.sample(), Stage::user(u"Grace"_s));
        for (const QString &session : {u"s2"_s, u"s3"_s}) {
            page->select(api::SessionId(session));
            settle();
            QVERIFY(named<QAbstractButton>(page, u"Rename"_s));
            for (const QString &act :
                 {u"End session"_s, u"End all others"_s, u"It was me"_s, u"It wasn't me"_s})
                QVERIFY(!named<QAbstractButton>(page, act));
        }
    }

    void aNameThatCouldNotBeSavedIsKept()
    {
        OpenAccess open;
        AccessPage *const page = open.page();
        page->select(api::SessionId(u"s2"_s));
        treeOf(page)->setFocus();
        QTest::keyClick(treeOf(page), Qt::Key_F2);
        QTest::keyClicks(named<QLineEdit>(page, u"Name of this device"_s), u"My script"_s);
        QTest::keyClick(named<QLineEdit>(page, u"Name of this device"_s), Qt::Key_Return);
        open.stage.refuse(Error::of(Kind::Server, u"away"_s));
        QVERIFY(says(page, u"Not saved yet: My script"_s));
        page->select(api::SessionId(u"s1"_s));
        QVERIFY(!says(page, u"Not saved yet"_s));
        page->select(api::SessionId(u"s2"_s));
        QVERIFY(press(page, u"Save this name"_s));
        QVERIFY(open.stage.asked().body.contains("My script"));
        api::Session renamed = *open.store.find(api::SessionId(u"s2"_s));
        renamed.device.label = u"My script"_s;
        open.stage.answer<api::RenameSession>(renamed);
        QVERIFY(!says(page, u"Not saved yet"_s));
    }

    void endsWithDeleteAndTakesItBack()
    {
        OpenAccess open;
        AccessPage *const page = open.page();
        page->select(api::SessionId(u"s2"_s));
        treeOf(page)->setFocus();
        QTest::keyClick(treeOf(page), Qt::Key_Delete);
        settle();
        QVERIFY(open.stage.line().startsWith("POST ") || open.stage.line().startsWith("DELETE "));
        api::Session ended = open.stage.ended(*open.store.find(api::SessionId(u"s2"_s)),
                                              api::EndReason::EndedByOwner, u"s1"_s);
        ended.end->reinstatableUntil = open.stage.clock.now() + 10s;
        open.stage.answer<api::EndSession>(ended);
        QCOMPARE(treeOf(page)->currentIndex().data(AccessModel::IdRole).toString(), u"s2"_s);
        QVERIFY(treeOf(page)->currentIndex().data(AccessModel::EndedRole).toBool());
        QVERIFY(says(page, u"Ended from this device"_s));
        QCOMPARE(open.stage.toast.text(), u"Ended: Laptop"_s);
        QVERIFY(press(&open.stage.toast, u"Undo"_s));
        ended.end.reset();
        open.stage.answer<api::ReinstateSession>(ended);
        QVERIFY(!treeOf(page)->currentIndex().data(AccessModel::EndedRole).toBool());
    }

    void theFirstThatEndsIsSeenUnderItsHeading()
    {
        PageStage stage;
        const QList<api::Session> living = stage.sample().mid(0, 3);
        account::Account &account = stage.open(living);
        account::SessionStore &store = *stage.accounts.sessions(account.id());
        auto *page = stage.show(new AccessPage(account, store, stage.clock, stage.toast));
        stage.serve(living, Stage::user());
        page->select(api::SessionId(u"s2"_s));
        treeOf(page)->setFocus();
        QTest::keyClick(treeOf(page), Qt::Key_Delete);
        settle();
        stage.line();
        stage.answer<api::EndSession>(stage.ended(*store.find(api::SessionId(u"s2"_s)),
                                                  api::EndReason::EndedByOwner, u"s1"_s));
        settle();
        const QModelIndex ended = treeOf(page)->currentIndex();
        QCOMPARE(ended.data(AccessModel::IdRole).toString(), u"s2"_s);
        QVERIFY(treeOf(page)->isExpanded(ended.parent()));
        QVERIFY(!treeOf(page)->visualRect(ended).isEmpty());
        QCOMPARE(treeOf(page)->indexBelow(ended.parent()), ended.siblingAtColumn(0));
    }

    void severalEndingsCanBeTakenBackAtOnce()
    {
        OpenAccess open;
        AccessPage *const page = open.page();
        for (const QString &id : {u"s2"_s, u"s3"_s}) {
            page->select(api::SessionId(id));
            QVERIFY(press(page, u"End session"_s));
            api::Session ended = *open.store.find(api::SessionId(id));
            ended.end = api::SessionEnd{.at = open.stage.clock.now(),
                                        .reason = api::EndReason::EndedByOwner,
                                        .by = api::SessionId(u"s1"_s),
                                        .reinstatableUntil = open.stage.clock.now() + 10s};
            open.stage.answer<api::EndSession>(ended);
        }
        QCOMPARE(open.stage.toast.offers(), 2);
        // Where the news are gone the details still can.
        QVERIFY(press(page, u"Take back"_s));
        api::Session back = open.stage.device(u"s3"_s, {});
        open.stage.answer<api::ReinstateSession>(back);
        QVERIFY(!open.store.find(api::SessionId(u"s3"_s))->end);
        QVERIFY(!named<QAbstractButton>(page, u"Take back"_s));
        page->select(api::SessionId(u"s2"_s));
        QVERIFY(named<QAbstractButton>(page, u"Take back"_s));
        open.stage.clock.advance(11s);
        page->select(api::SessionId(u"s3"_s));
        page->select(api::SessionId(u"s2"_s));
        QVERIFY(!named<QAbstractButton>(page, u"Take back"_s));
    }

    void anUndoLastsNoLongerThanTheServerLetsIt()
    {
        OpenAccess open;
        AccessPage *const page = open.page();
        page->select(api::SessionId(u"s2"_s));
        QVERIFY(press(page, u"End session"_s));
        api::Session ended = *open.store.find(api::SessionId(u"s2"_s));
        ended.end = api::SessionEnd{.at = open.stage.clock.now() - 6s,
                                    .reason = api::EndReason::EndedByOwner,
                                    .by = api::SessionId(u"s1"_s),
                                    .reinstatableUntil = open.stage.clock.now() + 4s};
        open.stage.answer<api::EndSession>(ended);
        QCOMPARE(named<QAbstractButton>(&open.stage.toast, u"Undo"_s)->text(), u"Undo (4)"_s);
    }

    void anEndingThatFailsIsToldAndChangesNothing()
    {
        OpenAccess open;
        AccessPage *const page = open.page();
        page->select(api::SessionId(u"s2"_s));
        QVERIFY(press(page, u"End session"_s));
        Error error = Error::of(Kind::Forbidden, u"x"_s);
        error.status = 403;
        open.stage.refuse(error);
        QVERIFY(open.stage.toast.text().startsWith(u"The session was not ended."_s));
        QVERIFY(!treeOf(page)->currentIndex().data(AccessModel::EndedRole).toBool());
    }

    void whoCameLaterCanOnlySayNo()
    {
        OpenAccess open;
        AccessPage *const page = open.page();
        const auto offers = [page](const QString &name) {
            const auto actions = treeOf(page)->actions();
            const auto found = std::ranges::find(
                actions, name, [](const QAction *one) { return withoutMnemonic(one->text()); });
            return (*found)->isEnabled() && named<QAbstractButton>(page, name);
        };
        page->select(api::SessionId(u"s3"_s));
        QVERIFY(says(page, u"Was it you who signed in here?"_s));
        QVERIFY(offers(u"It was me"_s) && offers(u"It wasn't me"_s));

        api::Session earlier = *open.store.find(api::SessionId(u"s3"_s));
        earlier.startedAt = open.stage.ago(31min);
        open.stage.happen({.id = api::EventId(u"e1"_s),
                           .kind = api::EventKind::SessionChanged,
                           .session = earlier});
        const QModelIndex status =
            treeOf(page)->currentIndex().siblingAtColumn(AccessModel::Status);
        QCOMPARE(status.data().toString(), u"Signed in earlier"_s);
        QVERIFY(!status.data(AccessModel::QuestionRole).toBool());
        QVERIFY(says(page, u"This device signed in later"_s));
        QVERIFY(!offers(u"It was me"_s) && offers(u"It wasn't me"_s));
        QVERIFY(press(page, u"It wasn't me"_s));
        QVERIFY(open.stage.asked().body.contains("notMine"));
    }

    void endsAllOthersOnlyAfterTheNumberWasSaid()
    {
        OpenAccess open;
        AccessPage *const page = open.page();
        const size_t asked = open.stage.count();
        QVERIFY(press(page, u"End all others"_s));
        QCOMPARE(open.stage.count(), asked);
        QVERIFY(press(page, u"Cancel"_s));
        QVERIFY(press(page, u"End all others"_s));
        QVERIFY(press(page, u"End 2 session(s)"_s));
        open.stage.answer<api::EndOtherSessions>(
            {.ended = {api::SessionId(u"s2"_s), api::SessionId(u"s3"_s)}});
        QVERIFY(!named<QAbstractButton>(page, u"End all others"_s)->isEnabled());
        // All of them come back with one press.
        QVERIFY(press(&open.stage.toast, u"Undo"_s));
        open.stage.answer<api::ListSessions>({.sessions = open.stage.sample(), .next = {}});
        open.stage.answer<api::ReinstateSession>(open.stage.device(u"s2"_s, u"Laptop"_s));
        open.stage.answer<api::ReinstateSession>(open.stage.device(u"s3"_s, {}));
        QVERIFY(named<QAbstractButton>(page, u"End all others"_s)->isEnabled());
    }

    void renamesInPlace()
    {
        OpenAccess open;
        AccessPage *const page = open.page();
        page->select(api::SessionId(u"s3"_s));
        treeOf(page)->setFocus();
        QTest::keyClick(treeOf(page), Qt::Key_F2);
        auto *editor = named<QLineEdit>(page, u"Name of this device"_s);
        QVERIFY(editor);
        QTest::keyClicks(editor, u"My script"_s);
        // A refresh in the middle of it takes nothing away.
        open.store.load();
        QList<api::Session> fresh = open.stage.sample();
        fresh.append(open.stage.device(u"s9"_s, u"Another"_s));
        open.stage.serve(fresh, Stage::user());
        QCOMPARE(named<QLineEdit>(page, u"Name of this device"_s), editor);
        QCOMPARE(editor->text(), u"My script"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        settle();
        QVERIFY(open.stage.asked().body.contains("My script"));
        api::Session renamed = *open.store.find(api::SessionId(u"s3"_s));
        renamed.device.label = u"My script"_s;
        open.stage.answer<api::RenameSession>(renamed);
        QCOMPARE(treeOf(page)->currentIndex().data().toString(), u"My script"_s);
    }

    void closedWhileLoadingStopsOnlyWaiting()
    {
        OpenAccess open;
        AccessPage *page = open.page(false);
        page->select(api::SessionId(u"s2"_s));
        QVERIFY(press(page, u"End session"_s));
        delete page;
        settle();
        open.stage.answer<api::ListSessions>({.sessions = open.stage.sample(), .next = {}});
        open.stage.answer<api::EndSession>(open.stage.ended(
            *open.store.find(api::SessionId(u"s2"_s)), api::EndReason::EndedByOwner, u"s1"_s));
        QVERIFY(open.store.find(api::SessionId(u"s2"_s))->end);
        QCOMPARE(open.stage.toast.text(), u"Ended: Laptop"_s);
    }
};

LATCHKEY_TEST(AccessActsTest)
#include "tst_accessacts.moc"
