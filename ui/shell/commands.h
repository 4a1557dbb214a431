#pragma once

#include "shell/paletteitem.h"

#include <QObject>
#include <QPointer>

namespace latchkey::account {
class Accounts;
}

namespace latchkey::ui {

class CommandPalette;
class MainWindow;
class ShortcutsPanel;
class Sidebar;
struct WindowActions;

/// Everything that can be done from here, in the palette and in the list of keys.
class Commands final : public QObject
{
    Q_OBJECT

public:
    Commands(MainWindow &window, const account::Accounts &accounts, const Sidebar &sidebar,
             const WindowActions &actions);

    void addSource(PaletteSource source);
    /// With the actions of the page that has the floor, if one has.
    void openPalette(const QWidget *page);
    void openShortcuts(const QWidget *page);

private:
    QList<PaletteItem> profileItems() const;

    MainWindow &m_window;
    const account::Accounts &m_accounts;
    const Sidebar &m_sidebar;
    const WindowActions &m_actions;
    // The surface's, which may take them away.
    QPointer<CommandPalette> m_palette;
    QPointer<ShortcutsPanel> m_shortcuts;
    QList<PaletteSource> m_sources;
};

} // namespace latchkey::ui
