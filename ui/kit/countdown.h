#pragma once

#include "base/clock.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace latchkey::ui {

/// A moment that is waited for, and how long that still is.
class Countdown final : public QObject
{
    Q_OBJECT

public:
    explicit Countdown(const Clock &clock, QObject *parent = nullptr);

    void start(Timestamp until);
    void stop();
    bool isRunning() const { return m_until.has_value(); }
    std::chrono::seconds left() const;

Q_SIGNALS:
    /// Once more when it is over.
    void ticked();

private:
    void tick();

    const Clock &m_clock;
    std::optional<Timestamp> m_until;
    QTimer m_ticks;
};

} // namespace latchkey::ui
