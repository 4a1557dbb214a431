#pragma once

#include "api/providers.h"
#include "kit/askingrow.h"

namespace latchkey::ui {

/// An account elsewhere that signs in, and in place the way to be rid of it.
class IdentityRow final : public AskingRow
{
    Q_OBJECT

public:
    explicit IdentityRow(QWidget *parent = nullptr);

    void tell(const api::Identity &identity, Timestamp now, bool isUsable);

Q_SIGNALS:
    void removed();

protected:
    void retranslate() override;

private:
    api::Identity m_identity;
    Timestamp m_now{};
    SubtleText *m_detail;
    QPushButton *m_remove;
    Question *m_question;
};

} // namespace latchkey::ui
