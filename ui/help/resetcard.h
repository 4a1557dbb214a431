#pragma once

#include "api/helping.h"
#include "kit/helderror.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey::ui {

class BusyIndicator;
class Card;
class IconMark;
class MessageBar;
class SubtleText;

/// Somebody who forgot the password gets a code, and chooses a new one alone.
class ResetCard final : public QWidget
{
    Q_OBJECT

public:
    /// The clock outlives it.
    explicit ResetCard(const Clock &clock, QWidget *parent = nullptr);

    void tell(const api::HelpedAccount &account, bool isSending, bool isUsable);
    void setError(const std::optional<Error> &error);

Q_SIGNALS:
    void sendRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void tellState();

    const Clock &m_clock;
    api::HelpedAccount m_account;
    HeldError m_error;
    bool m_isSending = false;
    bool m_isUsable = true;
    Card *m_card;
    MessageBar *m_message;
    QLabel *m_what;
    IconMark *m_mark;
    QLabel *m_state;
    QPushButton *m_send;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui
