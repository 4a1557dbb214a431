#pragma once

#include "api/authorizations.h"
#include "kit/entryform.h"

#include <optional>

class QLineEdit;

namespace latchkey::ui {

class ChoiceBox;
class FormField;

/// What can be changed of an account that lets somebody in.
class AccountForm final : public EntryForm
{
    Q_OBJECT

public:
    explicit AccountForm(QWidget *parent = nullptr);

    void begin() override { begin({}); }
    void begin(const api::User &user);
    /// As it is by now. What was typed stays, and says what stands there.
    void follow(const api::User &user);
    bool isTyped() const override;
    void showError(const Error &error) override;
    void focusFirst() override;

Q_SIGNALS:
    void changeRequested(const latchkey::api::UpdateAccount &wanted);

protected:
    void send() override;
    void setReadOnly(bool isReadOnly) override;
    bool isNew() const override { return false; }
    void retranslate() override;

private:
    QString name() const;
    api::Language language() const;
    void refuse(const Error &error);
    void tellPresent();

    api::User m_user;
    bool m_isOutrun = false;      ///< somebody else changed it meanwhile
    std::optional<Error> m_wrong; ///< with the name
    QLineEdit *m_name;
    FormField *m_nameField;
    ChoiceBox *m_language;
    FormField *m_languageField;
};

} // namespace latchkey::ui
