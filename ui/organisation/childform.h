#pragma once

#include "kit/entryform.h"

#include <optional>

class QLineEdit;

namespace latchkey::ui {

class FormField;

/// For whom an account is made.
class ChildForm final : public EntryForm
{
    Q_OBJECT

public:
    explicit ChildForm(QWidget *parent = nullptr);

    /// Whether whom it is for is written to.
    void setWelcomed(bool isWelcomed);
    void begin() override;
    bool isTyped() const override;
    void showError(const Error &error) override;
    void focusFirst() override;

Q_SIGNALS:
    void makeRequested(const QString &name, const QString &email);

protected:
    void send() override;
    void setReadOnly(bool isReadOnly) override;
    bool isNew() const override { return true; }
    void retranslate() override;

private:
    struct Wrong
    {
        FormField *field;
        Error error;
    };

    void refuse(FormField *field, const Error &error);

    bool m_isWelcomed = true;
    std::optional<Wrong> m_wrong;
    QLineEdit *m_name;
    FormField *m_nameField;
    QLineEdit *m_email;
    FormField *m_emailField;
};

} // namespace latchkey::ui
