#pragma once

#include "kit/helderror.h"
#include "lock/forgottencard.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey::account {
class AppLock;
}

namespace latchkey::ui {

class FormField;
class MessageBar;
class PasswordEdit;
class SubtleText;

/// What stands in the place of everything while the program is locked. Tells nothing of what is
/// behind it.
class LockScreen final : public QWidget
{
    Q_OBJECT

public:
    /// The lock outlives it.
    LockScreen(account::AppLock &lock, ForgottenCard::Forget forget, QWidget *parent = nullptr);

    /// The window was to be closed, and something in it is not saved.
    void tellUnsaved();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void submit();
    void settle();
    void showForgotten(bool isShown);
    void retranslate();

    account::AppLock &m_lock;
    HeldError m_error;
    bool m_isBusy = false;
    bool m_isUnsavedTold = false;
    QLabel *m_title;
    MessageBar *m_message;
    QWidget *m_form;
    PasswordEdit *m_secret;
    FormField *m_field;
    QPushButton *m_unlock;
    QPushButton *m_forgotten;
    ForgottenCard *m_forgottenCard;
};

} // namespace latchkey::ui
