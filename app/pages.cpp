#include "pages.h"

#include "account/account.h"
#include "client.h"
#include "firststart/firststartpage.h"
#include "firststart/signinagainpage.h"
#include "folders.h"
#include "settings/settingspage.h"
#include "shell/mainwindow.h"
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
    return {homeOf(account),         profileOf(account),     securityOf(account),
            accessOf(account),       apiSessionsOf(account), creditsOf(account),
            messagesOf(account),     grantsOf(account),      authorizationsOf(account),
            organisationOf(account), helpOf(account),        accountsOf(account),
            providersOf(account),    serverOf(account)};
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
