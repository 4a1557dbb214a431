#pragma once

#include "api/user.h"
#include "base/error.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey::ui {

class Card;
class MessageBar;
class Question;

/// Who made the account, and in place the way to leave them.
class ParentCard final : public QWidget
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

    explicit ParentCard(QWidget *parent = nullptr);

    void tell(const api::UserCard &maker, const Circumstances &circumstances);
    void setError(const std::optional<Error> &error);

Q_SIGNALS:
    void leaveRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void leave();
    void retranslate();

    api::UserCard m_maker;
    Card *m_card;
    QLabel *m_what;
    MessageBar *m_failure;
    QPushButton *m_leave;
    Question *m_question;
};

} // namespace latchkey::ui
