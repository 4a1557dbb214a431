#pragma once

#include "api/user.h"
#include "kit/askingrow.h"

namespace latchkey::ui {

class AvatarDisc;

/// Who made the account, and in place the way to leave them.
class ParentRow final : public AskingRow
{
    Q_OBJECT

public:
    /// What can be done about it now.
    struct Circumstances
    {
        bool canLeave = false;
        bool isUsable = true;
        bool isLeaving = false;
    };

    explicit ParentRow(QWidget *parent = nullptr);

    void tell(const api::UserCard &maker, const Circumstances &circumstances);

Q_SIGNALS:
    void leaveRequested();

protected:
    void retranslate() override;

private:
    ParentRow(AvatarDisc *disc, QWidget *parent);

    api::UserCard m_maker;
    AvatarDisc *m_disc;
    SubtleText *m_detail;
    QPushButton *m_leave;
    Question *m_question;
};

} // namespace latchkey::ui
