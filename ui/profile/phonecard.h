#pragma once

#include "api/user.h"
#include "base/error.h"

#include <QWidget>

#include <optional>

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
class MessageBar;
class Question;
class Toast;

/// The phone of the account, which is there only once it is verified: added, changed, removed.
class PhoneCard final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive the card.
    PhoneCard(account::Account &account, const Clock &clock, Toast &toast,
              QWidget *parent = nullptr);

    /// `isUsable`: the server can be reached.
    void follow(const api::User &user, bool isUsable);
    void focusFirst();
    /// Where there is none yet, its number can be typed at once.
    void begin();
    /// What would be lost.
    bool isTyped() const;

Q_SIGNALS:
    void typedChanged();
    void messagesWanted();
    /// The phone is in use there.
    void securityRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void listen();
    void ask();
    void remove();
    void keep();
    void settle();
    void showError();
    void retranslate();

    account::Account &m_account;
    Toast &m_toast;
    api::User m_user;
    bool m_isUsable = false;
    bool m_isAsking = false; ///< whether it really goes
    bool m_isRemoving = false;
    std::optional<Error> m_error;
    Card *m_card;
    ContactRow *m_row;
    QPushButton *m_add; ///< or another one
    QPushButton *m_remove;
    MessageBar *m_message;
    Question *m_question;
    ContactEditor *m_editor;
};

} // namespace latchkey::ui
