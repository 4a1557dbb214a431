#pragma once

#include "accounts/adjustingcard.h"
#include "api/credits.h"
#include "api/user.h"
#include "base/error.h"

#include <QHash>
#include <QWidget>

#include <optional>

class QPushButton;

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class Account;
class AccountDirectory;
class Purse;
} // namespace latchkey::account

namespace latchkey::ui {

class AccountEndCard;
class MessageBar;
class PageScroll;
class PersonCard;
class SubtleText;
class TierCard;
class Toast;

/// One account of the server, and what administrators do with it.
class AccountPane final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive it.
    AccountPane(account::Account &account, account::AccountDirectory &directory, const Clock &clock,
                Toast &toast, QWidget *parent = nullptr);

    /// Nothing: none is chosen.
    void show(const std::optional<api::User> &user);
    using QWidget::show;
    void lookAgain();
    bool isTyped() const;

Q_SIGNALS:
    /// Elsewhere, where somebody who is locked out is let in.
    void helpRequested(const QString &email);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void listen();
    bool isTypedHere() const;
    void keepDraft();
    void begin();
    void follow();
    void followPurse(bool isUsable);
    bool isHelpOffered() const;
    void adjust(qint64 amount, const QString &cause);
    static QString movedWords(qint64 amount, const QString &name);
    void setTier(api::Tier tier);
    void remove();
    bool isAbout(const api::UserId &id) const { return m_user && m_user->id == id; }
    void retranslate();

    account::Account &m_account;
    account::AccountDirectory &m_directory;
    const Clock &m_clock;
    Toast &m_toast;
    account::Purse *m_purse;
    std::optional<api::User> m_user;
    QHash<api::UserId, AdjustingCard::Draft> m_drafts; ///< of those that are not shown
    SubtleText *m_hint;
    PersonCard *m_person;
    QPushButton *m_help;
    MessageBar *m_message;
    AdjustingCard *m_credits;
    TierCard *m_tier;
    AccountEndCard *m_end;
    PageScroll *m_scroll;
};

} // namespace latchkey::ui
