#pragma once

#include <QObject>
#include <QPointer>

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class Account;
class AppLock;
class OwnMessages;
} // namespace latchkey::account

namespace latchkey::ui {
class MainWindow;
class MessagesPanel;
} // namespace latchkey::ui

namespace latchkey::app {

/// Who may read what the own server would have sent, and how they hear of it.
class MessageReading final : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive it.
    MessageReading(account::OwnMessages &messages, const account::AppLock &lock, const Clock &clock,
                   ui::MainWindow &window, QObject *parent = nullptr);

    /// Without the lock's PIN somebody may be a stranger, and so may be an account that was made
    /// since.
    static bool isOpenTo(const account::Account &account, const account::AppLock &lock);

    /// Over whatever waits for a code.
    void show();

private:
    void tell(qint64 number);

    account::OwnMessages &m_messages;
    const account::AppLock &m_lock;
    const Clock &m_clock;
    ui::MainWindow &m_window;
    QPointer<ui::MessagesPanel> m_panel; ///< the window's
};

} // namespace latchkey::app
