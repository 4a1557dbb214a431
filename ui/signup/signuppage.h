#pragma once

#include "kit/countdown.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QPushButton;

namespace latchkey::account {
class SignUpFlow;
}

namespace latchkey::ui {

class BusyIndicator;
class FormField;
class MessageBar;
class PageHeader;
class PasswordEdit;
class StrengthMeter;

/// The form from which an account is made. What was typed stays through every failure.
class SignUpPage final : public QWidget
{
    Q_OBJECT

public:
    /// The flow outlives the page.
    SignUpPage(account::SignUpFlow &flow, const Clock &clock, QWidget *parent = nullptr);

    bool isTyped() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void listen();
    void submit();
    void follow();
    void showError();
    FormField *fieldOf(const QString &name) const;
    void judge();
    void markEmpty();
    void tick();
    void settle();
    void retranslate();
    QString placeWords() const;

    account::SignUpFlow &m_flow;
    Countdown m_countdown;
    std::optional<Error> m_shown;
    QTimer m_pause; ///< between two judgements of the password
    PageHeader *m_header;
    BusyIndicator *m_busy;
    MessageBar *m_first;
    MessageBar *m_message;
    QLineEdit *m_name;
    QLineEdit *m_email;
    PasswordEdit *m_password;
    QLineEdit *m_setupCode;
    FormField *m_nameField;
    FormField *m_emailField;
    FormField *m_passwordField;
    FormField *m_setupField;
    StrengthMeter *m_strength;
    QPushButton *m_create;
};

} // namespace latchkey::ui
