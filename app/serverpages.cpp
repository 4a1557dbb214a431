#include "pages.h"

#include "account/account.h"
#include "account/accountdirectory.h"
#include "account/helping.h"
#include "account/providersettings.h"
#include "account/runningserver.h"
#include "accounts/accountspage.h"
#include "client.h"
#include "errands.h"
#include "help/helppage.h"
#include "providers/providerspage.h"
#include "runningserver/serverpage.h"
#include "shell/mainwindow.h"

namespace latchkey::app {

using namespace Qt::StringLiterals;
using account::Account;

ui::PageEntry Pages::helpOf(Account &account)
{
    return {.id = u"help"_s,
            .group = ui::PageGroup::Server,
            .title = [] { return tr("Help"); },
            .icon = u"help"_s,
            .shortcut = {},
            .make =
                [this, &account](QWidget *parent) {
                    return new ui::HelpPage(account, m_client.accounts().acting(), m_client.clock(),
                                            m_window->toast(), parent);
                },
            .isAvailable = [&account] { return account::Helping::isOffered(account); },
            .refresh = [](QWidget *page) { static_cast<ui::HelpPage *>(page)->refresh(); }};
}

ui::PageEntry Pages::accountsOf(Account &account)
{
    return {.id = u"accounts"_s,
            .group = ui::PageGroup::Server,
            .title = [] { return tr("Accounts"); },
            .icon = u"people"_s,
            .shortcut = {},
            .make = [this, &account](QWidget *parent) { return makeAccounts(account, parent); },
            .isAvailable = [&account] { return account::AccountDirectory::isOffered(account); },
            .refresh = [](QWidget *page) { static_cast<ui::AccountsPage *>(page)->refresh(); },
            .hasUnsaved =
                [](const QWidget *page) {
                    return static_cast<const ui::AccountsPage *>(page)->hasUnsavedChanges();
                }};
}

ui::PageEntry Pages::providersOf(Account &account)
{
    return {.id = u"providers"_s,
            .group = ui::PageGroup::Server,
            .title = [] { return tr("Sign-in providers"); },
            .icon = u"identity"_s,
            .shortcut = {},
            .make = [this, &account](QWidget *parent) { return makeProviders(account, parent); },
            .isAvailable = [&account] { return account::ProviderSettings::isOffered(account); },
            .refresh = [](QWidget *page) { static_cast<ui::ProvidersPage *>(page)->refresh(); },
            .hasUnsaved =
                [](const QWidget *page) {
                    return static_cast<const ui::ProvidersPage *>(page)->hasUnsavedChanges();
                }};
}

ui::PageEntry Pages::serverOf(Account &account)
{
    return {.id = u"server"_s,
            .group = ui::PageGroup::Server,
            .title = [] { return tr("Server"); },
            .icon = u"server"_s,
            .shortcut = {},
            .make =
                [this, &account](QWidget *parent) {
                    return new ui::ServerPage(account, m_window->toast(), parent);
                },
            .isAvailable = [&account] { return account::RunningServer::isOffered(account); },
            .refresh = [](QWidget *page) { static_cast<ui::ServerPage *>(page)->refresh(); }};
}

QWidget *Pages::makeAccounts(Account &account, QWidget *parent)
{
    auto *page = new ui::AccountsPage(account, m_client.clock(), m_window->toast(), parent);
    connect(page, &ui::AccountsPage::unsavedChanged, m_window, &ui::MainWindow::settleUnsaved);
    connect(page, &ui::AccountsPage::helpRequested, this,
            [this](const QString &email) { errands::help(*m_window, email); });
    return page;
}

QWidget *Pages::makeProviders(Account &account, QWidget *parent)
{
    auto *page = new ui::ProvidersPage(account, m_window->toast(), parent);
    connect(page, &ui::ProvidersPage::unsavedChanged, m_window, &ui::MainWindow::settleUnsaved);
    return page;
}

} // namespace latchkey::app
