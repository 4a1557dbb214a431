#pragma once

#include "kit/formstep.h"

class QLineEdit;

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
class ResetStep final : public FormStep
{
    Q_OBJECT

public:
    /// The flow outlives the step.
    ResetStep(account::RecoveryFlow &flow, const Clock &clock, QWidget *parent = nullptr);

    void follow();
    void clear();
    /// The code.
    Secret secret() const override;
    bool isAbout(const Error &error) const override;
    void setError(const std::optional<Error> &error) override;
    void focusFirst() override;

Q_SIGNALS:
    void messagesWanted();

protected:
    void changeEvent(QEvent *event) override;
    bool isComplete() const override;
    void setReadOnly(bool isReadOnly) override;

private:
    void retranslate();

    account::RecoveryFlow &m_flow;
    CodeForm *m_sent;
    QLineEdit *m_given;
    FormField *m_givenField;
    NewPasswordField *m_password;
};

} // namespace latchkey::ui
