#pragma once

#include "api/grants.h"
#include "grants/grantside.h"
#include "kit/askingrow.h"

namespace latchkey::ui {

class GrantForm;

/// A subscription that was given or received, and in place the ways to change it and to end it.
class GrantRow final : public AskingRow
{
    Q_OBJECT

public:
    /// What can be done with it now.
    struct Circumstances
    {
        bool canChange = false;
        bool canEnd = false;
        bool isUsable = true;
        bool isPending = false;
    };

    explicit GrantRow(GrantSide side, QWidget *parent = nullptr);

    void tell(const api::Grant &grant, const Circumstances &circumstances, Timestamp now);

Q_SIGNALS:
    void changeRequested(const latchkey::api::UpdateGrant &wanted);
    void endRequested();

protected:
    void retranslate() override;

private:
    const GrantSide m_side;
    api::Grant m_grant;
    Timestamp m_now{};
    SubtleText *m_detail;
    QPushButton *m_change;
    QPushButton *m_end;
    GrantForm *m_form;
    Question *m_question;
};

} // namespace latchkey::ui
