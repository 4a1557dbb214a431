#pragma once

#include "api/apisessions.h"
#include "base/callscope.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class Account;
class ApiSessionStore;
class SessionStore;
} // namespace latchkey::account

namespace latchkey::ui {

class AccountBody;
class ApiSessionForm;
class Card;
class EmptyState;
class EndedCard;
class LivingCard;
class MessageBar;
class PageHeader;
class PageScroll;
class SecretCard;
class SessionActs;
class Toast;

/// Sessions for programs: what uses the account by itself, and until when.
class ApiSessionsPage final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive the page.
    ApiSessionsPage(account::Account &account, account::ApiSessionStore &store,
                    account::SessionStore &all, const Clock &clock, Toast &toast,
                    QWidget *parent = nullptr);

    /// F5.
    void refresh();
    /// A secret that is shown only now, or labels that were typed.
    bool hasUnsavedChanges() const;
    /// To where one is made.
    void add();

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
    void followSessions();
    void tellMessage();
    void create(const api::CreateApiSession &wanted);
    void rotate(const api::SessionId &id);
    void showSecret(const api::ApiSessionSecret &made);
    void leaveForm();
    void retranslate();

    account::Account &m_account;
    account::ApiSessionStore &m_store;
    const Clock &m_clock;
    Toast &m_toast;
    SessionActs *m_acts;
    CallScope m_loads;
    QTimer m_minute; ///< tells the times anew
    bool m_isVisited = false;
    bool m_isAdding = false;
    PageHeader *m_header;
    QPushButton *m_add;
    MessageBar *m_message;
    SecretCard *m_secret;
    Card *m_adding;
    ApiSessionForm *m_form;
    EmptyState *m_none;
    LivingCard *m_living;
    EndedCard *m_ended;
    PageScroll *m_scroll;
    AccountBody *m_body;
};

} // namespace latchkey::ui
