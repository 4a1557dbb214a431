#include "locking.h"

#include "account/accounts.h"
#include "account/applock.h"
#include "account/signingoutofall.h"
#include "base/log.h"
#include "lock/lockscreen.h"
#include "lock/screenlock.h"
#include "lock/usewatch.h"
#include "shell/mainwindow.h"

namespace latchkey::app {

Locking::Locking(account::AppLock &lock, ui::MainWindow &window, account::Accounts &accounts,
                 QObject *parent)
    : QObject(parent)
    , m_lock(lock)
    , m_window(window)
    , m_accounts(accounts)
{
    new ui::UseWatch(lock, this);
    connect(&window, &ui::MainWindow::lockRequested, this, [this] {
        if (m_lock.isOn())
            m_lock.lock();
        else
            Q_EMIT setUpRequested();
    });
    connect(&m_lock, &account::AppLock::lockedChanged, this, [this](bool isLocked) {
        if (isLocked)
            cover();
        else
            m_window.uncover();
    });
    connect(&m_lock, &account::AppLock::changed, this, &Locking::watchScreen);
    connect(&accounts, &account::Accounts::ownPasswordTaken, &m_lock,
            &account::AppLock::passwordTaken);
    watchScreen();
    if (m_lock.isLocked())
        cover();
}

Locking::~Locking() = default;

void Locking::cover()
{
    auto *screen = new ui::LockScreen(m_lock, [this] { return forget(); });
    connect(&m_window, &ui::MainWindow::closingHeldUp, screen, &ui::LockScreen::tellUnsaved);
    m_window.cover(screen);
}

QList<account::ProfileId> Locking::ownProfiles() const
{
    QList<account::ProfileId> own;
    for (const account::ProfileId &id : m_accounts.ids()) {
        if (m_accounts.account(id)->profile().onOwnServer)
            own << id;
    }
    return own;
}

Call<Nothing> Locking::forget()
{
    const CallSource<Nothing> source;
    account::signOutOfAll(m_accounts).then(this, [this, source](const Result<Nothing> &out) {
        if (!out) {
            source.finish(out);
            return;
        }
        const auto forgotten = m_lock.forget(ownProfiles());
        if (!forgotten)
            qCWarning(logAccount) << "the lock could not be taken away:" << forgotten.error();
        // Who comes in now is to find nothing that was typed or shown before; and not before it is
        // known that the lock was forgotten are the messages no page to begin with.
        m_window.startAnew();
        source.finish(forgotten);
    });
    return source.call();
}

void Locking::watchScreen()
{
    const bool isWanted = m_lock.isOn() && m_lock.locksWithScreen();
    if (!isWanted) {
        m_screen.reset();
    } else if (!m_screen) {
        m_screen = std::make_unique<ui::ScreenLock>(QDBusConnection::sessionBus(),
                                                    QDBusConnection::systemBus());
        connect(m_screen.get(), &ui::ScreenLock::locked, &m_lock, &account::AppLock::screenLocked);
    }
}

} // namespace latchkey::app
