#include "kit/resendbutton.h"

#include <QEvent>

namespace latchkey::ui {

ResendButton::ResendButton(const Clock &clock, QWidget *parent)
    : QPushButton(parent)
    , m_countdown(clock)
{
    connect(&m_countdown, &Countdown::ticked, this, &ResendButton::settle);
    settle();
}

void ResendButton::setReadyAt(Timestamp moment)
{
    m_countdown.startUntil(moment);
}

void ResendButton::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    settle();
}

void ResendButton::settle()
{
    const QString words = tr("Send another code");
    const auto seconds = static_cast<int>(m_countdown.left().count());
    setEnabled(!m_isBusy && !m_countdown.isRunning());
    setText(m_countdown.isRunning() ? tr("Send another code (%n s)", nullptr, seconds) : words);
    setAccessibleName(words);
}

void ResendButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        settle();
    QPushButton::changeEvent(event);
}

} // namespace latchkey::ui
