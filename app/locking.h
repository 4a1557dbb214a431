#pragma once

#include "account/profile.h"
#include "base/call.h"

#include <QObject>

#include <memory>

namespace latchkey::account {
class Accounts;
class AppLock;
} // namespace latchkey::account

namespace latchkey::ui {
class MainWindow;
class ScreenLock;
} // namespace latchkey::ui

namespace latchkey::app {

/// Puts the lock together with what it covers and with what makes it lock.
class Locking final : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive it. Covers the window at once where the program starts locked.
    Locking(account::AppLock &lock, ui::MainWindow &window, account::Accounts &accounts,
            QObject *parent = nullptr);
    ~Locking() override;

Q_SIGNALS:
    /// Ctrl+L, and there is no lock yet.
    void setUpRequested();

private:
    void cover();
    QList<account::ProfileId> ownProfiles() const;
    Call<Nothing> forget();
    void watchScreen();

    account::AppLock &m_lock;
    ui::MainWindow &m_window;
    account::Accounts &m_accounts;
    std::unique_ptr<ui::ScreenLock> m_screen; ///< while the lock wants to know of it
};

} // namespace latchkey::app
