#pragma once

#include "api/user.h"

#include <QWidget>

class QPushButton;

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class Account;
}

namespace latchkey::ui {

class Card;
class ContactEditor;
class ContactRow;
class Toast;

/// The account's e-mail address: whether it is verified, and how it becomes another one.
class EmailCard final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive the card.
    EmailCard(account::Account &account, const Clock &clock, Toast &toast,
              QWidget *parent = nullptr);

    /// `isUsable`: the server can be reached.
    void follow(const api::User &user, bool isUsable);
    void focusFirst();
    /// What would be lost.
    bool isTyped() const;

Q_SIGNALS:
    void typedChanged();
    void messagesWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void tellDone();
    void settle();
    void tellRow();
    void retranslate();

    account::Account &m_account;
    Toast &m_toast;
    api::User m_user;
    QString m_before; ///< the address that is being changed
    bool m_isUsable = false;
    Card *m_card;
    ContactRow *m_row;
    QPushButton *m_verify;
    QPushButton *m_change;
    ContactEditor *m_editor;
    QPushButton *m_opener;
};

} // namespace latchkey::ui
