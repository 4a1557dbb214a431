#pragma once

#include "base/secret.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey::ui {

class FormField;
class PasswordEdit;

/// Second step of signing in: the password of the account that was named.
class PasswordStep final : public QWidget
{
    Q_OBJECT

public:
    explicit PasswordStep(QWidget *parent = nullptr);

    void setEmail(const QString &email);
    void setBusy(bool isBusy);
    void setHeld(bool isHeld);
    void setFieldError(const QString &words);
    void focusFirst();
    void clear();
    void setRecoveryOffered(bool isOffered);

Q_SIGNALS:
    void submitted(const latchkey::Secret &password);
    void backRequested();
    void recoveryRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void submit();
    void retranslate();
    void settle();

    bool m_isBusy = false;
    bool m_isHeld = false;
    QLabel *m_email;
    PasswordEdit *m_password;
    FormField *m_field;
    QPushButton *m_back;
    QPushButton *m_signIn;
    QPushButton *m_forgot;
};

} // namespace latchkey::ui
