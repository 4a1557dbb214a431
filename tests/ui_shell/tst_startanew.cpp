#include "kit/overlay.h"
#include "kit/passwordedit.h"
#include "kit/toast.h"
#include "shell/barstack.h"
#include "shell/commandpalette.h"
#include "shell/shortcutspanel.h"
#include "support/testrunner.h"
#include "windowstage.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::ui;

namespace {

struct Open
{
    WindowStage at;
    const account::Account &account = at.stage.signIn();
    std::unique_ptr<MainWindow> window = at.window();
};

} // namespace

/// What a window that starts anew keeps of who was there before.
class StartAnewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesNothingThatWasTyped()
    {
        Open open;
        open.window->openPage(u"profile"_s);
        const QPointer<QWidget> page = QApplication::focusWidget();
        QVERIFY(page);
        open.window->startAnew();
        QVERIFY(!page);
        QVERIFY(!open.window->currentProfile().isEmpty());
    }

    void leavesNothingOfTheSettings()
    {
        Open open;
        MainWindow &window = *open.window;
        window.openPage(u"settings"_s);
        const QPointer<SettingsPage> settings = window.findChild<SettingsPage *>();
        const QPointer<PasswordEdit> typed = window.findChild<PasswordEdit *>();
        QVERIFY(settings && typed);
        typed->line()->setText(u"a secret"_s);
        window.startAnew();
        QVERIFY(!settings && !typed);
        QCOMPARE(window.currentPageId(), u"home"_s);
        QVERIFY(window.openPage(u"settings"_s));
        for (const PasswordEdit *edit : window.findChildren<PasswordEdit *>())
            QVERIFY(edit->isEmpty());
    }

    void leavesNothingThatLiesOverThePages()
    {
        Open open;
        MainWindow &window = *open.window;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
        const QPointer<CommandPalette> palette = window.findChild<CommandPalette *>();
        QVERIFY(palette && palette->isVisible());
        const QPointer<Overlay> codes = new Overlay(window.surface());
        codes->show();
        window.startAnew();
        QVERIFY(!palette && !codes);
        // Both can be had again.
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(window.findChild<CommandPalette *>());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
        QVERIFY(window.findChild<ShortcutsPanel *>()->isVisible());
    }

    void leavesNothingThatWasTold()
    {
        Open open;
        MainWindow &window = *open.window;
        bool isTaken = false;
        window.toast().say(u"Ada's news"_s);
        window.toast().say(u"More of them"_s);
        window.toast().offer(u"Ended"_s, u"Undo"_s, [&] { isTaken = true; });
        window.bars().tell({.id = u"ada"_s,
                            .kind = MessageBar::Kind::Notice,
                            .text = [] { return u"About Ada"_s; },
                            .acts = {},
                            .isDismissible = true});
        window.startAnew();
        QCOMPARE(window.toast().text(), QString());
        QCOMPARE(window.toast().waiting(), 0);
        QCOMPARE(window.toast().offers(), 0);
        window.toast().act();
        QVERIFY(!isTaken && !window.toast().isVisible());
        QVERIFY(!window.bars().holds(u"ada"_s));
    }
};

LATCHKEY_TEST(StartAnewTest)
#include "tst_startanew.moc"
