#pragma once

#include "lock/lockscreen.h"
#include "locking.h"
#include "windowstage.h"

#include <QTest>

namespace latchkey::test {

/// A window with a lock on it, as the program puts them together. Its PIN is 2468.
struct Locked
{
    Locked()
    {
        at.lock.set(Secret(u"2468"_s));
        settle();
        // The desktop around the tests has a screen of its own.
        at.lock.setLocksWithScreen(false).value();
        at.stage.signIn();
        window = at.window();
        locking = std::make_unique<app::Locking>(at.lock, *window, at.stage.accounts);
        settle();
    }

    void lock()
    {
        at.lock.lock();
        settle();
    }
    QWidget *focus() const { return QApplication::focusWidget(); }
    ui::LockScreen *screen() const { return window->findChild<ui::LockScreen *>(); }
    void type(const QString &text)
    {
        QTest::keyClicks(focus(), text);
        QTest::keyClick(focus(), Qt::Key_Return);
        settle();
    }

    WindowStage at;
    std::unique_ptr<ui::MainWindow> window;
    std::unique_ptr<app::Locking> locking;
};

} // namespace latchkey::test
