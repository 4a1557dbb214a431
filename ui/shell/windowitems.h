#pragma once

#include "shell/paletteitem.h"
#include "shell/shortcutspanel.h"

#include <functional>

class QAction;

namespace latchkey::ui {

class PageSet;

/// What the palette offers of a set of pages.
QList<PaletteItem> pageItems(const PageSet &pages,
                             const std::function<void(const QString &id)> &open);
/// Those that can be triggered now.
QList<PaletteItem> actionItems(const QList<QAction *> &actions);
/// Those that have keys.
QList<ShortcutsPanel::Line> shortcutLines(const QList<QAction *> &actions);

} // namespace latchkey::ui
