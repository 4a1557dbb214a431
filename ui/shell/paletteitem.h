#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <functional>

namespace latchkey::ui {

/// One thing that the command palette can do.
struct PaletteItem
{
    QString title;
    QString kind; ///< in words for people: "Page", "Session"
    QString icon; ///< name in kit's icon set, or empty
    QKeySequence shortcut;
    std::function<void()> run;
};

/// Says what it can do now; asked each time the palette opens.
using PaletteSource = std::function<QList<PaletteItem>()>;

} // namespace latchkey::ui
