#pragma once

#include "api/user.h"
#include "base/error.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey::ui {

class Card;
class MessageBar;

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
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildQuestion();
    void ask(bool isAsking);
    void keep();
    void retranslate();

    api::UserCard m_maker;
    Card *m_card;
    QLabel *m_what;
    MessageBar *m_failure;
    QPushButton *m_leave;
    QLabel *m_question;
    QPushButton *m_confirm;
    QPushButton *m_keep;
    QWidget *m_asking;
};

} // namespace latchkey::ui
