#pragma once

#include "api/user.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey::account {
class Account;
}

namespace latchkey::ui {

class Card;
class Toast;
class TypedConfirmation;

/// The end of an account by its owner, with what goes with it. Its profile goes by itself then.
class DeletionCard final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the card.
    DeletionCard(account::Account &account, Toast &toast, QWidget *parent = nullptr);

    void follow(const api::User &user, bool isUsable);

protected:
    void changeEvent(QEvent *event) override;

private:
    void ask(bool isAsking);
    void leave();
    void remove();
    void settle();
    void retranslate();

    account::Account &m_account;
    Toast &m_toast;
    api::User m_user;
    bool m_isUsable = false;
    bool m_isRemoving = false;
    Card *m_card;
    QLabel *m_what;
    QPushButton *m_open;
    TypedConfirmation *m_confirmation;
};

} // namespace latchkey::ui
