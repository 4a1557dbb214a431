#pragma once

#include "api/providersettings.h"
#include "kit/askingrow.h"

namespace latchkey::ui {

class ProviderForm;

/// An identity provider that is set up: how it is asked, and in place the ways to change that, to
/// switch it off and to be rid of it.
class ProviderRow final : public AskingRow
{
    Q_OBJECT

public:
    explicit ProviderRow(QWidget *parent = nullptr);

    void tell(const api::Provider &provider, bool isUsable, bool isPending);

Q_SIGNALS:
    void editRequested(const latchkey::api::EditProvider &wanted);
    void removeRequested();

protected:
    void retranslate() override;

private:
    QString detailWords() const;

    api::Provider m_provider;
    SubtleText *m_issuer;
    SubtleText *m_detail;
    QPushButton *m_change;
    QPushButton *m_switch;
    QPushButton *m_remove;
    ProviderForm *m_form;
    Question *m_question;
};

} // namespace latchkey::ui
