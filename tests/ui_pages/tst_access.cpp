#include "access/sessiondetails.h"
#include "accessstage.h"
#include "sessions/sessionwords.h"
#include "support/testrunner.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

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

QRect placeOf(const QWidget *part, const QWidget *page)
{
    return {part->mapTo(page, QPoint()), part->size()};
}

} // namespace

/// Sessions as they are seen.
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
        OpenAccess open(sessions);
        AccessPage *const page = open.page(false);
        open.stage.serve(sessions, Stage::user());
        page->select(sessions.at(2).id);
        settle();
        QVERIFY(says(page, u"Mary Somerville, on your behalf"_s));
        QVERIFY(says(page, u"Ticket 4711, as asked"_s));
        QVERIFY(named<QAbstractButton>(page, u"End session"_s));
    }

    void everyWayOfSigningInIsToldWhole()
    {
        OpenAccess open;
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
        OpenAccess open{QList<api::Session>{}};
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
        OpenAccess open{QList<api::Session>{}};
        AccessPage *const page = open.page(false);
        open.account.close(account::AccountState::Reason::Refused, {});
        settle();
        QVERIFY(says(page, u"You are signed out"_s));
        QVERIFY(says(page, u"Sign in again"_s));
        open.account.locked(Error::of(Kind::Forbidden, u"keychainLocked"_s));
        settle();
        QVERIFY(says(page, u"Your session is locked"_s));
    }

    void onceTheSessionWasEndedTheListIsHidden()
    {
        OpenAccess open;
        AccessPage *const page = open.page();
        page->select(api::SessionId(u"s2"_s));
        settle();
        QVERIFY(says(page, u"2001:db8::42"_s));
        open.account.close(account::AccountState::Reason::EndedByOther);
        settle();
        QVERIFY(!treeOf(page)->isVisible());
        QVERIFY(!says(page, u"2001:db8::42"_s));
        QVERIFY(says(page, u"You are signed out"_s));
        QVERIFY(!named<QAbstractButton>(page, u"End all others"_s)->isEnabled());
        open.account.open(Secret(u"lk-token"_s));
        settle();
        QVERIFY(treeOf(page)->isVisible());
    }

    void whileItIsLockedTheListIsHidden()
    {
        OpenAccess open;
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
        OpenAccess open;
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

    void fitsBesideTheSidebarOfASmallWindow()
    {
        OpenAccess open;
        AccessPage *const page = open.page();
        open.stage.serve(open.stage.sample(), Stage::user());
        page->select(api::SessionId(u"s2"_s));
        press(page, u"End all others"_s);
        constexpr int sidebar = 160 + 1;
        QVERIFY2(page->minimumSizeHint().width() <= 640 - sidebar,
                 qPrintable(QString::number(page->minimumSizeHint().width())));
    }

    void inANarrowWindowTheDetailsStandBelowTheList()
    {
        OpenAccess open;
        AccessPage *const page = open.page();
        const QTreeView *tree = treeOf(page);
        const auto *details = page->findChild<SessionDetails *>();
        const auto resize = [&](int width) {
            page->resize(width, 500);
            settle();
        };
        for (const int width : {460, 1000, 640}) {
            resize(width);
            const QRect list = placeOf(tree, page);
            const QRect below = placeOf(details, page);
            QCOMPARE(below.top() > list.bottom(), width < 1000);
            QCOMPARE(below.left() > list.right(), width == 1000);
            // How a session stands can be read whichever way.
            const QHeaderView *header = tree->header();
            QVERIFY(header->sectionViewportPosition(AccessModel::Status) +
                        header->sectionSize(AccessModel::Status) <=
                    tree->viewport()->width());
        }
    }

    void inALowWindowTheDetailsScroll()
    {
        OpenAccess open;
        AccessPage *const page = open.page();
        page->select(api::SessionId(u"s3"_s));
        auto *scroll = page->findChild<SessionDetails *>()->findChild<QScrollArea *>();
        const auto *bar = scroll->verticalScrollBar();
        for (const QSize size : {QSize(1000, 300), QSize(460, 400)}) {
            page->resize(size);
            settle();
            QVERIFY(bar->maximum() > 0);
            QCOMPARE(scroll->horizontalScrollBar()->maximum(), 0);
            QCOMPARE(scroll->focusPolicy(), Qt::TabFocus); // for the arrow keys
            for (const auto *label : scroll->findChildren<QLabel *>()) {
                if (label->isVisible())
                    QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                             qPrintable(label->text()));
            }
            auto *last = named<QPushButton>(page, u"End session"_s);
            scroll->ensureWidgetVisible(last, 0, 0);
            QCOMPARE(last->visibleRegion().boundingRect(), last->rect());
        }
        page->resize(1000, 700);
        settle();
        QCOMPARE(bar->maximum(), 0);
        QCOMPARE(scroll->focusPolicy(), Qt::NoFocus);
    }

    void saysWhenNothingMatchesAndEscGoesBack()
    {
        OpenAccess open;
        AccessPage *const page = open.page();
        QVERIFY(type(page, u"Filter sessions"_s, u"zebra"_s));
        QVERIFY(says(page, u"No session matches"_s));
        QTest::keyClick(named<QLineEdit>(page, u"Filter sessions"_s), Qt::Key_Escape);
        QVERIFY(treeOf(page)->isVisibleTo(page));
        QCOMPARE(treeOf(page)->model()->rowCount(), 3);
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
        OpenAccess open(sessions);
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

    void anotherClientsSignInAppearsByItself()
    {
        OpenAccess open;
        AccessPage *const page = open.page();
        open.stage.happen({.id = api::EventId(u"e1"_s),
                           .kind = api::EventKind::SessionStarted,
                           .session = open.stage.device(u"s7"_s, u"Kiosk"_s, 0min)});
        QVERIFY(shown(*treeOf(page)->model()).contains(u"s7"_s));
    }

    void speaksAnotherLanguageWhileItRuns()
    {
        OpenAccess open;
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

    void remembersHowItWasArranged()
    {
        OpenAccess open;
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
