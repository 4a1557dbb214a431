#pragma once

#include "kit/formstep.h"

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class CodeWays;
}

namespace latchkey::ui {

class CodeForm;

/// A step of a form that is nothing but a code. Six digits go on by themselves.
class CodeStep final : public FormStep
{
    Q_OBJECT

public:
    /// The ways outlive the step.
    CodeStep(account::CodeWays &ways, const Clock &clock, QWidget *parent = nullptr);

    CodeForm &form() { return *m_form; }
    Secret secret() const override;
    void setError(const std::optional<Error> &error) override;
    void focusFirst() override;

protected:
    bool isComplete() const override;
    void setReadOnly(bool isReadOnly) override;

private:
    CodeForm *m_form;
};

} // namespace latchkey::ui
