#pragma once

#include "shell/pageentry.h"
#include "shell/paletteitem.h"
#include "shell/shortcutspanel.h"

#include <functional>

class QAction;

namespace latchkey::ui {

/// What the palette offers of pages, in the order in which Ctrl+1 to Ctrl+9 open them.
QList<PaletteItem> pageItems(const QList<PageEntry> &pages,
                             const std::function<void(const QString &id)> &open);
/// Those that can be triggered now.
QList<PaletteItem> actionItems(const QList<QAction *> &actions);
/// Those that have keys.
QList<ShortcutsPanel::Line> shortcutLines(const QList<QAction *> &actions);

} // namespace latchkey::ui
