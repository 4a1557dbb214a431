#pragma once

#include "base/error.h"

#include <QWidget>

#include <optional>

class QLineEdit;
class QPushButton;

namespace latchkey {
class Clock;
}

namespace latchkey::ui {

class BusyIndicator;
class FormField;
class HeldError;
class MessageBar;

/// For whom an account is made.
class ChildForm final : public QWidget
{
    Q_OBJECT

public:
    /// The clock outlives it.
    explicit ChildForm(const Clock &clock, QWidget *parent = nullptr);

    /// Empty.
    void begin();
    bool isTyped() const;
    void setBusy(bool isBusy);
    void setUsable(bool isUsable);
    void showError(const Error &error);
    void focusFirst();

Q_SIGNALS:
    void makeRequested(const QString &name, const QString &email);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Wrong
    {
        FormField *field;
        Error error;
    };

    void build();
    void submit();
    void refuse(FormField *field, const Error &error);
    void settle();
    void retranslate();

    HeldError *m_error;
    std::optional<Wrong> m_wrong;
    bool m_isBusy = false;
    bool m_isUsable = true;
    MessageBar *m_failure;
    QLineEdit *m_name;
    FormField *m_nameField;
    QLineEdit *m_email;
    FormField *m_emailField;
    QPushButton *m_submit;
    QPushButton *m_cancel;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui
