#pragma once

#include "base/error.h"
#include "kit/countdown.h"

namespace latchkey::ui {

/// What went wrong, as long as that is of interest: where somebody has to wait because of it, until
/// they have.
class HeldError final : public QObject
{
    Q_OBJECT

public:
    /// The clock outlives it.
    explicit HeldError(const Clock &clock, QObject *parent = nullptr);

    /// Its time counts from now.
    void set(const std::optional<Error> &error);
    /// The same one again is no news: its time runs on. True: it is another one.
    bool follow(const std::optional<Error> &error);
    /// Asking again is of no use yet.
    bool isHolding() const { return m_time.isRunning(); }
    /// With what is left of its time; nothing once that is over.
    std::optional<Error> error() const;

Q_SIGNALS:
    /// What it is, or how long it still holds.
    void changed();

private:
    const Clock &m_clock;
    Countdown m_time;
    std::optional<Error> m_error;
};

} // namespace latchkey::ui
