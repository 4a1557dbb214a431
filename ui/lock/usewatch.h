#pragma once

#include <QObject>

namespace latchkey::account {
class AppLock;
}

namespace latchkey::ui {

/// Tells the lock that somebody uses the program. What brings somebody back after the time ran out
/// goes nowhere else.
class UseWatch final : public QObject
{
    Q_OBJECT

public:
    /// The lock outlives it.
    explicit UseWatch(account::AppLock &lock, QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void settle();

    account::AppLock &m_lock;
    bool m_isWatching = false;
};

} // namespace latchkey::ui
