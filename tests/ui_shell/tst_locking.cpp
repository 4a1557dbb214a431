#include "kit/toast.h"
#include "locked.h"
#include "support/testrunner.h"

#include <QAccessible>
#include <QDialog>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using namespace std::chrono_literals;

namespace {

/// All that a screen reader finds below it.
QStringList heard(QAccessibleInterface *interface)
{
    QStringList words;
    if (!interface)
        return words;
    for (const auto what : {QAccessible::Name, QAccessible::Description, QAccessible::Value})
        words << interface->text(what);
    for (int i = 0; i < interface->childCount(); ++i)
        words << heard(interface->child(i));
    words.removeAll(QString());
    return words;
}

} // namespace

/// The window behind its lock, and what locks it.
class LockingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSeenHeardOrReached()
    {
        Locked locked;
        MainWindow &window = *locked.window;
        window.openPage(u"profile"_s);
        window.toast().say(u"A secret piece of news"_s);
        QVERIFY(
            !heard(QAccessible::queryAccessibleInterface(&window)).filter(u"Profile"_s).isEmpty());
        QVERIFY(window.windowTitle().contains(u"Profile"_s));
        const QString page = window.currentPageId();

        QTest::keyClick(locked.focus(), Qt::Key_L, Qt::ControlModifier);
        settle();
        QVERIFY(locked.at.lock.isLocked());
        QVERIFY(!window.surface()->isVisible());
        QCOMPARE(window.windowTitle(), u"Latchkey"_s);
        const QStringList words = heard(QAccessible::queryAccessibleInterface(&window));
        QVERIFY(!words.filter(u"Latchkey is locked"_s).isEmpty());
        for (const QString &secret : {u"Profile"_s, u"Ada"_s, u"example"_s, u"news"_s, u"Home"_s})
            QVERIFY2(words.filter(secret).isEmpty(), qPrintable(words.join(u'|')));

        QVERIFY(locked.screen()->isAncestorOf(locked.focus()));
        for (const auto key : {Qt::Key_K, Qt::Key_1, Qt::Key_2, Qt::Key_Comma}) {
            QTest::keyClick(locked.focus(), key, Qt::ControlModifier);
            settle();
        }
        QTest::keyClick(locked.focus(), Qt::Key_F1);
        QTest::keyClick(locked.focus(), Qt::Key_F6);
        QCOMPARE(window.currentPageId(), page);
        QVERIFY(!window.surface()->isVisible());
        QWidget *first = locked.focus();
        do {
            QTest::keyClick(locked.focus(), Qt::Key_Tab);
            QVERIFY(locked.screen()->isAncestorOf(locked.focus()));
        } while (locked.focus() != first);
    }

    void unlockingGivesEverythingBack()
    {
        Locked locked;
        MainWindow &window = *locked.window;
        window.openPage(u"sessions"_s);
        auto *edit = qobject_cast<QLineEdit *>(locked.focus());
        QVERIFY(edit);
        QTest::keyClicks(edit, u"half a sen"_s);
        locked.lock();
        locked.type(u"1111"_s);
        QVERIFY(locked.at.lock.isLocked());
        QVERIFY(WindowStage::says(window, u"That is not it."_s));
        locked.type(u"2468"_s);
        QVERIFY(!locked.at.lock.isLocked());
        QVERIFY(edit->isVisible());
        QCOMPARE(locked.focus(), edit);
        QCOMPARE(edit->text(), u"half a sen"_s);
        QVERIFY(window.windowTitle().contains(u"Sessions"_s));
        QVERIFY(!locked.screen() || !locked.screen()->isVisible());
        QTest::keyClick(edit, Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(window.currentPageId(), u"home"_s);
    }

    void newsGoOnAndTakeNoFocus()
    {
        Locked locked;
        MainWindow &window = *locked.window;
        const account::ProfileId id = window.currentProfile();
        locked.lock();
        locked.at.stage.happen({.id = api::EventId(u"e1"_s),
                                .kind = api::EventKind::SessionStarted,
                                .session = Stage::session(u"s9"_s, u"Stranger"_s)});
        QVERIFY(locked.at.stage.accounts.sessions(id)->find(api::SessionId(u"s9"_s)));
        window.openPage(u"profile"_s);
        window.openFirstStart();
        window.toast().say(u"Something"_s);
        settle();
        QVERIFY(locked.screen()->isAncestorOf(locked.focus()));
        QVERIFY(!window.toast().isVisible());
        QCOMPARE(window.windowTitle(), u"Latchkey"_s);
    }

    void whatIsOpenBesidesCloses()
    {
        Locked locked;
        QDialog dialog(locked.window.get());
        dialog.open();
        QMenu menu(locked.window.get());
        menu.addAction(u"Something"_s);
        menu.popup({10, 10});
        QVERIFY(menu.isVisible() && dialog.isVisible());
        locked.lock();
        QVERIFY(!menu.isVisible());
        QVERIFY(!dialog.isVisible());
    }

    void whatIsNotSavedHoldsTheWindowAndIsNotShown()
    {
        Locked locked;
        locked.at.hasUnsaved = true;
        locked.lock();
        QVERIFY(!locked.window->close());
        settle();
        QVERIFY(WindowStage::says(*locked.window, u"something in it is not saved"_s));
        QVERIFY(!locked.window->surface()->isVisible());
        locked.at.hasUnsaved = false;
        QVERIFY(locked.window->close());
    }

    void useIsNoticed()
    {
        Locked locked;
        locked.at.stage.clock.advance(4min);
        QTest::keyClick(locked.focus(), Qt::Key_A);
        locked.at.stage.clock.advance(4min);
        QTest::keyClick(locked.focus(), Qt::Key_A);
        QVERIFY(!locked.at.lock.isLocked());
        auto *edit = qobject_cast<QLineEdit *>(locked.focus());
        QVERIFY(edit);
        const QString before = edit->text();
        locked.at.stage.clock.advance(6min);
        QTest::keyClick(edit, Qt::Key_B);
        settle();
        QVERIFY(locked.at.lock.isLocked());
        QCOMPARE(edit->text(), before);
    }

    void neitherShortcutNorInputMethodComesBeforeTheLock()
    {
        Locked locked;
        auto *edit = qobject_cast<QLineEdit *>(locked.focus());
        QVERIFY(edit);
        const QString page = locked.window->currentPageId();
        locked.at.stage.clock.advance(6min);
        QTest::keyClick(edit, Qt::Key_2, Qt::ControlModifier);
        settle();
        QVERIFY(locked.at.lock.isLocked());
        QCOMPARE(locked.window->currentPageId(), page);

        locked.type(u"2468"_s);
        QVERIFY(!locked.at.lock.isLocked());
        const QString before = edit->text();
        locked.at.stage.clock.advance(6min);
        QInputMethodEvent typed;
        typed.setCommitString(u"锁"_s);
        QCoreApplication::sendEvent(edit, &typed);
        settle();
        QVERIFY(locked.at.lock.isLocked());
        QCOMPARE(edit->text(), before);
    }

    void whoHasNoLockIsLedToWhereOneIsSet()
    {
        Locked locked;
        locked.at.lock.turnOff(Secret(u"2468"_s));
        settle();
        QVERIFY(!locked.at.lock.isOn());
        const QSignalSpy wanted(locked.locking.get(), &app::Locking::setUpRequested);
        QTest::keyClick(locked.focus(), Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(wanted.size(), 1);
        QVERIFY(!locked.window->isCovered());
    }

    void aProgramThatStartsLockedShowsNothing()
    {
        Locked locked;
        locked.locking.reset();
        locked.at.lock.lock();
        locked.locking = std::make_unique<app::Locking>(locked.at.lock, *locked.window,
                                                        locked.at.stage.accounts);
        QVERIFY(locked.window->isCovered());
    }

    void whoForgotThePinIsSignedOutAndFindsNothing()
    {
        Locked locked;
        const account::ProfileId id = locked.window->currentProfile();
        const QPointer<QWidget> page = locked.focus();
        locked.lock();
        WindowStage::button(locked.window.get(), u"Forgotten the PIN?"_s)->click();
        WindowStage::button(locked.window.get(), u"Sign out of everything"_s)->click();
        locked.screen()->findChild<ForgottenCard *>()->findChild<QTimer *>()->setInterval(1);
        QTRY_COMPARE(locked.at.stage.line(), QByteArray("DELETE /v1/session"));
        locked.at.stage.answer<api::SignOut>({});
        QVERIFY(!locked.at.stage.accounts.account(id)->state().isSignedIn());
        QVERIFY(!page);
        QVERIFY(!locked.at.lock.isOn() && locked.at.lock.isForgotten());
        QVERIFY(!locked.window->isCovered());
    }
};

LATCHKEY_TEST(LockingTest)
#include "tst_locking.moc"
