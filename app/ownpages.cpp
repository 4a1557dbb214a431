#include "pages.h"

#include "access/accesspage.h"
#include "account/account.h"
#include "account/creditstore.h"
#include "account/editing.h"
#include "account/factorstore.h"
#include "account/profileeditor.h"
#include "account/verification.h"
#include "apisessions/apisessionspage.h"
#include "client.h"
#include "credits/creditspage.h"
#include "errands.h"
#include "home/homepage.h"
#include "messagereading.h"
#include "messages/messagespage.h"
#include "profile/profilepage.h"
#include "security/securitypage.h"
#include "shell/mainwindow.h"
#include "shell/windowmemory.h"

namespace latchkey::app {

using namespace Qt::StringLiterals;
using account::Account;
using account::ProfileId;

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
            .isAvailable =
                [&account] {
                    return account::ProfileEditor::isOffered(account) ||
                           account::canVerifyEmail(account);
                },
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

ui::PageEntry Pages::messagesOf(Account &account)
{
    return {.id = u"messages"_s,
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
    auto *page = new ui::SecurityPage({.account = account,
                                       .factors = *accounts.factors(account.id()),
                                       .identities = *accounts.identities(account.id()),
                                       .clock = m_client.clock(),
                                       .toast = m_window->toast(),
                                       .printing = m_printing},
                                      parent);
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

} // namespace latchkey::app
