#pragma once

#include "account/actingonbehalf.h"
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
class ActingCard;
class BusyIndicator;
class EmptyState;
class FormField;
class PersonCard;
class LockedOutCard;
class MessageBar;
class PageHeader;
class PageScroll;
class ResetCard;
class SubtleText;
class Toast;

/// For those who help others: finds an account, lets its owner in again without learning anything
/// secret, or acts in it for them.
class HelpPage final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive the page.
    HelpPage(account::Account &account, account::ActingOnBehalf &acting, const Clock &clock,
             Toast &toast, QWidget *parent = nullptr);

    /// F5.
    void refresh();
    void lookFor(const QString &email);

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
    void act(const QString &reason);
    void endBeginning(const Result<account::ProfileId> &begun);
    void follow();
    void tellFound();
    void tellNone();
    void tellLookError();
    void retranslate();

    account::Account &m_account;
    account::ActingOnBehalf &m_acting;
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
    PersonCard *m_person;
    LockedOutCard *m_lock;
    ResetCard *m_reset;
    ActingCard *m_behalf;
    bool m_isBeginning = false;
    SubtleText *m_asOf;
    EmptyState *m_none;
    PageScroll *m_scroll;
    AccountBody *m_body;
};

} // namespace latchkey::ui
