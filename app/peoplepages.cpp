#include "pages.h"

#include "account/account.h"
#include "account/authorizationstore.h"
#include "account/grantstore.h"
#include "account/organisationstore.h"
#include "authorizations/authorizationspage.h"
#include "client.h"
#include "grants/grantspage.h"
#include "organisation/organisationpage.h"
#include "shell/mainwindow.h"

namespace latchkey::app {

using namespace Qt::StringLiterals;
using account::Account;

ui::PageEntry Pages::grantsOf(Account &account)
{
    const account::GrantStore *store = m_client.accounts().grants(account.id());
    return {.id = u"grants"_s,
            .group = ui::PageGroup::People,
            .title = [] { return tr("Subscription grants"); },
            .icon = u"users"_s,
            .shortcut = {},
            .make = [this, &account](QWidget *parent) { return makeGrants(account, parent); },
            .isAvailable = [store] { return store->isOffered(); },
            .refresh = [](QWidget *page) { static_cast<ui::GrantsPage *>(page)->refresh(); },
            .hasUnsaved =
                [](const QWidget *page) {
                    return static_cast<const ui::GrantsPage *>(page)->hasUnsavedChanges();
                }};
}

ui::PageEntry Pages::authorizationsOf(Account &account)
{
    const account::AuthorizationStore *store = m_client.accounts().authorizations(account.id());
    return {
        .id = u"authorizations"_s,
        .group = ui::PageGroup::People,
        .title = [] { return tr("Shared access"); },
        .icon = u"door"_s,
        .shortcut = {},
        .make = [this, &account](QWidget *parent) { return makeAuthorizations(account, parent); },
        .isAvailable = [store] { return store->isOffered(); },
        .refresh = [](QWidget *page) { static_cast<ui::AuthorizationsPage *>(page)->refresh(); },
        .hasUnsaved =
            [](const QWidget *page) {
                return static_cast<const ui::AuthorizationsPage *>(page)->hasUnsavedChanges();
            }};
}

ui::PageEntry Pages::organisationOf(Account &account)
{
    const account::OrganisationStore *store = m_client.accounts().organisation(account.id());
    return {.id = u"organisation"_s,
            .group = ui::PageGroup::People,
            .title = [] { return tr("Organisation"); },
            .icon = u"organisation"_s,
            .shortcut = {},
            .make = [this, &account](QWidget *parent) { return makeOrganisation(account, parent); },
            .isAvailable = [store] { return store->isOffered(); },
            .refresh = [](QWidget *page) { static_cast<ui::OrganisationPage *>(page)->refresh(); },
            .hasUnsaved =
                [](const QWidget *page) {
                    return static_cast<const ui::OrganisationPage *>(page)->hasUnsavedChanges();
                }};
}

QWidget *Pages::makeGrants(Account &account, QWidget *parent)
{
    auto *page = new ui::GrantsPage(account, *m_client.accounts().grants(account.id()),
                                    m_client.clock(), m_window->toast(), parent);
    connect(page, &ui::GrantsPage::unsavedChanged, m_window, &ui::MainWindow::settleUnsaved);
    return page;
}

QWidget *Pages::makeAuthorizations(Account &account, QWidget *parent)
{
    auto *page =
        new ui::AuthorizationsPage(account, *m_client.accounts().authorizations(account.id()),
                                   m_client.clock(), m_window->toast(), parent);
    connect(page, &ui::AuthorizationsPage::unsavedChanged, m_window,
            &ui::MainWindow::settleUnsaved);
    return page;
}

QWidget *Pages::makeOrganisation(Account &account, QWidget *parent)
{
    account::Accounts &accounts = m_client.accounts();
    auto *page = new ui::OrganisationPage(account, *accounts.organisation(account.id()),
                                          *accounts.authorizations(account.id()), accounts.acting(),
                                          m_client.clock(), m_window->toast(), parent);
    connect(page, &ui::OrganisationPage::unsavedChanged, m_window, &ui::MainWindow::settleUnsaved);
    return page;
}

} // namespace latchkey::app
