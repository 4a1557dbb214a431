#pragma once

#include "kit/formstep.h"

class QLineEdit;

namespace latchkey::ui {

class FormField;

/// A step of a form that is one line.
class LineStep final : public FormStep
{
    Q_OBJECT

public:
    enum class Typed {
        Email,
        Login, ///< an e-mail address or a user name, in any script
        Password,
        Code, ///< one that somebody was given
    };

    explicit LineStep(Typed typed, QWidget *parent = nullptr);

    void setWords(const Words &words) override;
    void setText(const QString &text);
    QString text() const;
    QLineEdit *line() const { return m_line; }
    Secret secret() const override;
    void setError(const std::optional<Error> &error) override;
    void focusFirst() override;

protected:
    void setReadOnly(bool isReadOnly) override;

private:
    const Typed m_typed;
    QLineEdit *m_line;
    FormField *m_field;
};

} // namespace latchkey::ui
