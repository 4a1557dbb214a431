#pragma once

#include "api/authorizations.h"
#include "base/result.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class Account;
class AuthorizationStore;
} // namespace latchkey::account

namespace latchkey::ui {

class AccountBody;
class AuthorizationForm;
class AuthorizationRow;
class AuthorizationsCard;
class Card;
class CopyLine;
class EmptyState;
class MessageBar;
class PageHeader;
class PageScroll;
class Toast;

/// Whom the account lets into which part of it, and who lets it in.
class AuthorizationsPage final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive the page.
    AuthorizationsPage(account::Account &account, account::AuthorizationStore &store,
                       const Clock &clock, Toast &toast, QWidget *parent = nullptr);

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
    void listen();
    void follow();
    void followAuthorizations();
    void tellMessage();
    void tellOwnId();
    void beginGiving();
    void leaveForm();
    void give(const api::CreateAuthorization &wanted);
    void change(const api::UpdateAuthorization &wanted);
    void revoke(const api::AuthorizationId &id);
    AuthorizationRow *row(const api::AuthorizationId &id) const;
    void retranslate();

    account::Account &m_account;
    account::AuthorizationStore &m_store;
    Toast &m_toast;
    QTimer m_minute; ///< tells the times anew
    bool m_isVisited = false;
    bool m_isGiving = false;
    PageHeader *m_header;
    QPushButton *m_give;
    MessageBar *m_message;
    Card *m_giving;
    AuthorizationForm *m_form;
    AuthorizationsCard *m_given;
    AuthorizationsCard *m_received;
    CopyLine *m_ownId;
    EmptyState *m_none;
    PageScroll *m_scroll;
    AccountBody *m_body;
};

} // namespace latchkey::ui
