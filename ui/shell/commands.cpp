#include "shell/commands.h"

#include "account/accounts.h"
#include "kit/serverwords.h"
#include "shell/commandpalette.h"
#include "shell/mainwindow.h"
#include "shell/sidebar.h"
#include "shell/windowactions.h"
#include "shell/windowitems.h"

namespace latchkey::ui {

using namespace Qt::StringLiterals;

Commands::Commands(MainWindow &window, const account::Accounts &accounts, const Sidebar &sidebar,
                   const WindowActions &actions)
    : QObject(&window)
    , m_window(window)
    , m_accounts(accounts)
    , m_sidebar(sidebar)
    , m_actions(actions)
{}

void Commands::addSource(PaletteSource source)
{
    m_sources << std::move(source);
}

void Commands::openPalette(const QWidget *page)
{
    QList<PaletteItem> items;
    const auto open = [this](const QString &id) { m_window.openPage(id); };
    items << pageItems(m_sidebar.pages(), open);
    if (page)
        items << actionItems(page->actions());
    QList<QAction *> actions = m_actions.all();
    // The one is open already, the other stands among the pages.
    actions.removeOne(m_actions.palette);
    actions.removeOne(m_actions.settings);
    items << actionItems(actions);
    items << profileItems();
    for (const PaletteSource &source : std::as_const(m_sources))
        items << source();
    // Made when first asked for: the icon in its field alone costs a fifth of the window's start.
    if (!m_palette)
        m_palette = new CommandPalette(m_window.surface());
    m_palette->setItems(std::move(items));
    m_palette->open();
}

void Commands::openShortcuts(const QWidget *page)
{
    QList<ShortcutsPanel::Line> lines = shortcutLines(m_actions.all());
    if (page)
        lines << shortcutLines(page->actions());
    lines.append({tr("Ctrl+1 … Ctrl+9"), tr("Open a page by its place in the sidebar")});
    if (!m_shortcuts)
        m_shortcuts = new ShortcutsPanel(m_window.surface());
    m_shortcuts->open(lines);
}

QList<PaletteItem> Commands::profileItems() const
{
    QList<PaletteItem> items;
    for (const account::ProfileId &id : m_accounts.ids()) {
        if (id == m_window.currentProfile())
            continue;
        const account::Profile profile = m_accounts.account(id)->profile();
        items.append({personOnServer(profile.title(), profile.server.url, profile.serverName),
                      tr("Profile"),
                      u"person"_s,
                      {},
                      [this, id] { m_window.openProfile(id); }});
    }
    return items;
}

} // namespace latchkey::ui
