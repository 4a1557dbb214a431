#include "kit/theme.h"
#include "kit/toast.h"
#include "kit/toastrow.h"
#include "support/testrunner.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace latchkey::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What was sent away is deleted when the event loop turns.
void settle()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace

class ToastTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newsComeOneAfterTheOther()
    {
        QWidget window;
        window.resize(600, 400);
        Toast toast(&window);
        QVERIFY(!toast.takeFocus());
        toast.say(u"Saved."_s);
        toast.say(u"Saved."_s);
        toast.say(u"Copied."_s);
        QCOMPARE(toast.text(), u"Saved."_s);
        QCOMPARE(toast.waiting(), 2);
        QTest::keyClick(toast.findChild<ToastRow *>(), Qt::Key_Escape);
        QCOMPARE(toast.text(), u"Copied."_s);
        settle();
        QTest::keyClick(toast.findChild<ToastRow *>(), Qt::Key_Escape);
        QVERIFY(toast.isHidden());
        QCOMPARE(toast.waiting(), 0);
    }

    void whatIsOfferedHappensOnce()
    {
        QWidget window;
        window.resize(600, 400);
        Toast toast(&window);
        int undone = 0;
        toast.offer(u"3 sessions ended."_s, u"Undo"_s, [&undone] { ++undone; });
        auto *button = toast.findChild<QPushButton *>();
        QCOMPARE(button->text(), u"Undo (10)"_s);
        QCOMPARE(button->accessibleName(), u"Undo"_s);
        button->click();
        QCOMPARE(undone, 1);
        QVERIFY(toast.isHidden());
    }

    void anOfferCountsDownAndEnds()
    {
        QWidget window;
        window.resize(600, 400);
        Toast toast(&window);
        int undone = 0;
        toast.offer(u"Session ended."_s, u"Undo"_s, [&undone] { ++undone; }, 2s);
        auto *button = toast.findChild<QPushButton *>();
        QTRY_COMPARE_WITH_TIMEOUT(button->text(), u"Undo (1)"_s, 3000);
        QTRY_VERIFY_WITH_TIMEOUT(toast.isHidden(), 3000);
        QCOMPARE(undone, 0);
    }

    void offersStandAtOnceEachWithItsOwnTime()
    {
        QWidget window;
        window.resize(600, 400);
        Toast toast(&window);
        QStringList undone;
        const QSignalSpy changed(&toast, &Toast::changed);
        toast.offer(u"First ended."_s, u"Undo"_s, [&undone] { undone << u"first"_s; }, 5s);
        toast.offer(u"Second ended."_s, u"Undo"_s, [&undone] { undone << u"second"_s; }, 9s);
        toast.say(u"Saved."_s);
        QCOMPARE(toast.offers(), 2);
        QCOMPARE(changed.size(), 3);
        QCOMPARE(toast.text(), u"Saved."_s);
        QStringList offered;
        for (const auto *button : toast.findChildren<QPushButton *>()) {
            if (!button->isHidden())
                offered << button->text();
        }
        QCOMPARE(offered, (QStringList{u"Undo (5)"_s, u"Undo (9)"_s}));
        toast.act();
        QCOMPARE(undone, QStringList{u"second"_s});
        toast.act();
        QCOMPARE(undone.size(), 2);
        toast.act();
        QCOMPARE(undone.size(), 2);
        QCOMPARE(toast.offers(), 0);
        QVERIFY(!toast.isHidden());
    }

    void whatStandsThereFollowsTheTheme()
    {
        applyTheme(*qApp, Theme::Dark);
        QWidget window;
        window.resize(600, 400);
        Toast toast(&window);
        toast.offer(u"Session ended."_s, u"Undo"_s, [] {});
        window.show();
        const auto colours = [&toast] {
            const auto *label = toast.findChild<QLabel *>();
            return std::pair(label->palette().color(QPalette::WindowText),
                             coloursOf(label->palette()).surface);
        };
        const auto onDark = colours();
        QCOMPARE(onDark.second, coloursOf(Theme::Light).surface);
        for (const Theme theme : {Theme::Light, Theme::HighContrast, Theme::Dark}) {
            applyTheme(*qApp, theme);
            QCoreApplication::processEvents();
            const Colours &wanted = coloursOf(theme == Theme::Light  ? Theme::Dark
                                              : theme == Theme::Dark ? Theme::Light
                                                                     : Theme::HighContrast);
            QCOMPARE(colours(), std::pair(wanted.text, wanted.surface));
        }
        applyTheme(*qApp, Theme::Light);
    }

    void fewOffersStandAtOnce()
    {
        QWidget window;
        window.resize(600, 400);
        Toast toast(&window);
        for (int i = 0; i < 9; ++i)
            toast.offer(QString::number(i), u"Undo"_s, [] {});
        QCOMPARE(toast.offers(), Toast::offersAtMost);
        QCOMPARE(toast.text(), u"8"_s);
        QVERIFY(window.rect().contains(toast.geometry()));
    }

    void theKeyboardGoesThereAndComesBack()
    {
        QWidget window;
        window.resize(600, 400);
        QLineEdit line(&window);
        Toast toast(&window);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        line.setFocus();
        toast.offer(u"Session ended."_s, u"Undo"_s, [] {});
        QVERIFY(line.hasFocus()); // news don't take the keyboard by themselves
        QVERIFY(toast.takeFocus());
        auto *button = toast.findChild<QPushButton *>();
        QVERIFY(button->hasFocus());
        QTest::keyClick(button, Qt::Key_Escape);
        QVERIFY(toast.isHidden());
        QVERIFY(line.hasFocus());
    }

    void staysInsideItsWindow()
    {
        QWidget window;
        window.resize(400, 300);
        Toast toast(&window);
        toast.say(QString(u"A long piece of news, "_s).repeated(10));
        QVERIFY(window.rect().contains(toast.geometry()));
        window.show();
        window.resize(900, 300);
        QCoreApplication::processEvents();
        QVERIFY(qAbs(toast.geometry().center().x() - 450) <= 2);
    }
};

LATCHKEY_TEST(ToastTest)

#include "tst_toast.moc"
