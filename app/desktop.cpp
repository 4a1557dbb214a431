#include "desktop.h"

#include "access/accesspage.h"
#include "account/account.h"
#include "account/factorstore.h"
#include "account/helping.h"
#include "account/sessionstore.h"
#include "firstframe.h"
#include "firststart/firststartpage.h"
#include "firststart/signinagainpage.h"
#include "folders.h"
#include "help/helppage.h"
#include "home/homepage.h"
#include "kit/errorwords.h"
#include "kit/icons.h"
#include "kit/theme.h"
#include "kit/toast.h"
#include "messages/messagespage.h"
#include "messages/messagespanel.h"
#include "profile/profilepage.h"
#include "security/securitypage.h"
#include "sessions/sessionwords.h"
#include "settings/settingspage.h"
#include "shell/barstack.h"
#include "shell/mainwindow.h"
#include "signin/signinpage.h"
#include "signinnews.h"
#include "signup/signuppage.h"

#include <QApplication>

#include <algorithm>

namespace latchkey::app {

using namespace Qt::StringLiterals;

namespace {

const QString offerBar = u"offerSecondFactor"_s;

ui::Theme themeOf(account::Theme theme)
{
    switch (theme) {
    case account::Theme::System:
        return ui::Theme::System;
    case account::Theme::Light:
        return ui::Theme::Light;
    case account::Theme::Dark:
        return ui::Theme::Dark;
    case account::Theme::HighContrast:
        return ui::Theme::HighContrast;
    }
    Q_UNREACHABLE();
}

QLocale localeOf(const std::optional<api::Language> &language)
{
    if (!language)
        return QLocale::system();
    return *language == api::Language::Chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                               : QLocale(QLocale::English, QLocale::UnitedStates);
}

} // namespace

Desktop::Desktop(QApplication &application)
    : m_application(application)
    , m_client(OwnServer::Use::Host)
    , m_memory(configFolder() + u"/window.ini"_s)
    , m_locking(m_client.clock(), m_client.alarm())
{
    QList<Error> troubles = m_client.load();
    if (const auto read = m_locking.lock().load(); !read)
        troubles << read.error();
    wear();
    speak();
    connect(&m_client.preferences(), &account::PreferencesStore::changed, this, [this] {
        const QLocale before;
        wear();
        speak();
        if (m_signInNews && QLocale() != before)
            m_signInNews->retranslate();
    });
    m_window = std::make_unique<ui::MainWindow>(ui::WindowParts{
        .accounts = m_client.accounts(),
        .memory = m_memory,
        .pagesOf = [this](account::Account &account) { return pagesOf(account); },
        .programPages = programPages(),
        .makeFirstStart = [this](auto finished,
                                 QWidget *parent) { return makeFirstStart(finished, parent); },
        .firstStartHasUnsaved =
            [](const QWidget *page) {
                return static_cast<const ui::FirstStartPage *>(page)->hasUnsaved();
            },
        .makeSignInAgain =
            [this](const account::ProfileId &id, auto finished, QWidget *parent) {
                return makeSignInAgain(id, finished, parent);
            }});
    // One profile's "Try again" is enough for all that live there.
    connect(&m_client.ownServer(), &OwnServer::started, &m_client.accounts(),
            &account::Accounts::restoreUnvouched);
    listenToAccounts();
    listenToMessages();
    listenToLock();
    tellTroubles(troubles);
}

Desktop::~Desktop() = default;

int Desktop::run()
{
    m_window->openWhereItWas();
    m_window->show();
    afterFirstFrame(*m_window, [this] {
        reportFirstFrame();
        QApplication::setWindowIcon(ui::programIcon());
        m_client.watchNetwork();
        tellOfSignIns();
        m_client.accounts().restoreAll();
    });
    return QApplication::exec();
}

void Desktop::listenToLock()
{
    connect(&m_locking, &Locking::setUpRequested, this, &Desktop::setLock);
    connect(&m_locking.lock(), &account::AppLock::lockedChanged, this, [this](bool isLocked) {
        if (m_signInNews)
            m_signInNews->setVeiled(isLocked);
    });
    m_locking.guard(*m_window, m_client.accounts());
}

void Desktop::setLock()
{
    m_window->openPage(u"settings"_s);
    for (ui::SettingsPage *page : m_window->findChildren<ui::SettingsPage *>())
        page->showLock();
}

void Desktop::listenToMessages()
{
    connect(m_window.get(), &ui::MainWindow::messagesWanted, this, &Desktop::showMessages);
    account::OwnMessages &messages = m_client.ownServer().messages();
    connect(&messages, &account::OwnMessages::arrived, m_window.get(),
            [this, &messages](qint64 number) {
                const auto message = messages.find(number);
                // A text begins with its code, which is not for everybody who looks over here.
                if (!message || m_window->isCovered())
                    return;
                m_window->toast().say(message->subject.isEmpty()
                                          ? tr("A text message came to this computer.")
                                          : tr("A message came to this computer: %1", "its subject")
                                                .arg(message->subject));
            });
}

/// Over whatever waits for a code.
void Desktop::showMessages()
{
    if (!m_messages) {
        m_messages = new ui::MessagesPanel(m_client.ownServer().messages(), m_client.clock(),
                                           m_window->surface());
    }
    m_messages->open();
}

/// After the first frame: the desktop's bus is asked for.
void Desktop::tellOfSignIns()
{
    m_signInNews = std::make_unique<SignInNews>(m_client.accounts(), m_client.preferences(),
                                                m_client.clock(), *m_window);
    m_signInNews->setVeiled(m_locking.lock().isLocked());
    connect(m_signInNews.get(), &SignInNews::frontWanted, this, &Desktop::comeToFront);
    connect(m_signInNews.get(), &SignInNews::newPasswordRequested, this, &Desktop::choosePassword);
}

void Desktop::choosePassword(const account::ProfileId &id)
{
    m_window->openProfile(id);
    m_window->openPage(u"security"_s);
    for (ui::SecurityPage *page : m_window->findChildren<ui::SecurityPage *>()) {
        if (page->isVisible())
            page->choosePassword();
    }
}

void Desktop::leave()
{
    // Not yet shown; or closed, and whoever asks once more waits for nothing any longer.
    if (m_window->isVisible())
        m_window->closeAnyway();
    else
        QCoreApplication::exit();
}

void Desktop::wear()
{
    const account::Preferences &preferences = m_client.preferences().current();
    ui::applyTheme(m_application, themeOf(preferences.theme),
                   preferences.density == account::Density::Compact);
}

void Desktop::speak()
{
    m_translator.speak(localeOf(m_client.preferences().current().language));
}

void Desktop::comeToFront(const QByteArray &activation)
{
    if (!activation.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activation);
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void Desktop::tellTroubles(const QList<Error> &troubles)
{
    for (const Error &trouble : troubles) {
        m_window->bars().tell({.id = trouble.code,
                               .kind = ui::MessageBar::Kind::Warning,
                               .text = [trouble] { return ui::wordsOf(trouble); },
                               .acts = {},
                               .isDismissible = true});
    }
}

void Desktop::listenToAccounts()
{
    connect(&m_client.accounts(), &account::Accounts::removedUntold, this,
            [this](const Error &error) { tellTroubles({error}); });
    m_window->addPaletteSource([this]() -> QList<ui::PaletteItem> {
        const account::ProfileId id = m_window->currentProfile();
        const auto *store = m_client.accounts().sessions(id);
        QList<ui::PaletteItem> items;
        if (!store || m_client.accounts().account(id)->isLocked())
            return items;
        for (const api::Session &session : store->sessions()) {
            if (session.end)
                continue;
            items << ui::PaletteItem{
                .title = ui::sessionwords::title(session),
                .kind = tr("Session"),
                .icon = u"devices"_s,
                .shortcut = {},
                .run = [this, sessionId = session.id] { openSession(sessionId); }};
        }
        return items;
    });
}

template <class Page>
Page *Desktop::shown() const
{
    const QList<Page *> pages = m_window->findChildren<Page *>();
    const auto found = std::ranges::find_if(pages, &QWidget::isVisible);
    return found == pages.end() ? nullptr : *found;
}

void Desktop::openSession(const api::SessionId &id)
{
    m_window->openPage(u"access"_s);
    if (auto *page = shown<ui::AccessPage>())
        page->select(id);
}

/// First start ends with it, and nobody has to.
void Desktop::offerSecondFactor(const account::ProfileId &id)
{
    account::FactorStore *store = m_client.accounts().factors(id);
    if (!store || !store->isOffered())
        return;
    store->load().then(store, [this, id, store](const Result<Nothing> &loaded) {
        if (!loaded || !store->factors().isEmpty())
            return;
        const auto text = [] {
            return tr("Only your password protects your account. A second factor keeps out "
                      "strangers who learn it.");
        };
        m_window->bars().tell({.id = offerBar,
                               .kind = ui::MessageBar::Kind::Notice,
                               .text = text,
                               .acts = {{[] { return tr("Add a second factor"); },
                                         [this, id] { addAuthenticator(id); }}},
                               .isDismissible = true});
        connect(store, &account::FactorStore::changed, m_window.get(), [this, store] {
            if (!store->factors().isEmpty())
                m_window->bars().withdraw(offerBar);
        });
    });
}

void Desktop::addAuthenticator(const account::ProfileId &id)
{
    m_window->bars().withdraw(offerBar);
    m_window->openProfile(id);
    m_window->openPage(u"security"_s);
    if (auto *page = shown<ui::SecurityPage>())
        page->addFactor(api::Factor::Totp);
}

void Desktop::verifyEmail()
{
    m_window->openPage(u"profile"_s);
    if (auto *page = shown<ui::ProfilePage>())
        page->showEmail();
}

void Desktop::verifyPhone()
{
    m_window->openPage(u"profile"_s);
    if (auto *page = shown<ui::ProfilePage>())
        page->showPhone();
}

QList<ui::PageEntry> Desktop::pagesOf(account::Account &account)
{
    account::SessionStore &sessions = *m_client.accounts().sessions(account.id());
    const auto home = [this, &account, &sessions](QWidget *parent) {
        auto *page = new ui::HomePage(account, sessions, *m_client.accounts().factors(account.id()),
                                      m_client.clock(), m_window->toast(), parent);
        connect(page, &ui::HomePage::securityRequested, this, [this, id = account.id()] {
            if (m_client.accounts().factors(id)->factors().isEmpty())
                addAuthenticator(id);
            else
                m_window->openPage(u"security"_s);
        });
        connect(page, &ui::HomePage::emailRequested, this, &Desktop::verifyEmail);
        connect(page, &ui::HomePage::phoneRequested, this, &Desktop::verifyPhone);
        connect(page, &ui::HomePage::accessRequested, this,
                [this] { m_window->openPage(u"access"_s); });
        connect(page, &ui::HomePage::sessionRequested, this, &Desktop::openSession);
        connect(page, &ui::HomePage::signOutRequested, m_window.get(), &ui::MainWindow::signOut);
        return page;
    };
    const auto access = [this, &account, &sessions](QWidget *parent) {
        auto *page =
            new ui::AccessPage(account, sessions, m_client.clock(), m_window->toast(), parent);
        const QString profile = account.id().text();
        page->arrange(m_memory.arrangementOf(profile, u"access"_s));
        connect(page, &ui::AccessPage::arrangementChanged, this, [this, page, profile] {
            m_memory.rememberArrangement(profile, u"access"_s, page->arrangement());
        });
        return page;
    };
    const auto profile = [this, &account](QWidget *parent) {
        auto *page = new ui::ProfilePage(account, m_client.clock(), m_window->toast(), parent);
        connect(page, &ui::ProfilePage::securityRequested, this,
                [this] { m_window->openPage(u"security"_s); });
        connect(page, &ui::ProfilePage::unsavedChanged, m_window.get(),
                &ui::MainWindow::settleUnsaved);
        return page;
    };
    const auto security = [this, &account](QWidget *parent) {
        auto *page = new ui::SecurityPage(account, *m_client.accounts().factors(account.id()),
                                          m_client.clock(), m_window->toast(), parent);
        connect(page, &ui::SecurityPage::emailRequested, this, &Desktop::verifyEmail);
        connect(page, &ui::SecurityPage::phoneRequested, this, &Desktop::verifyPhone);
        connect(page, &ui::SecurityPage::unsavedChanged, m_window.get(),
                &ui::MainWindow::settleUnsaved);
        return page;
    };
    const auto messages = [this](QWidget *parent) {
        return new ui::MessagesPage(m_client.ownServer().messages(), m_client.clock(), parent);
    };
    return {{.id = u"home"_s,
             .title = [] { return tr("Home"); },
             .icon = u"home"_s,
             .shortcut = {},
             .make = home,
             .isAvailable = {},
             .refresh = [](QWidget *page) { static_cast<ui::HomePage *>(page)->refresh(); }},
            {.id = u"profile"_s,
             .title = [] { return tr("Profile"); },
             .icon = u"person"_s,
             .shortcut = {},
             .make = profile,
             .isAvailable = [&account] { return account.can<api::UpdateProfile>(); },
             .refresh = [](QWidget *page) { static_cast<ui::ProfilePage *>(page)->refresh(); },
             .hasUnsaved =
                 [](const QWidget *page) {
                     return static_cast<const ui::ProfilePage *>(page)->hasUnsavedChanges();
                 }},
            {.id = u"security"_s,
             .title = [] { return tr("Security"); },
             .icon = u"shield"_s,
             .shortcut = {},
             .make = security,
             .isAvailable =
                 [&account] {
                     return account.can<api::ChangePassword>() || account.can<api::ListFactors>();
                 },
             .refresh = [](QWidget *page) { static_cast<ui::SecurityPage *>(page)->refresh(); },
             .hasUnsaved =
                 [](const QWidget *page) {
                     return static_cast<const ui::SecurityPage *>(page)->hasUnsavedChanges();
                 }},
            {.id = u"access"_s,
             .title = [] { return tr("Access"); },
             .icon = u"devices"_s,
             .shortcut = {},
             .make = access,
             .isAvailable = [&account] { return account.can<api::ListSessions>(); },
             .refresh = [](QWidget *page) { static_cast<ui::AccessPage *>(page)->refresh(); }},
            {.id = u"messages"_s,
             .title = [] { return tr("Messages"); },
             .icon = u"mail"_s,
             .shortcut = {},
             .make = messages,
             .isAvailable = [&account] { return account.profile().onOwnServer; },
             .refresh = [](QWidget *page) { static_cast<ui::MessagesPage *>(page)->refresh(); }},
            {.id = u"help"_s,
             .title = [] { return tr("Help"); },
             .icon = u"help"_s,
             .shortcut = {},
             .make =
                 [this, &account](QWidget *parent) {
                     return new ui::HelpPage(account, m_client.clock(), m_window->toast(), parent);
                 },
             .isAvailable = [&account] { return account::Helping::isOffered(account); },
             .refresh = [](QWidget *page) { static_cast<ui::HelpPage *>(page)->refresh(); }}};
}

QList<ui::PageEntry> Desktop::programPages()
{
    return {{.id = u"settings"_s,
             .title = [] { return tr("Settings"); },
             .icon = u"settings"_s,
             .shortcut = {},
             .make = [this](QWidget *parent) { return makeSettings(parent); },
             .isAvailable = {},
             .refresh = {},
             .hasUnsaved = {},
             .carryOut = [](QWidget *page) { static_cast<ui::SettingsPage *>(page)->carryOut(); }}};
}

QWidget *Desktop::makeSettings(QWidget *parent)
{
    const auto diagnostics = [this] {
        return QList<ui::DiagnosticLine>{
            {u"settings folder"_s, configFolder(), true},
            {u"data folder"_s, dataFolder(), true},
            {u"own server"_s, m_client.ownServer().url().toString(), false},
            {u"profiles"_s, QString::number(m_client.profiles().all().size()), false}};
    };
    auto *page = new ui::SettingsPage({.accounts = m_client.accounts(),
                                       .preferences = m_client.preferences(),
                                       .proxies = m_client.proxies(),
                                       .lock = m_locking.lock(),
                                       .diagnostics = diagnostics},
                                      parent);
    connect(page, &ui::SettingsPage::addProfileRequested, m_window.get(),
            &ui::MainWindow::openFirstStart);
    return page;
}

ui::FirstStartParts Desktop::firstStart()
{
    return {.accounts = m_client.accounts(),
            .startOwnServer = [this] { return m_client.ownServer().start(); },
            .makeSignIn =
                [this](account::SignInFlow &flow, QWidget *parent) {
                    auto *page = new ui::SignInPage(flow, m_client.clock(), parent);
                    connect(page, &ui::SignInPage::messagesWanted, this, &Desktop::showMessages);
                    return page;
                },
            .makeSignUp =
                [this](account::SignUpFlow &flow, QWidget *parent) {
                    auto *page = new ui::SignUpPage(flow, m_client.clock(), parent);
                    connect(page, &ui::SignUpPage::messagesWanted, this, &Desktop::showMessages);
                    return page;
                },
            .isSignUpTyped =
                [](const QWidget *form) {
                    return static_cast<const ui::SignUpPage *>(form)->isTyped();
                }};
}

QWidget *Desktop::makeFirstStart(std::function<void(std::optional<account::ProfileId>)> finished,
                                 QWidget *parent)
{
    auto *page = new ui::FirstStartPage(firstStart(), parent);
    connect(page, &ui::FirstStartPage::finished, this,
            [this, finished](const account::ProfileId &profile) {
                finished(profile);
                offerSecondFactor(profile);
            });
    connect(page, &ui::FirstStartPage::left, this, [finished] { finished(std::nullopt); });
    connect(page, &ui::FirstStartPage::unsavedChanged, m_window.get(),
            &ui::MainWindow::settleUnsaved);
    return page;
}

QWidget *Desktop::makeSignInAgain(const account::ProfileId &id, std::function<void()> finished,
                                  QWidget *parent)
{
    auto *page = new ui::SignInAgainPage(id, firstStart(), parent);
    connect(page, &ui::SignInAgainPage::finished, this, [finished] { finished(); });
    return page;
}

} // namespace latchkey::app
