#pragma once

#include "base/callscope.h"

#include <QTimer>
#include <QWidget>

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class Account;
class CreditStore;
} // namespace latchkey::account

namespace latchkey::ui {

class AccountBody;
class BalanceCard;
class MessageBar;
class PageHeader;
class PageScroll;
class PlanCard;
class Toast;
class UpgradeCard;

/// What the account has and may use, and the way to more.
class CreditsPage final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive the page.
    CreditsPage(account::Account &account, account::CreditStore &store, const Clock &clock,
                Toast &toast, QWidget *parent = nullptr);

    /// F5.
    void refresh();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void listen();
    void follow();
    void followPlan(bool isUsable);
    void tellMessage();
    void upgrade();
    void retranslate();

    account::Account &m_account;
    account::CreditStore &m_store;
    const Clock &m_clock;
    Toast &m_toast;
    CallScope m_loads;
    QTimer m_minute; ///< tells the times anew
    bool m_isVisited = false;
    PageHeader *m_header;
    MessageBar *m_message;
    BalanceCard *m_balance;
    PlanCard *m_plan;
    UpgradeCard *m_upgrade;
    PageScroll *m_scroll;
    AccountBody *m_body;
};

} // namespace latchkey::ui
