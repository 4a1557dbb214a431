#pragma once

#include "api/authorizations.h"
#include "base/error.h"

#include <QWidget>

#include <optional>

class QLineEdit;
class QPushButton;

namespace latchkey::ui {

class BusyIndicator;
class ChoiceBox;
class FormField;
class MessageBar;

/// Who is let into which part of the account: somebody new, or one who was let in.
class AuthorizationForm final : public QWidget
{
    Q_OBJECT

public:
    explicit AuthorizationForm(QWidget *parent = nullptr);

    /// Empty, for a new one.
    void begin();
    void begin(const api::Authorization &authorization);
    bool isTyped() const;
    void setBusy(bool isBusy);
    void setUsable(bool isUsable);
    void showError(const Error &error);
    void focusFirst();

Q_SIGNALS:
    void giveRequested(const latchkey::api::CreateAuthorization &wanted);
    void changeRequested(const latchkey::api::UpdateAuthorization &wanted);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void fill();
    void submit();
    void change();
    void refuse(const Error &error);
    void settle();
    void retranslate();
    void explain();

    std::optional<api::Authorization> m_authorization;
    std::optional<Error> m_wrong; ///< with whom it is for
    bool m_isBusy = false;
    bool m_isUsable = true;
    MessageBar *m_failure;
    QLineEdit *m_receiver;
    FormField *m_receiverField;
    ChoiceBox *m_access;
    FormField *m_accessField;
    QPushButton *m_submit;
    QPushButton *m_cancel;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui
