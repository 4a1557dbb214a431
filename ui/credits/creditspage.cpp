#include "credits/creditspage.h"

#include "account/account.h"
#include "account/creditstore.h"
#include "credits/balancecard.h"
#include "credits/plancard.h"
#include "credits/upgradecard.h"
#include "kit/errorwords.h"
#include "kit/pageheader.h"
#include "kit/toast.h"
#include "people/creditwords.h"
#include "sessions/accountbody.h"

#include <QPointer>

namespace latchkey::ui {

using account::CreditStore;

CreditsPage::CreditsPage(account::Account &account, CreditStore &store, const Clock &clock,
                         Toast &toast, QWidget *parent)
    : AccountPage(account, parent)
    , m_store(store)
    , m_clock(clock)
    , m_toast(toast)
    , m_balance(new BalanceCard(store))
    , m_plan(new PlanCard)
    , m_upgrade(new UpgradeCard)
{
    build({m_plan, m_upgrade, m_balance});
    listen();
    retranslate();
}

void CreditsPage::listen()
{
    connect(&m_store, &CreditStore::changed, this, &CreditsPage::follow);
    connect(&m_store, &CreditStore::loadingChanged, this, &CreditsPage::follow);
    connect(&m_store, &CreditStore::olderFailed, this,
            [this](const Error &error) { m_toast.say(wordsOf(error)); });
    connect(m_upgrade, &UpgradeCard::upgradeRequested, this, &CreditsPage::upgrade);
}

void CreditsPage::refresh()
{
    if (account().state().isSignedIn())
        m_loads.add(m_store.load());
}

void CreditsPage::follow()
{
    if (!followLoad(m_store.isLoaded(), m_store.lastError(), m_store.isLoading()))
        return;
    m_balance->follow(m_clock.now(), isUsable());
    const auto &plan = m_store.plan();
    m_plan->setVisible(plan.has_value());
    if (plan)
        m_plan->follow(*plan, account().can<api::StartEmailVerification>());
    m_upgrade->setVisible(m_store.canUpgrade() && plan && plan->tier == api::Tier::Free);
    m_upgrade->follow(m_store.isUpgrading(), isUsable());
}

void CreditsPage::upgrade()
{
    m_store.upgrade(api::upgradeTier)
        .then(&m_toast,
              [page = QPointer(this), &toast = m_toast](const Result<api::Plan> &upgraded) {
                  if (upgraded) {
                      toast.say(tr("Your plan is %1 now.", "a plan's name")
                                    .arg(creditwords::tier(upgraded->tier)));
                  } else if (page && page->m_upgrade->isVisibleTo(page)) {
                      page->m_upgrade->setError(upgraded.error());
                  } else {
                      toast.say(wordsOf(upgraded.error()));
                  }
              });
}

void CreditsPage::retranslate()
{
    body()->setWords(tr("Loading your credits and plan…"),
                     tr("Your credits and plan could not be loaded"));
    header()->setTitle(tr("Credits and plan"));
    header()->setSubtitle(tr("What you have, what you may use, and what became of it."));
    follow();
}

} // namespace latchkey::ui
