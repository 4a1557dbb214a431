#include "kit/menustart.h"

#include <QGuiApplication>
#include <QMenu>
#include <QTimer>

#include <algorithm>

namespace latchkey::ui {

namespace {

void chooseFirst(QMenu &menu)
{
    const QList<QAction *> actions = menu.actions();
    const auto first = std::ranges::find_if(actions, [](const QAction *action) {
        return action->isEnabled() && action->isVisible() && !action->isSeparator();
    });
    if (menu.isVisible() && !menu.activeAction() && first != actions.end())
        menu.setActiveAction(*first);
}

} // namespace

void startAtFirst(QMenu &menu)
{
    QObject::connect(&menu, &QMenu::aboutToShow, &menu, [&menu] {
        // A mouse opens it when it is pressed down, and chooses by where it goes.
        if (QGuiApplication::mouseButtons() != Qt::NoButton)
            return;
        // Opening takes away what was chosen before.
        QTimer::singleShot(0, &menu, [&menu] { chooseFirst(menu); });
    });
}

} // namespace latchkey::ui
