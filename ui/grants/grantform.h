#pragma once

#include "api/grants.h"
#include "kit/entryform.h"

#include <optional>

class QLineEdit;

namespace latchkey::ui {

class ChoiceBox;
class FormField;

/// What is given, and to whom: a new subscription, or one that was given.
class GrantForm final : public EntryForm
{
    Q_OBJECT

public:
    explicit GrantForm(QWidget *parent = nullptr);

    void begin() override;
    void begin(const api::Grant &grant);
    bool isTyped() const override;
    void showError(const Error &error) override;
    void focusFirst() override;

Q_SIGNALS:
    void giveRequested(const latchkey::api::CreateGrant &wanted);
    void changeRequested(const latchkey::api::UpdateGrant &wanted);

protected:
    void send() override;
    void setReadOnly(bool isReadOnly) override;
    bool isNew() const override { return !m_grant; }
    void retranslate() override;

private:
    void fill(api::Package package, api::PackageTier tier);
    void change();
    void refuse(const Error &error);

    std::optional<api::Grant> m_grant;
    std::optional<Error> m_wrong; ///< with whom it is for
    QLineEdit *m_receiver;
    FormField *m_receiverField;
    ChoiceBox *m_package;
    FormField *m_packageField;
    ChoiceBox *m_tier;
    FormField *m_tierField;
};

} // namespace latchkey::ui
