#include "pages.h"

#include "access/accesspage.h"
#include "account/account.h"
#include "account/accountdirectory.h"
#include "account/authorizationstore.h"
#include "account/creditstore.h"
#include "account/editing.h"
#include "account/factorstore.h"
#include "account/grantstore.h"
#include "account/helping.h"
#include "account/organisationstore.h"
#include "account/profileeditor.h"
#include "account/providersettings.h"
#include "account/runningserver.h"
#include "accounts/accountspage.h"
#include "apisessions/apisessionspage.h"
#include "authorizations/authorizationspage.h"
#include "client.h"
#include "credits/creditspage.h"
#include "errands.h"
#include "firststart/firststartpage.h"
#include "firststart/signinagainpage.h"
#include "folders.h"
#include "grants/grantspage.h"
#include "help/helppage.h"
#include "home/homepage.h"
#include "messagereading.h"
#include "messages/messagespage.h"
#include "organisation/organisationpage.h"
#include "profile/profilepage.h"
#include "providers/providerspage.h"
#include "runningserver/serverpage.h"
#include "security/securitypage.h"
#include "settings/settingspage.h"
#include "shell/mainwindow.h"
#include "shell/windowmemory.h"
#include "signin/signinpage.h"
#include "signup/signuppage.h"

namespace latchkey::app {

using namespace Qt::StringLiterals;
using account::Account;
using account::ProfileId;

Pages::Pages(Client &client, account::AppLock &lock, ui::WindowMemory &memory, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_lock(lock)
    , m_memory(memory)
{}

ui::WindowParts Pages::parts()
{
    return {.accounts = m_client.accounts(),
            .memory = m_memory,
            .pagesOf = [this](Account &account) { return pagesOf(account); },
            .programPages = {settings()},
            .makeFirstStart = [this](const FirstStartEnd &finished,
                                     QWidget *parent) { return makeFirstStart(finished, parent); },
            .firstStartHasUnsaved =
                [](const QWidget *page) {
                    return static_cast<const ui::FirstStartPage *>(page)->hasUnsaved();
                },
            .makeSignInAgain =
                [this](const ProfileId &id, const std::function<void()> &finished,
                       QWidget *parent) { return makeSignInAgain(id, finished, parent); }};
}

QList<ui::PageEntry> Pages::pagesOf(Account &account)
{
    return {homeOf(account),      profileOf(account),        securityOf(account),
            accessOf(account),    apiSessionsOf(account),    creditsOf(account),
            grantsOf(account),    authorizationsOf(account), organisationOf(account),
            messagesOf(account),  helpOf(account),           accountsOf(account),
            providersOf(account), serverOf(account)};
}

ui::PageEntry Pages::homeOf(Account &account)
{
    return {.id = u"home"_s,
            .title = [] { return tr("Home"); },
            .icon = u"home"_s,
            .shortcut = {},
            .make = [this, &account](QWidget *parent) { return makeHome(account, parent); },
            .isAvailable = {},
            .refresh = [](QWidget *page) { static_cast<ui::HomePage *>(page)->refresh(); }};
}

ui::PageEntry Pages::profileOf(Account &account)
{
    return {.id = u"profile"_s,
            .title = [] { return tr("Profile"); },
            .icon = u"person"_s,
            .shortcut = {},
            .make = [this, &account](QWidget *parent) { return makeProfile(account, parent); },
            .isAvailable = [&account] { return account::ProfileEditor::isOffered(account); },
            .refresh = [](QWidget *page) { static_cast<ui::ProfilePage *>(page)->refresh(); },
            .hasUnsaved =
                [](const QWidget *page) {
                    return static_cast<const ui::ProfilePage *>(page)->hasUnsavedChanges();
                }};
}

ui::PageEntry Pages::securityOf(Account &account)
{
    return {.id = u"security"_s,
            .title = [] { return tr("Security"); },
            .icon = u"shield"_s,
            .shortcut = {},
            .make = [this, &account](QWidget *parent) { return makeSecurity(account, parent); },
            .isAvailable =
                [&account] {
                    return account::canChangePassword(account) || account.can<api::EnrolTotp>();
                },
            .refresh = [](QWidget *page) { static_cast<ui::SecurityPage *>(page)->refresh(); },
            .hasUnsaved =
                [](const QWidget *page) {
                    return static_cast<const ui::SecurityPage *>(page)->hasUnsavedChanges();
                }};
}

ui::PageEntry Pages::accessOf(Account &account)
{
    return {.id = u"access"_s,
            .title = [] { return tr("Access"); },
            .icon = u"devices"_s,
            .shortcut = {},
            .make = [this, &account](QWidget *parent) { return makeAccess(account, parent); },
            .isAvailable = [&account] { return account.can<api::ListSessions>(); },
            .refresh = [](QWidget *page) { static_cast<ui::AccessPage *>(page)->refresh(); }};
}

ui::PageEntry Pages::apiSessionsOf(Account &account)
{
    return {.id = u"apisessions"_s,
            .title = [] { return tr("API sessions"); },
            .icon = u"terminal"_s,
            .shortcut = {},
            .make = [this, &account](QWidget *parent) { return makeApiSessions(account, parent); },
            .isAvailable =
                [&account] {
                    return account.can<api::ListApiSessions>() &&
                           account.can<api::CreateApiSession>();
                },
            .refresh = [](QWidget *page) { static_cast<ui::ApiSessionsPage *>(page)->refresh(); },
            .hasUnsaved =
                [](const QWidget *page) {
                    return static_cast<const ui::ApiSessionsPage *>(page)->hasUnsavedChanges();
                }};
}

ui::PageEntry Pages::creditsOf(Account &account)
{
    account::CreditStore &store = *m_client.accounts().credits(account.id());
    return {.id = u"credits"_s,
            .title = [] { return tr("Credits and plan"); },
            .icon = u"credits"_s,
            .shortcut = {},
            .make =
                [this, &account, &store](QWidget *parent) {
                    return new ui::CreditsPage(account, store, m_client.clock(), m_window->toast(),
                                               parent);
                },
            .isAvailable = [&store] { return store.isOffered(); },
            .refresh = [](QWidget *page) { static_cast<ui::CreditsPage *>(page)->refresh(); }};
}

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

ui::PageEntry Pages::messagesOf(Account &account)
{
    return {.id = u"messages"_s,
            .group = ui::PageGroup::People,
            .title = [] { return tr("Messages"); },
            .icon = u"mail"_s,
            .shortcut = {},
            .make =
                [this](QWidget *parent) {
                    return new ui::MessagesPage(m_client.ownServer().messages(), m_client.clock(),
                                                parent);
                },
            .isAvailable = [this, &account] { return MessageReading::isOpenTo(account, m_lock); },
            .refresh = [](QWidget *page) { static_cast<ui::MessagesPage *>(page)->refresh(); }};
}

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

ui::PageEntry Pages::settings()
{
    return {.id = u"settings"_s,
            .title = [] { return tr("Settings"); },
            .icon = u"settings"_s,
            .shortcut = {},
            .make = [this](QWidget *parent) { return makeSettings(parent); },
            .isAvailable = {},
            .refresh = {},
            .hasUnsaved = {},
            .carryOut = [](QWidget *page) { static_cast<ui::SettingsPage *>(page)->carryOut(); }};
}

QWidget *Pages::makeHome(Account &account, QWidget *parent)
{
    const ProfileId id = account.id();
    account::FactorStore &factors = *m_client.accounts().factors(id);
    auto *page = new ui::HomePage(account, *m_client.accounts().sessions(id), factors,
                                  *m_client.accounts().identities(id), m_client.clock(),
                                  m_window->toast(), parent);
    connect(page, &ui::HomePage::securityRequested, this, [this, id, &factors] {
        if (factors.factors().isEmpty())
            Q_EMIT secondFactorWanted(id);
        else
            m_window->openPage(u"security"_s);
    });
    connect(page, &ui::HomePage::apiSessionsRequested, this,
            [this] { m_window->openPage(u"apisessions"_s); });
    connect(page, &ui::HomePage::emailRequested, this, [this] { errands::verifyEmail(*m_window); });
    connect(page, &ui::HomePage::phoneRequested, this, [this] { errands::verifyPhone(*m_window); });
    connect(page, &ui::HomePage::accessRequested, this,
            [this] { m_window->openPage(u"access"_s); });
    connect(page, &ui::HomePage::sessionRequested, this,
            [this](const api::SessionId &session) { errands::openSession(*m_window, session); });
    connect(page, &ui::HomePage::signOutRequested, m_window, &ui::MainWindow::signOut);
    return page;
}

QWidget *Pages::makeProfile(Account &account, QWidget *parent)
{
    auto *page = new ui::ProfilePage(account, m_client.clock(), m_window->toast(), parent);
    connect(page, &ui::ProfilePage::securityRequested, this,
            [this] { m_window->openPage(u"security"_s); });
    connect(page, &ui::ProfilePage::messagesWanted, this, &Pages::messagesWanted);
    connect(page, &ui::ProfilePage::unsavedChanged, m_window, &ui::MainWindow::settleUnsaved);
    return page;
}

QWidget *Pages::makeSecurity(Account &account, QWidget *parent)
{
    const account::Accounts &accounts = m_client.accounts();
    auto *page = new ui::SecurityPage(account, *accounts.factors(account.id()),
                                      *accounts.identities(account.id()), m_client.clock(),
                                      m_window->toast(), parent);
    connect(page, &ui::SecurityPage::emailRequested, this,
            [this] { errands::verifyEmail(*m_window); });
    connect(page, &ui::SecurityPage::phoneRequested, this,
            [this] { errands::verifyPhone(*m_window); });
    connect(page, &ui::SecurityPage::passwordChanged, this,
            [this, id = account.id()] { Q_EMIT passwordChanged(id); });
    connect(page, &ui::SecurityPage::messagesWanted, this, &Pages::messagesWanted);
    connect(page, &ui::SecurityPage::unsavedChanged, m_window, &ui::MainWindow::settleUnsaved);
    return page;
}

QWidget *Pages::makeAccess(Account &account, QWidget *parent)
{
    auto *page = new ui::AccessPage(account, *m_client.accounts().sessions(account.id()),
                                    m_client.clock(), m_window->toast(), parent);
    connect(page, &ui::AccessPage::apiSessionRequested, this,
            [this] { m_window->openPage(u"apisessions"_s); });
    const QString profile = account.id().text();
    page->arrange(m_memory.arrangementOf(profile, u"access"_s));
    if (account.isActing())
        return page; // it passes, and nobody comes back to it
    connect(page, &ui::AccessPage::arrangementChanged, this, [this, page, profile] {
        m_memory.rememberArrangement(profile, u"access"_s, page->arrangement());
    });
    return page;
}

QWidget *Pages::makeApiSessions(Account &account, QWidget *parent)
{
    const ProfileId id = account.id();
    auto *page = new ui::ApiSessionsPage(account, *m_client.accounts().apiSessions(id),
                                         *m_client.accounts().sessions(id), m_client.clock(),
                                         m_window->toast(), parent);
    connect(page, &ui::ApiSessionsPage::unsavedChanged, m_window, &ui::MainWindow::settleUnsaved);
    return page;
}

QWidget *Pages::makeGrants(Account &account, QWidget *parent)
{
    auto *page = new ui::GrantsPage(account, *m_client.accounts().grants(account.id()),
                                    m_client.clock(), m_window->toast(), parent);
    connect(page, &ui::GrantsPage::unsavedChanged, m_window, &ui::MainWindow::settleUnsaved);
    return page;
}

QWidget *Pages::makeAccounts(Account &account, QWidget *parent)
{
    auto *page = new ui::AccountsPage(account, m_client.clock(), m_window->toast(), parent);
    connect(page, &ui::AccountsPage::unsavedChanged, m_window, &ui::MainWindow::settleUnsaved);
    connect(page, &ui::AccountsPage::helpRequested, this,
            [this](const QString &email) { errands::help(*m_window, email); });
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
    auto *page = new ui::OrganisationPage(account, *m_client.accounts().organisation(account.id()),
                                          m_client.accounts().acting(), m_client.clock(),
                                          m_window->toast(), parent);
    connect(page, &ui::OrganisationPage::unsavedChanged, m_window, &ui::MainWindow::settleUnsaved);
    return page;
}

QWidget *Pages::makeProviders(Account &account, QWidget *parent)
{
    auto *page = new ui::ProvidersPage(account, m_window->toast(), parent);
    connect(page, &ui::ProvidersPage::unsavedChanged, m_window, &ui::MainWindow::settleUnsaved);
    return page;
}

QWidget *Pages::makeSettings(QWidget *parent)
{
    const auto diagnostics = [this] {
        QList<ui::DiagnosticLine> lines{
            {u"settings folder"_s, configFolder(), true},
            {u"data folder"_s, dataFolder(), true},
            {u"own server"_s, m_client.ownServer().url().toString(), false},
            {u"profiles"_s, QString::number(m_client.profiles().all().size()), false}};
        if (const auto &trouble = m_client.deviceMark().trouble())
            lines.append({u"device's mark"_s, u"not kept: "_s + trouble->code, false});
        return lines;
    };
    auto *page = new ui::SettingsPage({.accounts = m_client.accounts(),
                                       .preferences = m_client.preferences(),
                                       .proxies = m_client.proxies(),
                                       .lock = m_lock,
                                       .diagnostics = diagnostics},
                                      parent);
    connect(page, &ui::SettingsPage::addProfileRequested, m_window,
            &ui::MainWindow::openFirstStart);
    return page;
}

QWidget *Pages::makeFirstStart(const FirstStartEnd &finished, QWidget *parent)
{
    auto *page = new ui::FirstStartPage(firstStart(), parent);
    connect(page, &ui::FirstStartPage::finished, this, [this, finished](const ProfileId &profile) {
        finished(profile);
        Q_EMIT begun(profile);
    });
    connect(page, &ui::FirstStartPage::left, this, [finished] { finished(std::nullopt); });
    connect(page, &ui::FirstStartPage::unsavedChanged, m_window, &ui::MainWindow::settleUnsaved);
    return page;
}

QWidget *Pages::makeSignInAgain(const ProfileId &id, const std::function<void()> &finished,
                                QWidget *parent)
{
    auto *page = new ui::SignInAgainPage(id, firstStart(), parent);
    connect(page, &ui::SignInAgainPage::finished, this, finished);
    return page;
}

ui::FirstStartParts Pages::firstStart()
{
    return {.accounts = m_client.accounts(),
            .startOwnServer = [this] { return m_client.ownServer().start(); },
            .makeSignIn =
                [this](account::SignInFlow &flow, QWidget *parent) {
                    auto *page = new ui::SignInPage(flow, m_client.clock(), parent);
                    connect(page, &ui::SignInPage::messagesWanted, this, &Pages::messagesWanted);
                    return page;
                },
            .makeSignUp =
                [this](account::SignUpFlow &flow, QWidget *parent) {
                    auto *page = new ui::SignUpPage(flow, m_client.clock(), parent);
                    connect(page, &ui::SignUpPage::messagesWanted, this, &Pages::messagesWanted);
                    return page;
                },
            .isSignUpTyped =
                [](const QWidget *form) {
                    return static_cast<const ui::SignUpPage *>(form)->isTyped();
                }};
}

} // namespace latchkey::app
