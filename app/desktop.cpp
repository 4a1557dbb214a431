#include "desktop.h"

#include "account/account.h"
#include "account/sessionstore.h"
#include "browser.h"
#include "errands.h"
#include "firstframe.h"
#include "folders.h"
#include "kit/errorwords.h"
#include "kit/icons.h"
#include "kit/toast.h"
#include "locking.h"
#include "messagereading.h"
#include "secondfactoroffer.h"
#include "sessions/sessionwords.h"
#include "shell/barstack.h"
#include "shell/mainwindow.h"
#include "signinnews.h"

#include <QApplication>

namespace latchkey::app {

using namespace Qt::StringLiterals;

Desktop::Desktop(QApplication &application)
    : m_client(OwnServer::Use::Host)
    , m_appearance(application, m_client.preferences())
    , m_memory(configFolder() + u"/window.ini"_s)
    , m_lock(configFolder() + u"/lock.json"_s, m_client.clock(), m_client.alarm(),
             {[this](const Secret &passphrase) { return m_client.safes().hash(passphrase); },
              [this](const Secret &hash, const Secret &passphrase) {
                  return m_client.safes().matches(hash, passphrase);
              }})
    , m_pages(m_client, m_lock, m_memory)
{
    m_client.setBrowser(systemBrowser());
    QList<Error> troubles = m_client.load();
    if (const auto read = m_lock.load(); !read)
        troubles << read.error();
    m_appearance.wear();
    m_window = std::make_unique<ui::MainWindow>(m_pages.parts());
    m_messages = std::make_unique<MessageReading>(m_client.ownServer().messages(), m_lock,
                                                  m_client.clock(), *m_window);
    m_secondFactor = std::make_unique<SecondFactorOffer>(m_client.accounts(), *m_window);
    joinPages();
    listenToAccounts();
    listenToLock();
    for (const Error &trouble : troubles)
        tell(trouble);
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

void Desktop::joinPages()
{
    m_pages.standIn(*m_window);
    connect(&m_pages, &Pages::messagesWanted, m_messages.get(), &MessageReading::show);
    connect(&m_pages, &Pages::secondFactorWanted, m_secondFactor.get(), &SecondFactorOffer::take);
    connect(&m_pages, &Pages::begun, m_secondFactor.get(), &SecondFactorOffer::make);
}

void Desktop::listenToAccounts()
{
    // One profile's "Try again" is enough for all that live there.
    connect(&m_client.ownServer(), &OwnServer::started, &m_client.accounts(),
            &account::Accounts::restoreUnvouched);
    connect(&m_client.accounts(), &account::Accounts::removedUntold, this, &Desktop::tell);
    tellOfIdentities();
    m_window->addPaletteSource([this] { return sessionItems(); });
}

/// The form where it was asked for has gone: the sign-in ended with it.
void Desktop::tellOfIdentities()
{
    connect(&m_client.accounts(), &account::Accounts::identityLinked, this,
            [this](const api::ProviderCard &provider) {
                m_window->toast().say(
                    tr("%1 signs in to your account from now on.", "%1 is an identity provider")
                        .arg(provider.name));
            });
    connect(&m_client.accounts(), &account::Accounts::identityNotLinked, this,
            [this](const api::ProviderCard &provider, const Error &error) {
                m_window->toast().say(tr("%1 was not connected to your account. %2",
                                         "%1 is an identity provider, %2 says why")
                                          .arg(provider.name, ui::wordsOf(error)));
            });
}

void Desktop::listenToLock()
{
    m_locking = std::make_unique<Locking>(m_lock, *m_window, m_client.accounts());
    connect(m_locking.get(), &Locking::setUpRequested, this,
            [this] { errands::setLock(*m_window); });
    connect(&m_lock, &account::AppLock::lockedChanged, this, [this](bool isLocked) {
        if (m_signInNews)
            m_signInNews->setVeiled(isLocked);
    });
}

/// After the first frame: the desktop's bus is asked for.
void Desktop::tellOfSignIns()
{
    m_signInNews = std::make_unique<SignInNews>(m_client.accounts(), m_client.preferences(),
                                                m_client.clock(), *m_window);
    SignInNews *news = m_signInNews.get();
    news->setVeiled(m_lock.isLocked());
    connect(news, &SignInNews::frontWanted, this, &Desktop::comeToFront);
    connect(news, &SignInNews::newPasswordRequested, this,
            [this](const account::ProfileId &id) { errands::choosePassword(*m_window, id); });
    connect(&m_pages, &Pages::passwordChanged, news, &SignInNews::stopUrging);
    connect(&m_appearance, &Appearance::localeChanged, news, &SignInNews::retranslate);
}

void Desktop::tell(const Error &trouble)
{
    m_window->bars().tell({.id = trouble.code,
                           .kind = ui::MessageBar::Kind::Warning,
                           .text = [trouble] { return ui::wordsOf(trouble); },
                           .acts = {},
                           .isDismissible = true});
}

QList<ui::PaletteItem> Desktop::sessionItems()
{
    const account::ProfileId id = m_window->currentProfile();
    const auto *store = m_client.accounts().sessions(id);
    QList<ui::PaletteItem> items;
    if (!store)
        return items;
    const account::Account &account = *m_client.accounts().account(id);
    if (account.isLocked() || account.state().isOver())
        return items;
    for (const api::Session &session : store->sessions()) {
        if (session.end)
            continue;
        items << ui::PaletteItem{
            .title = ui::sessionwords::title(session),
            .kind = tr("Session"),
            .icon = u"devices"_s,
            .shortcut = {},
            .run = [this, sessionId = session.id] { errands::openSession(*m_window, sessionId); }};
    }
    return items;
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

void Desktop::leave()
{
    // Not yet shown; or closed, and whoever asks once more waits for nothing any longer.
    if (m_window->isVisible())
        m_window->closeAnyway();
    else
        QCoreApplication::exit();
}

} // namespace latchkey::app
