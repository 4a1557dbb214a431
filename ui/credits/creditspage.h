#pragma once

#include "base/callscope.h"
#include "sessions/accountpage.h"

namespace latchkey {
class Clock;
}

namespace latchkey::account {
class CreditStore;
}

namespace latchkey::ui {

class BalanceCard;
class PlanCard;
class Toast;
class UpgradeCard;

/// What the account has and may use, and the way to more.
class CreditsPage final : public AccountPage
{
    Q_OBJECT

public:
    /// All of them outlive the page.
    CreditsPage(account::Account &account, account::CreditStore &store, const Clock &clock,
                Toast &toast, QWidget *parent = nullptr);

    void refresh() override;

protected:
    void follow() override;
    void retranslate() override;

private:
    void listen();
    void upgrade();

    account::CreditStore &m_store;
    const Clock &m_clock;
    Toast &m_toast;
    CallScope m_loads;
    BalanceCard *m_balance;
    PlanCard *m_plan;
    UpgradeCard *m_upgrade;
};

} // namespace latchkey::ui
