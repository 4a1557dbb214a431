#pragma once

#include "base/clock.h"
#include "base/error.h"

#include <QObject>
#include <QTimer>

namespace latchkey::ui {

/// A moment that is waited for, e.g. because a server wants to be left alone until then, and how
/// long that still is.
class Countdown final : public QObject
{
    Q_OBJECT

public:
    explicit Countdown(const Clock &clock, QObject *parent = nullptr);

    /// Counts from now, where the error asks for patience.
    void start(const Error &error);
    void stop();
    void startUntil(Timestamp moment);
    bool isRunning() const { return m_until.has_value(); }
    std::chrono::seconds left() const;
    /// The same error, with what is left of the time.
    Error error() const;

Q_SIGNALS:
    /// Once more when it is over.
    void ticked();

private:
    void tick();

    const Clock &m_clock;
    Error m_error;
    std::optional<Timestamp> m_until;
    QTimer m_ticks;
};

/// That the server asks for patience, and says for how long.
bool asksForPatience(const Error &error);

} // namespace latchkey::ui
