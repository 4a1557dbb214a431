#pragma once

#include "api/sessions.h"
#include "base/callscope.h"
#include "base/clock.h"
#include "home/protectioncard.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace latchkey::account {
class Account;
class FactorStore;
class IdentityStore;
class SessionStore;
} // namespace latchkey::account

namespace latchkey::ui {

class AccountBody;
class Card;
class MessageBar;
class PageHeader;
class PageScroll;
class RecentCard;
class SessionActs;
class SignInQuestions;
class SubtleText;
class Toast;

/// How the account stands: what wants an answer, how well it is protected, who signed in last.
class HomePage final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive the page.
    HomePage(account::Account &account, account::SessionStore &store, account::FactorStore &factors,
             account::IdentityStore &identities, const Clock &clock, Toast &toast,
             QWidget *parent = nullptr);

    /// F5.
    void refresh();
    /// Somebody was sent here to answer, whatever they looked at last.
    void showQuestions();

Q_SIGNALS:
    void signOutRequested();
    /// The person wants to see all sessions.
    void accessRequested();
    /// The person wants to protect the account better.
    void securityRequested();
    /// The person wants to see which programs use the account.
    void apiSessionsRequested();
    /// The person wants to verify the address, or to add a phone.
    void emailRequested();
    void phoneRequested();
    /// The person wants to see more of this one.
    void sessionRequested(const latchkey::api::SessionId &id);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void buildThisDevice();
    void listen();
    void follow();
    void tellAccount();
    QString whoWords(const QString &login) const;
    ProtectionCard::State protection() const;
    void tellFactors(ProtectionCard::State &state) const;
    void tellMessage();
    void tellThisDevice();
    void tellTimes();
    void retranslate();

    account::Account &m_account;
    account::SessionStore &m_store;
    account::FactorStore &m_factors;
    account::IdentityStore &m_identities;
    const Clock &m_clock;
    SessionActs *m_acts;
    CallScope m_loads;
    QTimer m_minute; ///< tells the times anew
    bool m_isVisited = false;

    PageHeader *m_header;
    PageScroll *m_scroll;
    AccountBody *m_body;
    MessageBar *m_admin;
    MessageBar *m_message;
    SignInQuestions *m_questions;
    ProtectionCard *m_protection;
    RecentCard *m_recent;
    Card *m_deviceCard;
    QLabel *m_device;
    SubtleText *m_deviceDetail;
    QPushButton *m_signOut;
};

} // namespace latchkey::ui
