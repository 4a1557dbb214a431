#pragma once

#include "api/grants.h"
#include "base/result.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class Account;
class GrantStore;
} // namespace latchkey::account

namespace latchkey::ui {

class AccountBody;
class Card;
class CopyButton;
class EmptyState;
class GrantForm;
class GrantsCard;
class GrantRow;
class MessageBar;
class PageHeader;
class PageScroll;
class SubtleText;
class Toast;

/// Subscriptions that the account gives to others, and has from them.
class GrantsPage final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive the page.
    GrantsPage(account::Account &account, account::GrantStore &store, const Clock &clock,
               Toast &toast, QWidget *parent = nullptr);

    /// F5.
    void refresh();
    bool hasUnsavedChanges() const;

Q_SIGNALS:
    void unsavedChanged();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    QWidget *ownId();
    void listen();
    void follow();
    void followGrants();
    void tellMessage();
    void tellOwnId();
    void beginGiving();
    void leaveForm();
    void give(const api::CreateGrant &wanted);
    void change(const api::UpdateGrant &wanted);
    void end(const api::GrantId &id);
    GrantRow *row(const api::GrantId &id) const;
    void retranslate();

    account::Account &m_account;
    account::GrantStore &m_store;
    Toast &m_toast;
    QTimer m_minute; ///< tells the times anew
    bool m_isVisited = false;
    bool m_isGiving = false;
    PageHeader *m_header;
    QPushButton *m_give;
    MessageBar *m_message;
    Card *m_giving;
    GrantForm *m_form;
    GrantsCard *m_received;
    GrantsCard *m_given;
    SubtleText *m_idWords;
    QLabel *m_id;
    CopyButton *m_copy;
    QWidget *m_ownId;
    EmptyState *m_none;
    PageScroll *m_scroll;
    AccountBody *m_body;
};

} // namespace latchkey::ui
