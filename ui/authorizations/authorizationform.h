#pragma once

#include "api/authorizations.h"
#include "kit/entryform.h"

#include <optional>

class QLineEdit;

namespace latchkey::ui {

class ChoiceBox;
class FormField;

/// Who is let into which part of the account: somebody new, or one who was let in.
class AuthorizationForm final : public EntryForm
{
    Q_OBJECT

public:
    explicit AuthorizationForm(QWidget *parent = nullptr);

    void begin() override;
    void begin(const api::Authorization &authorization);
    bool isTyped() const override;
    void showError(const Error &error) override;
    void focusFirst() override;

Q_SIGNALS:
    void giveRequested(const latchkey::api::CreateAuthorization &wanted);
    void changeRequested(const latchkey::api::UpdateAuthorization &wanted);

protected:
    void send() override;
    void setReadOnly(bool isReadOnly) override;
    bool isNew() const override { return !m_authorization; }
    void retranslate() override;

private:
    void fill();
    void change();
    void refuse(const Error &error);
    void explain();

    std::optional<api::Authorization> m_authorization;
    std::optional<Error> m_wrong; ///< with whom it is for
    QLineEdit *m_receiver;
    FormField *m_receiverField;
    ChoiceBox *m_access;
    FormField *m_accessField;
};

} // namespace latchkey::ui
