#pragma once

#include <QAction>
#include <QList>

class QWidget;

namespace latchkey::ui {

/// What the window itself can do, each with its keys.
struct WindowActions
{
    explicit WindowActions(QWidget *window);

    void retranslate() const;
    QList<QAction *> all() const;

    QAction *palette;
    QAction *refresh;
    QAction *settings;
    QAction *addAccount;
    QAction *signOut;
    QAction *endActing;
    QAction *lock;
    QAction *undo; ///< what the news at the bottom offer
    QAction *news;
    QAction *sidebar;
    QAction *shortcuts;
    QAction *quit;
    QList<QAction *> numbered; ///< Ctrl+1 to Ctrl+9; in no list, the pages are
};

} // namespace latchkey::ui
