#pragma once

#include "base/callscope.h"
#include "base/secret.h"

#include <QFrame>

#include <functional>
#include <optional>

class QLabel;
class QPushButton;

namespace latchkey::ui {

class FormField;
class PasswordEdit;

/// Asks for a secret above the page, because something waits for it: the account's password, or the
/// passphrase of the file that the session is kept in.
class SecretPanel final : public QFrame
{
    Q_OBJECT

public:
    /// In the person's language of the moment; asked again after a change of it.
    struct Words
    {
        QString name;
        QString why;
        QString label;
        QString confirm;
        QString cancel;
    };

    struct Ask
    {
        std::function<Words()> words;
        /// A wrong one is Rejected, and the panel asks on.
        std::function<Call<Nothing>(const Secret &)> submit;
        std::function<void()> decline;
    };

    explicit SecretPanel(Ask ask, QWidget *parent = nullptr);

    void focusSecret();
    /// Whether what `decline` leads to is offered; it is unless told otherwise.
    void setDeclinable(bool isDeclinable);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void submit();
    void setBusy(bool isBusy);
    void retranslate();

    const Ask m_ask;
    CallScope m_calls;
    bool m_isBusy = false;
    std::optional<Error> m_error;
    QLabel *m_why;
    PasswordEdit *m_secret;
    FormField *m_field;
    QPushButton *m_confirm;
    QPushButton *m_cancel;
};

} // namespace latchkey::ui
