#pragma once

#include "account/helping.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QPushButton;

namespace latchkey {
class Clock;
}

namespace latchkey::ui {

class AccountBody;
class BusyIndicator;
class EmptyState;
class FormField;
class HelpedCard;
class LockedOutCard;
class MessageBar;
class PageHeader;
class PageScroll;
class ResetCard;
class SubtleText;
class Toast;

/// For those who help others: finds an account, and lets its owner in again without learning
/// anything secret.
class HelpPage final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive the page.
    HelpPage(account::Account &account, const Clock &clock, Toast &toast,
             QWidget *parent = nullptr);

    /// F5.
    void refresh();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    QWidget *form();
    void listen();
    void find();
    void send();
    void lift();
    void follow();
    void tellFound();
    void tellNone();
    void tellLookError();
    void retranslate();

    account::Account &m_account;
    const Clock &m_clock;
    Toast &m_toast;
    account::Helping *m_helping;
    QTimer m_minute; ///< tells the times anew
    PageHeader *m_header;
    MessageBar *m_message;
    QLineEdit *m_email;
    FormField *m_emailField;
    QPushButton *m_find;
    BusyIndicator *m_busy;
    HelpedCard *m_helped;
    LockedOutCard *m_lock;
    ResetCard *m_reset;
    SubtleText *m_asOf;
    EmptyState *m_none;
    PageScroll *m_scroll;
    AccountBody *m_body;
};

} // namespace latchkey::ui
