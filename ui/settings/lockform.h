#pragma once

#include "base/call.h"
#include "base/secret.h"
#include "kit/helderror.h"

#include <QWidget>

class QPushButton;

namespace latchkey::account {
class AppLock;
}

namespace latchkey::ui {

class FormField;
class PasswordEdit;

/// Begins, changes or ends the program's lock, in place.
class LockForm final : public QWidget
{
    Q_OBJECT

public:
    enum class For { Begin, Change, End };

    explicit LockForm(account::AppLock &lock, QWidget *parent = nullptr);

    void open(For what);
    void focusFirst();

Q_SIGNALS:
    /// It is done, or the person left.
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void listen();
    void submit();
    void take(const Result<Nothing> &done);
    void close();
    void settle();
    void showError();
    void retranslate();

    account::AppLock &m_lock;
    For m_for = For::Begin;
    bool m_isBusy = false;
    HeldError m_error;
    PasswordEdit *m_present;
    FormField *m_presentField;
    PasswordEdit *m_next;
    FormField *m_nextField;
    PasswordEdit *m_again;
    FormField *m_againField;
    QPushButton *m_confirm;
    QPushButton *m_cancel;
};

} // namespace latchkey::ui
