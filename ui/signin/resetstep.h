#pragma once

#include "base/error.h"
#include "base/secret.h"

#include <QWidget>

#include <optional>

class QLineEdit;
class QPushButton;

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class RecoveryFlow;
}

namespace latchkey::ui {

class CodeForm;
class FormField;
class NewPasswordField;

/// The code that was sent, or that somebody had sent, and the new password that it is good for.
/// Both on one page: whether a code is right is told only with the password.
class ResetStep final : public QWidget
{
    Q_OBJECT

public:
    /// The flow outlives the step.
    ResetStep(account::RecoveryFlow &flow, const Clock &clock, QWidget *parent = nullptr);

    void follow();
    void setBusy(bool isBusy);
    void setHeld(bool isHeld);
    /// False where it belongs to neither field.
    bool showError(const Error &error);
    void clearErrors();
    void clear();
    void focusFirst();

Q_SIGNALS:
    void messagesWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    Secret code() const;
    void submit();
    void settle();
    void retranslate();

    account::RecoveryFlow &m_flow;
    bool m_isBusy = false;
    bool m_isHeld = false;
    CodeForm *m_sent;
    QLineEdit *m_given;
    FormField *m_givenField;
    NewPasswordField *m_password;
    QPushButton *m_set;
    QPushButton *m_back;
};

} // namespace latchkey::ui
