#include "shell/windowitems.h"

#include "kit/mnemonic.h"

#include <QAction>
#include <QCoreApplication>
#include <QPointer>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

namespace {

/// Without the dots of a menu as well.
QString plain(const QString &text)
{
    return withoutMnemonic(text).remove(u'…');
}

} // namespace

QList<PaletteItem> pageItems(const QList<PageEntry> &pages,
                             const std::function<void(const QString &id)> &open)
{
    QList<PaletteItem> items;
    int digit = Qt::Key_0;
    for (const PageEntry &entry : pages) {
        QKeySequence keys = entry.shortcut;
        if (++digit <= Qt::Key_9 && keys.isEmpty())
            keys = QKeySequence(QKeyCombination(Qt::CTRL, static_cast<Qt::Key>(digit)));
        items.append({entry.title(), QCoreApplication::translate("MainWindow", "Page"), entry.icon,
                      keys, [open, id = entry.id] { open(id); }});
    }
    return items;
}

QList<PaletteItem> actionItems(const QList<QAction *> &actions)
{
    QList<PaletteItem> items;
    for (QAction *action : actions) {
        if (action->isSeparator() || !action->isEnabled() || !action->isVisible() ||
            action->text().isEmpty())
            continue;
        items.append({plain(action->text()),
                      QCoreApplication::translate("MainWindow", "Action"),
                      {},
                      action->shortcut(),
                      [still = QPointer(action)] {
                          if (still)
                              still->trigger();
                      }});
    }
    return items;
}

QList<ShortcutsPanel::Line> shortcutLines(const QList<QAction *> &actions)
{
    QList<ShortcutsPanel::Line> lines;
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty() && !action->text().isEmpty())
            lines.append({QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText),
                          plain(action->text())});
    }
    return lines;
}

} // namespace latchkey::ui
