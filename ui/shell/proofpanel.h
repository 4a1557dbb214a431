#pragma once

#include "base/callscope.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;

namespace latchkey::account {
class Account;
}

namespace latchkey::ui {

class FormField;
class PasswordEdit;

/// Asks for the password above the page, because the server wants to see who acts. What was asked
/// for waits, and goes on by itself.
class ProofPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit ProofPanel(account::Account &account, QWidget *parent = nullptr);

    void focusPassword();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void prove();
    void setBusy(bool isBusy);
    void retranslate();

    account::Account &m_account;
    CallScope m_calls;
    bool m_isBusy = false;
    std::optional<Error> m_error;
    QLabel *m_why;
    PasswordEdit *m_password;
    FormField *m_field;
    QPushButton *m_confirm;
    QPushButton *m_cancel;
};

} // namespace latchkey::ui
