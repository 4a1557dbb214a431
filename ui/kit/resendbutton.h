#pragma once

#include "kit/countdown.h"

#include <QPushButton>

namespace latchkey::ui {

/// Has another code sent, once that may be; until then it says how long it takes.
class ResendButton final : public QPushButton
{
    Q_OBJECT

public:
    /// The clock outlives the button.
    explicit ResendButton(const Clock &clock, QWidget *parent = nullptr);

    void setReadyAt(Timestamp moment);
    void setBusy(bool isBusy);

protected:
    void changeEvent(QEvent *event) override;

private:
    void settle();

    Countdown m_countdown;
    bool m_isBusy = false;
};

} // namespace latchkey::ui
