#pragma once

#include "account/applock.h"

#include <memory>

namespace latchkey::account {
class Accounts;
}

namespace latchkey::ui {
class MainWindow;
class ScreenLock;
class UseWatch;
} // namespace latchkey::ui

namespace latchkey::app {

/// Puts the lock together with what it covers and with what makes it lock.
class Locking final : public QObject
{
    Q_OBJECT

public:
    Locking(const Clock &clock, Alarm &alarm, QObject *parent = nullptr);
    ~Locking() override;

    account::AppLock &lock() { return m_lock; }
    /// Both outlive it. Covers the window at once where it starts locked.
    void guard(ui::MainWindow &window, account::Accounts &accounts);

Q_SIGNALS:
    /// Ctrl+L, and there is no lock yet.
    void setUpRequested();

private:
    void cover();
    QList<account::ProfileId> ownProfiles() const;
    Call<Nothing> forget();
    void watchScreen();

    account::AppLock m_lock;
    std::unique_ptr<ui::UseWatch> m_use;
    std::unique_ptr<ui::ScreenLock> m_screen; ///< while the lock wants to know of it
    ui::MainWindow *m_window = nullptr;
    account::Accounts *m_accounts = nullptr;
};

} // namespace latchkey::app
