#pragma once

#include "kit/helderror.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace latchkey::account {
class SignUpFlow;
}

namespace latchkey::ui {

class BusyIndicator;
class CodeStep;
class FormField;
class MessageBar;
class NewPasswordField;
class PageHeader;

/// The form from which an account is made. What was typed stays through every failure.
class SignUpPage final : public QWidget
{
    Q_OBJECT

public:
    /// The flow outlives the page.
    SignUpPage(account::SignUpFlow &flow, const Clock &clock, QWidget *parent = nullptr);

    bool isTyped() const;

Q_SIGNALS:
    /// What the program's own server sent is to be seen.
    void messagesWanted();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void listen();
    void submit();
    void follow();
    void showStep();
    void showError();
    bool showFieldError(const Error &error);
    FormField *fieldOf(const QString &name) const;
    void tellAboutThePerson();
    void markEmpty();
    void settle();
    void retranslate();
    QString placeWords() const;

    account::SignUpFlow &m_flow;
    HeldError m_error;
    PageHeader *m_header;
    BusyIndicator *m_busy;
    MessageBar *m_first;
    MessageBar *m_message;
    QLineEdit *m_name;
    QLineEdit *m_email;
    NewPasswordField *m_password;
    QLineEdit *m_setupCode;
    FormField *m_nameField;
    FormField *m_emailField;
    FormField *m_setupField;
    QPushButton *m_create;
    QWidget *m_form;
    CodeStep *m_code;
};

} // namespace latchkey::ui
