#include "access/accessmodel.h"
#include "access/accessorder.h"
#include "access/accesspage.h"
#include "account/actingonbehalf.h"
#include "pagestage.h"
#include "sessions/sessionwords.h"
#include "support/testrunner.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>
#include <QTreeView>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using Kind = Error::Kind;

namespace {

/// Says everything in capitals: a language that is easy to tell from English.
class Capitals final : public QTranslator
{
public:
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return QString::fromUtf8(text).toUpper();
    }
    bool isEmpty() const override { return false; }
};

struct Open
{
    explicit Open(const QList<api::Session> &sessions)
        : account(stage.open(sessions))
        , store(*stage.accounts.sessions(account.id()))
    {}
    explicit Open()
        : account(stage.open(stage.sample()))
        , store(*stage.accounts.sessions(account.id()))
    {}

    AccessPage *page(bool isServed = true)
    {
        auto *made = stage.show(new AccessPage(account, store, stage.clock, stage.toast));
        if (isServed)
            stage.serve(stage.sample(), Stage::user());
        return made;
    }

    PageStage stage;
    account::Account &account;
    account::SessionStore &store;
};

QStringList shown(const QAbstractItemModel &model)
{
    QStringList rows;
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex parent = model.index(group, 0);
        for (int row = 0; row < model.rowCount(parent); ++row)
            rows.append(model.index(row, 0, parent).data(AccessModel::IdRole).toString());
        rows.append(u"/"_s);
    }
    return rows;
}

QTreeView *treeOf(const QWidget *page)
{
    return page->findChild<QTreeView *>();
}

} // namespace

class AccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoeverActsOnBehalfIsNamedWithTheirReason()
    {
        QList<api::Session> sessions = PageStage().sample();
        sessions[2].kind = api::SessionKind::OnBehalf;
        sessions[2].onBehalf = api::OnBehalf{.by = api::UserId(u"u9"_s),
                                             .name = u"Mary Somerville"_s,
                                             .reason = u"Ticket 4711, as asked"_s};
        Open open(sessions);
        AccessPage *const page = open.page(false);
        open.stage.serve(sessions, Stage::user());
        page->select(sessions.at(2).id);
        settle();
        QVERIFY(says(page, u"Mary Somerville, on your behalf"_s));
        QVERIFY(says(page, u"Ticket 4711, as asked"_s));
        QVERIFY(named<QAbstractButton>(page, u"End session"_s));
    }

    void nobodyEndsSessionsOnSomebodysBehalf()
    {
        Open open;
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

    void everyWayOfSigningInIsToldWhole()
    {
        Open open;
        for (const api::Proof proof : {api::Proof::Password, api::Proof::SmsCode,
                                       api::Proof::EmailCode, api::Proof::RecoveryCode}) {
            QList<api::Session> sessions = open.stage.sample();
            sessions[2].proof = proof;
            open.store.fill(sessions, open.stage.clock.now());
            const std::unique_ptr<AccessPage> page(open.page(false));
            open.stage.serve(sessions, Stage::user());
            page->select(sessions.at(2).id);
            settle();
            const QString words = sessionwords::proof(proof);
            for (const auto *label : page->findChildren<QLabel *>()) {
                if (label->text() != words)
                    continue;
                QVERIFY(label->isVisible());
                QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                         qPrintable(words));
                QVERIFY2(!label->visibleRegion().isEmpty(), qPrintable(words));
            }
        }
    }

    void rowsFollowTheStoreWithoutReset()
    {
        Open open;
        AccessModel model(open.store, open.stage.clock);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QSignalSpy moves(&model, &QAbstractItemModel::rowsMoved);
        QCOMPARE(shown(model), (QStringList{u"s1"_s, u"/"_s, u"s2"_s, u"s3"_s, u"/"_s, u"/"_s,
                                            u"s4"_s, u"s5"_s, u"/"_s}));
        const QPersistentModelIndex kept(model.indexOf(api::SessionId(u"s3"_s)));

        open.store.load();
        open.stage.serve(
            {open.stage.device(u"s1"_s, {}), open.stage.device(u"s6"_s, u"New"_s),
             open.stage.ended(open.stage.device(u"s3"_s, {}), api::EndReason::NotRecognised)},
            Stage::user());
        QCOMPARE(shown(model),
                 (QStringList{u"s1"_s, u"/"_s, u"s6"_s, u"/"_s, u"/"_s, u"s3"_s, u"/"_s}));
        QCOMPARE(resets.size(), 0);
        QCOMPARE(moves.size(), 1);
        QCOMPARE(kept.data(AccessModel::IdRole).toString(), u"s3"_s);
    }

    void sortsByWhatIsMeantAndSifts()
    {
        Open open;
        AccessModel model(open.store, open.stage.clock);
        AccessOrder order;
        order.setSourceModel(&model);
        const QAbstractItemModelTester tester(
            &order, QAbstractItemModelTester::FailureReportingMode::QtTest);
        order.sort(AccessModel::LastActive, Qt::DescendingOrder);
        QCOMPARE(shown(order), (QStringList{u"s1"_s, u"/"_s, u"s3"_s, u"s2"_s, u"/"_s, u"s4"_s,
                                            u"s5"_s, u"/"_s}));
        order.sort(AccessModel::LastActive, Qt::AscendingOrder);
        QCOMPARE(shown(order), (QStringList{u"s1"_s, u"/"_s, u"s2"_s, u"s3"_s, u"/"_s, u"s5"_s,
                                            u"s4"_s, u"/"_s}));
        order.setWords(u"  LAPtop 2001 "_s);
        QCOMPARE(shown(order), (QStringList{u"s2"_s, u"/"_s}));
        order.setWords(u"nowhere"_s);
        QCOMPARE(order.rowCount(), 0);
    }

    void showsWhyThereIsNothing_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("words");
        QTest::newRow("offline") << int(Kind::Network) << u"You are offline"_s;
        QTest::newRow("not allowed") << int(Kind::Forbidden) << u"You can't see the sessions"_s;
        QTest::newRow("failed") << int(Kind::Server) << u"The sessions could not be loaded"_s;
    }

    void showsWhyThereIsNothing()
    {
        QFETCH(const int, kind);
        QFETCH(const QString, words);
        Open open{QList<api::Session>{}};
        AccessPage *const page = open.page(false);
        QTRY_VERIFY(says(page, u"Loading your sessions…"_s));
        if (kind == int(Kind::Network)) {
            open.account.lost(Error::of(Kind::Network, u"connectionLost"_s));
            open.stage.refuse(Error::of(Kind::Server, u"away"_s));
            open.account.lost(Error::of(Kind::Network, u"connectionLost"_s));
        } else {
            Error error = Error::of(static_cast<Kind>(kind), u"x"_s);
            error.status = kind == int(Kind::Forbidden) ? 403 : 500;
            while (!open.stage.line().isEmpty()) {
                open.stage.refuse(error);
                open.stage.alarm.advance(5s); // until it is tried again
            }
        }
        settle();
        QVERIFY2(says(page, words), qPrintable(words));
    }

    void signedOutWithNothingToShowItSaysWhatToDo()
    {
        Open open{QList<api::Session>{}};
        AccessPage *const page = open.page(false);
        open.account.close(account::AccountState::Reason::Refused, {});
        settle();
        QVERIFY(says(page, u"You are signed out"_s));
        QVERIFY(says(page, u"Sign in again"_s));
        open.account.locked(Error::of(Kind::Forbidden, u"keychainLocked"_s));
        settle();
        QVERIFY(says(page, u"Your session is locked"_s));
    }

    void whileItIsLockedTheListIsHidden()
    {
        Open open;
        AccessPage *const page = open.page();
        open.stage.serve(open.stage.sample(), Stage::user());
        QVERIFY(treeOf(page)->isVisible());
        open.account.locked(Error::of(Kind::Forbidden, u"secretFileLocked"_s));
        settle();
        QVERIFY(!treeOf(page)->isVisible());
        QVERIFY(says(page, u"Your session is locked"_s));
        QVERIFY(!named<QAbstractButton>(page, u"End all others"_s)->isEnabled());
    }

    void sortsAndFitsWithoutAMouse()
    {
        Open open;
        AccessPage *const page = open.page();
        open.stage.serve(open.stage.sample(), Stage::user());
        const auto titled = [page](const QString &title) {
            const auto actions = page->actions();
            return *std::ranges::find(actions, title, &QAction::text);
        };
        titled(u"Sort by Device"_s)->trigger();
        const QHeaderView *header = treeOf(page)->header();
        QCOMPARE(header->sortIndicatorSection(), int(AccessModel::Device));
        QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
        titled(u"Sort by Device"_s)->trigger();
        QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
        titled(u"Sort by Last active"_s)->trigger();
        QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
        // Why it ended stands there whole.
        const int reason =
            treeOf(page)->fontMetrics().horizontalAdvance(u"Ended from this device"_s);
        QVERIFY(header->sectionSize(AccessModel::Status) > reason);
    }

    void aNameThatCouldNotBeSavedIsKept()
    {
        Open open;
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

    void fitsBesideTheSidebarOfASmallWindow()
    {
        Open open;
        AccessPage *const page = open.page();
        open.stage.serve(open.stage.sample(), Stage::user());
        page->select(api::SessionId(u"s2"_s));
        press(page, u"End all others"_s);
        constexpr int sidebar = 160 + 1;
        QVERIFY2(page->minimumSizeHint().width() <= 640 - sidebar,
                 qPrintable(QString::number(page->minimumSizeHint().width())));
    }

    void saysWhenNothingMatchesAndEscGoesBack()
    {
        Open open;
        AccessPage *const page = open.page();
        QVERIFY(type(page, u"Filter sessions"_s, u"zebra"_s));
        QVERIFY(says(page, u"No session matches"_s));
        QTest::keyClick(named<QLineEdit>(page, u"Filter sessions"_s), Qt::Key_Escape);
        QVERIFY(treeOf(page)->isVisibleTo(page));
        QCOMPARE(treeOf(page)->model()->rowCount(), 3);
    }

    void endsWithDeleteAndTakesItBack()
    {
        Open open;
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
        Open open;
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
        Open open;
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
        Open open;
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
        Open open;
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
        Open open;
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

    void programsStandApartAndAreChangedElsewhere()
    {
        PageStage around;
        QList<api::Session> sessions = around.sample();
        api::Session program = around.device(u"p1"_s, u"Backup"_s);
        program.kind = api::SessionKind::Api;
        program.device.program.clear();
        program.device.system.clear();
        program.proof = api::Proof::Session;
        program.expiresAt = api::never;
        program.reviewed = true;
        sessions << program;
        Open open(sessions);
        AccessModel model(open.store, open.stage.clock);
        QCOMPARE(shown(model), (QStringList{u"s1"_s, u"/"_s, u"s2"_s, u"s3"_s, u"/"_s, u"p1"_s,
                                            u"/"_s, u"s4"_s, u"s5"_s, u"/"_s}));
        QVERIFY(!(model.flags(model.indexOf(program.id)) & Qt::ItemIsEditable));
        AccessPage *const page = open.page(false);
        open.stage.serve(sessions, Stage::user());
        page->select(program.id);
        settle();
        QVERIFY(says(page, u"Never"_s));
        QVERIFY(!named<QAbstractButton>(page, u"Rename"_s));
        const QSignalSpy asked(page, &AccessPage::apiSessionRequested);
        QVERIFY(press(page, u"Change…"_s));
        QCOMPARE(asked.size(), 1);
        // What ends all others is about devices.
        QVERIFY(press(page, u"End all others"_s));
        QVERIFY(named<QAbstractButton>(page, u"End 2 session(s)"_s));
    }

    void renamesInPlace()
    {
        Open open;
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

    void anotherClientsSignInAppearsByItself()
    {
        Open open;
        AccessPage *const page = open.page();
        open.stage.happen({.id = api::EventId(u"e1"_s),
                           .kind = api::EventKind::SessionStarted,
                           .session = open.stage.device(u"s7"_s, u"Kiosk"_s, 0min)});
        QVERIFY(shown(*treeOf(page)->model()).contains(u"s7"_s));
    }

    void speaksAnotherLanguageWhileItRuns()
    {
        Open open;
        AccessPage *const page = open.page();
        page->select(api::SessionId(u"s2"_s));
        Capitals capitals;
        QCoreApplication::installTranslator(&capitals);
        settle();
        QVERIFY(says(page, u"ACCESS"_s));
        QVERIFY(named<QAbstractButton>(page, u"END ALL OTHERS"_s));
        const auto *model = treeOf(page)->model();
        QCOMPARE(model->headerData(0, Qt::Horizontal).toString(), u"DEVICE"_s);
        QCOMPARE(model->index(1, 0).data().toString(), u"OTHER DEVICES"_s);
        QCOMPARE(treeOf(page)->currentIndex().data(AccessModel::IdRole).toString(), u"s2"_s);
        QCoreApplication::removeTranslator(&capitals);
        settle();
    }

    void closedWhileLoadingStopsOnlyWaiting()
    {
        Open open;
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

    void remembersHowItWasArranged()
    {
        Open open;
        AccessPage *const page = open.page();
        treeOf(page)->sortByColumn(AccessModel::Address, Qt::AscendingOrder);
        const QByteArray kept = page->arrangement();
        AccessPage other(open.account, open.store, open.stage.clock, open.stage.toast);
        other.arrange(kept);
        QCOMPARE(other.arrangement(), kept);
        other.arrange("nonsense");
        QCOMPARE(treeOf(&other)->header()->sortIndicatorSection(), int(AccessModel::Address));
    }
};

LATCHKEY_TEST(AccessTest)
#include "tst_access.moc"
