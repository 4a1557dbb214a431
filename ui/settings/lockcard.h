#pragma once

#include "base/result.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace latchkey::account {
class AppLock;
}

namespace latchkey::ui {

class Card;
class ChoiceBox;
class FormField;
class LockForm;
class MessageBar;
class SubtleText;

/// The program's lock: what it is and is not, on and off, and when it locks.
class LockCard final : public QWidget
{
    Q_OBJECT

public:
    /// The lock outlives the card.
    explicit LockCard(account::AppLock &lock, QWidget *parent = nullptr);

    void focusFirst();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void listen();
    void tell(const Result<Nothing> &written);
    void showCurrent();
    void retranslate();

    account::AppLock &m_lock;
    Card *m_card;
    MessageBar *m_message;
    QLabel *m_state;
    SubtleText *m_lead;
    ChoiceBox *m_idle;
    FormField *m_idleField;
    QCheckBox *m_screen;
    QPushButton *m_begin;
    QPushButton *m_change;
    QPushButton *m_end;
    LockForm *m_form;
};

} // namespace latchkey::ui
