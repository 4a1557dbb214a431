#include "kit/button.h"
#include "kit/letters.h"
#include "kit/theme.h"
#include "locked.h"
#include "support/testrunner.h"

#include <QTest>
#include <QTimer>
#include <QTranslator>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;
using namespace std::chrono_literals;

namespace {

/// The screen alone, over a lock whose PIN is 2468.
struct Shown
{
    Shown()
    {
        at.lock.set(Secret(u"2468"_s));
        settle();
        at.lock.lock();
        screen = std::make_unique<LockScreen>(at.lock, [this] { return forget(); });
        screen->show();
        QApplication::setActiveWindow(screen.get());
        screen->setFocus();
    }

    Call<Nothing> forget()
    {
        ++forgotten;
        return outcome.call();
    }
    QWidget *focus() const { return QApplication::focusWidget(); }
    QPushButton *button(const QString &name) { return WindowStage::button(screen.get(), name); }
    bool says(const QString &words) { return WindowStage::says(*screen, words); }
    void type(const QString &text)
    {
        QTest::keyClicks(focus(), text);
        QTest::keyClick(focus(), Qt::Key_Return);
        settle();
    }

    WindowStage at;
    CallSource<Nothing> outcome;
    int forgotten = 0;
    std::unique_ptr<LockScreen> screen;
};

} // namespace

class LockScreenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongTriesWaitAndSaySo()
    {
        Shown shown;
        for (int i = 0; i < 5; ++i)
            shown.type(u"0000"_s);
        QVERIFY(shown.says(u"Too many tries."_s));
        shown.type(u"2468"_s);
        QVERIFY(shown.at.lock.isLocked());
        shown.at.stage.clock.advance(1s);
        QTRY_VERIFY(shown.button(u"Unlock"_s)->isEnabled());
        QTest::keyClick(shown.focus(), Qt::Key_Return);
        settle();
        QVERIFY(!shown.at.lock.isLocked());
    }

    void theForgottenOneSignsOutOfEverythingAfterAWhile()
    {
        Shown shown;
        auto *press = shown.button(u"Forgotten the PIN?"_s);
        QVERIFY(press);
        press->click();
        QVERIFY(shown.says(u"sign out of every account"_s));
        QTest::keyClick(shown.focus(), Qt::Key_Escape);
        QVERIFY(!shown.says(u"sign out of every account"_s));
        press->click();
        shown.button(u"Sign out of everything"_s)->click();
        QVERIFY(shown.says(u"10 second"_s));
        QCOMPARE(shown.focus(), shown.button(u"Undo"_s));
        QTest::keyClick(shown.focus(), Qt::Key_Space);
        QVERIFY(shown.button(u"Unlock"_s));
        QCOMPARE(shown.forgotten, 0);

        press->click();
        shown.button(u"Sign out of everything"_s)->click();
        auto *timer = shown.screen->findChild<ForgottenCard *>()->findChild<QTimer *>();
        QVERIFY(timer);
        timer->setInterval(1);
        QTRY_COMPARE(shown.forgotten, 1);
        shown.outcome.finish(failure(Error::of(Error::Kind::Forbidden, u"keychainLocked"_s)));
        settle();
        QVERIFY(shown.says(u"The lock stays"_s));
        QVERIFY(shown.at.lock.isLocked());

        shown.outcome = {};
        shown.button(u"Try again"_s)->click();
        QTRY_COMPARE(shown.forgotten, 2);
        shown.outcome.finish(failure(Error::of(Error::Kind::Server, u"unwritableFile"_s)));
        settle();
        QVERIFY(shown.says(u"signed out of everything, but the lock"_s));
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
        locked.lock();
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
};

LATCHKEY_TEST(LockScreenTest)
#include "tst_lockscreen.moc"
