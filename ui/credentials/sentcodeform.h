#pragma once

#include "kit/countdown.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey::account {
class CodeFlow;
}

namespace latchkey::ui {

class BusyIndicator;
class CodeEntry;
class MessageBar;
class ResendButton;

/// Where a code is typed that is on its way to somebody, and another one is had.
class SentCodeForm final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the form.
    SentCodeForm(account::CodeFlow &flow, const Clock &clock, QWidget *parent = nullptr);

    void focusFirst();

Q_SIGNALS:
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void follow();
    void submit();
    void showError();
    void retranslate();

    account::CodeFlow &m_flow;
    const Clock &m_clock;
    Countdown m_life; ///< of the code
    QLabel *m_where;
    MessageBar *m_message;
    CodeEntry *m_code;
    QPushButton *m_confirm;
    ResendButton *m_resend;
    QPushButton *m_cancel;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui
