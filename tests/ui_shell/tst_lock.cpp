#include "kit/button.h"
#include "kit/letters.h"
#include "kit/passwordedit.h"
#include "kit/theme.h"
#include "kit/toast.h"
#include "lock/lockscreen.h"
#include "lock/usewatch.h"
#include "settings/lockcard.h"
#include "settings/lockform.h"
#include "shell/barstack.h"
#include "support/testrunner.h"
#include "windowstage.h"

#include <QAccessible>
#include <QCheckBox>
#include <QDialog>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using namespace std::chrono_literals;

namespace {

const Secret pin(u"2468"_s);

/// A window with a lock on it, as the program puts them together.
struct Locked
{
    Locked()
    {
        at.lock.set(pin);
        settle();
        at.stage.signIn();
        window = at.window();
        QObject::connect(
            &at.lock, &account::AppLock::lockedChanged, window.get(), [this](bool isLocked) {
                if (isLocked)
                    window->cover(new LockScreen(at.lock, [this] { return forget(); }));
                else
                    window->uncover();
            });
        QObject::connect(window.get(), &MainWindow::lockRequested, &at.lock,
                         &account::AppLock::lock);
        settle();
    }

    Call<Nothing> forget()
    {
        ++forgotten;
        return outcome.call();
    }
    QWidget *focus() const { return QApplication::focusWidget(); }
    LockScreen *screen() const { return window->findChild<LockScreen *>(); }
    void type(const QString &text)
    {
        QTest::keyClicks(focus(), text);
        QTest::keyClick(focus(), Qt::Key_Return);
        settle();
    }

    WindowStage at;
    std::unique_ptr<MainWindow> window;
    CallSource<Nothing> outcome;
    int forgotten = 0;
};

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

class LockTest : public QObject
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
        locked.at.lock.lock();
        settle();
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
        locked.at.lock.lock();
        settle();
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
        locked.at.lock.lock();
        settle();
        QVERIFY(!menu.isVisible());
        QVERIFY(!dialog.isVisible());
    }

    void wrongTriesWaitAndSaySo()
    {
        Locked locked;
        locked.at.lock.lock();
        settle();
        for (int i = 0; i < 5; ++i)
            locked.type(u"0000"_s);
        QVERIFY(WindowStage::says(*locked.window, u"Too many tries."_s));
        locked.type(u"2468"_s);
        QVERIFY(locked.at.lock.isLocked());
        locked.at.stage.clock.advance(1s);
        QTRY_VERIFY(WindowStage::button(locked.window.get(), u"Unlock"_s)->isEnabled());
        QTest::keyClick(locked.focus(), Qt::Key_Return);
        settle();
        QVERIFY(!locked.at.lock.isLocked());
    }

    void whatIsNotSavedHoldsTheWindowAndIsNotShown()
    {
        Locked locked;
        QObject::connect(locked.window.get(), &MainWindow::closingHeldUp, locked.window.get(),
                         [&] { locked.screen()->tellUnsaved(); });
        locked.at.hasUnsaved = true;
        locked.at.lock.lock();
        settle();
        QVERIFY(!locked.window->close());
        settle();
        QVERIFY(WindowStage::says(*locked.window, u"something in it is not saved"_s));
        QVERIFY(!locked.window->surface()->isVisible());
        locked.at.hasUnsaved = false;
        QVERIFY(locked.window->close());
    }

    void theForgottenOneSignsOutOfEverythingAfterAWhile()
    {
        Locked locked;
        locked.at.lock.lock();
        settle();
        auto *press = WindowStage::button(locked.window.get(), u"Forgotten the PIN?"_s);
        QVERIFY(press);
        press->click();
        QVERIFY(WindowStage::says(*locked.window, u"sign out of every account"_s));
        QTest::keyClick(locked.focus(), Qt::Key_Escape);
        QVERIFY(!WindowStage::says(*locked.window, u"sign out of every account"_s));
        press->click();
        WindowStage::button(locked.window.get(), u"Sign out of everything"_s)->click();
        QVERIFY(WindowStage::says(*locked.window, u"10 second"_s));
        QCOMPARE(locked.focus(), WindowStage::button(locked.window.get(), u"Undo"_s));
        QTest::keyClick(locked.focus(), Qt::Key_Space);
        QVERIFY(WindowStage::button(locked.window.get(), u"Unlock"_s));
        QCOMPARE(locked.forgotten, 0);

        press->click();
        WindowStage::button(locked.window.get(), u"Sign out of everything"_s)->click();
        auto *timer = locked.window->findChild<ForgottenCard *>()->findChild<QTimer *>();
        QVERIFY(timer);
        timer->setInterval(1);
        QTRY_COMPARE(locked.forgotten, 1);
        locked.outcome.finish(failure(Error::of(Error::Kind::Forbidden, u"keychainLocked"_s)));
        settle();
        QVERIFY(WindowStage::says(*locked.window, u"The lock stays"_s));
        QVERIFY(locked.at.lock.isLocked());
    }

    void startingAnewLeavesNothingThatWasTyped()
    {
        Locked locked;
        locked.window->openPage(u"profile"_s);
        const QPointer<QWidget> page = locked.focus();
        QVERIFY(page);
        locked.window->startAnew();
        QVERIFY(!page);
        QVERIFY(!locked.window->currentProfile().isEmpty());
    }

    void useIsNoticed()
    {
        Locked locked;
        const UseWatch watch(locked.at.lock);
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

    void looks_data()
    {
        QTest::addColumn<bool>("isChinese");
        QTest::addColumn<bool>("isDark");
        QTest::addRow("en-light") << false << false;
        QTest::addRow("zh-light") << true << false;
        QTest::addRow("en-dark") << false << true;
        QTest::addRow("zh-dark") << true << true;
    }

    /// Pictures where LATCHKEY_SHOTS names a folder.
    void looks()
    {
        QFETCH(const bool, isChinese);
        QFETCH(const bool, isDark);
        applyTheme(*qApp, isDark ? Theme::Dark : Theme::Light);
        QTranslator words;
        if (isChinese) {
            QVERIFY(words.load(u":/i18n/latchkey_zh_CN.qm"_s));
            QCoreApplication::installTranslator(&words);
        }
        const QString folder = qEnvironmentVariable("LATCHKEY_SHOTS");
        const auto keep = [&folder](QWidget &window, const QString &name) {
            settle();
            const QString file =
                u"/lock-%1-"_s.arg(name) + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s;
            if (!folder.isEmpty())
                QVERIFY(window.grab().save(folder + file));
        };
        Locked locked;
        MainWindow &window = *locked.window;
        window.openPage(u"settings"_s);
        keep(window, u"settings"_s);
        locked.at.lock.lock();
        settle();
        keep(window, u"screen"_s);
        QCOMPARE(Letters(*locked.screen()).twice(), QString());
        for (int i = 0; i < 6; ++i)
            locked.type(u"0000"_s);
        locked.screen()->tellUnsaved();
        keep(window, u"waits"_s);
        for (auto *button : locked.screen()->findChildren<QPushButton *>()) {
            if (kindOf(button) == ButtonKind::Flat)
                button->click();
        }
        keep(window, u"forgotten"_s);
        QCOMPARE(Letters(*locked.screen()).twice(), QString());
        QCoreApplication::removeTranslator(&words);
        applyTheme(*qApp, Theme::Light);
    }

    void isSetChangedAndTurnedOffInTheSettings()
    {
        WindowStage at;
        LockCard card(at.lock);
        card.show();
        QApplication::setActiveWindow(&card);
        const auto fill = [&card](const QStringList &values) {
            qsizetype next = 0;
            for (PasswordEdit *edit : card.findChildren<PasswordEdit *>()) {
                if (edit->isVisible())
                    edit->line()->setText(values.value(next++));
            }
        };
        const auto click = [&card](const QString &name) {
            auto *button = WindowStage::button(&card, name);
            QVERIFY2(button && button->isEnabled(), qPrintable(name));
            button->click();
            settle();
        };
        QVERIFY(WindowStage::says(card, u"It encrypts nothing"_s));
        click(u"Set a PIN or passphrase…"_s);
        fill({u"12"_s, u"12"_s});
        click(u"Turn on the lock"_s);
        QVERIFY(WindowStage::says(card, u"Too short."_s));
        fill({u"1234"_s, u"1235"_s});
        click(u"Turn on the lock"_s);
        QVERIFY(WindowStage::says(card, u"not the same"_s));
        fill({u"1234"_s, u"1234"_s});
        click(u"Turn on the lock"_s);
        QVERIFY(at.lock.isOn());
        QVERIFY(WindowStage::says(card, u"The lock is on"_s));
        auto *screen = card.findChild<QCheckBox *>();
        QVERIFY(screen->isVisible());
        screen->click();
        QVERIFY(!at.lock.locksWithScreen());

        click(u"Change it…"_s);
        fill({u"9999"_s, u"a longer one"_s, u"a longer one"_s});
        click(u"Change the lock"_s);
        QVERIFY(WindowStage::says(card, u"That is not it."_s));
        fill({u"1234"_s, u"a longer one"_s, u"a longer one"_s});
        click(u"Change the lock"_s);
        QVERIFY(!at.lock.isPin());
        click(u"Turn off…"_s);
        QVERIFY(WindowStage::says(card, u"Current passphrase"_s));
        fill({u"a longer one"_s});
        click(u"Turn off the lock"_s);
        QVERIFY(!at.lock.isOn());
        QVERIFY(!WindowStage::says(card, u"The lock is on"_s));
    }
};

LATCHKEY_TEST(LockTest)
#include "tst_lock.moc"
