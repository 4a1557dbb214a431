#include "credits/creditspage.h"

#include "account/account.h"
#include "account/creditstore.h"
#include "credits/balancecard.h"
#include "credits/plancard.h"
#include "credits/upgradecard.h"
#include "kit/errorwords.h"
#include "kit/messagebar.h"
#include "kit/pageheader.h"
#include "kit/pagescroll.h"
#include "kit/toast.h"
#include "people/creditwords.h"
#include "sessions/accountbody.h"

#include <QEvent>
#include <QPointer>
#include <QVBoxLayout>

namespace latchkey::ui {

using namespace std::chrono_literals;
using account::CreditStore;

CreditsPage::CreditsPage(account::Account &account, CreditStore &store, const Clock &clock,
                         Toast &toast, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_store(store)
    , m_clock(clock)
    , m_toast(toast)
    , m_header(new PageHeader)
    , m_message(new MessageBar)
    , m_balance(new BalanceCard(store))
    , m_plan(new PlanCard)
    , m_upgrade(new UpgradeCard)
    , m_scroll(new PageScroll)
    , m_body(new AccountBody(account, m_scroll))
{
    build();
    listen();
    retranslate();
}

void CreditsPage::build()
{
    m_message->hide();
    QVBoxLayout *const column = m_scroll->column();
    for (QWidget *part : std::initializer_list<QWidget *>{m_message, m_plan, m_upgrade, m_balance})
        column->addWidget(part);
    column->addStretch();
    PageScroll::layOut(this, m_header)->addWidget(m_body, 1);
}

void CreditsPage::listen()
{
    m_minute.setInterval(20s);
    connect(&m_minute, &QTimer::timeout, this, &CreditsPage::follow);
    connect(&m_account, &account::Account::stateChanged, this, &CreditsPage::follow);
    connect(&m_store, &CreditStore::changed, this, &CreditsPage::follow);
    connect(&m_store, &CreditStore::loadingChanged, this, &CreditsPage::follow);
    connect(&m_store, &CreditStore::olderFailed, this,
            [this](const Error &error) { m_toast.say(wordsOf(error)); });
    connect(m_upgrade, &UpgradeCard::upgradeRequested, this, &CreditsPage::upgrade);
    connect(m_message, &MessageBar::acted, this, &CreditsPage::refresh);
    connect(m_body, &AccountBody::retried, this, &CreditsPage::refresh);
}

void CreditsPage::refresh()
{
    if (m_account.state().isSignedIn())
        m_loads.add(m_store.load());
}

void CreditsPage::follow()
{
    if (!m_body->follow(m_store.isLoaded(), m_store.lastError(), m_store.isLoading()))
        return;
    const bool isUsable = m_account.state().isUsable();
    m_balance->follow(m_clock.now(), isUsable);
    followPlan(isUsable);
    tellMessage();
}

void CreditsPage::followPlan(bool isUsable)
{
    const auto &plan = m_store.plan();
    m_plan->setVisible(plan.has_value());
    if (plan)
        m_plan->follow(*plan);
    m_upgrade->setVisible(m_store.canUpgrade() && plan && plan->tier == api::Tier::Free);
    m_upgrade->follow(m_store.isUpgrading(), isUsable);
}

void CreditsPage::tellMessage()
{
    const auto &error = m_store.lastError();
    // While offline the window says so once, above every page.
    if (error && m_account.state().isOnline() && !m_store.isLoading())
        m_message->show(MessageBar::Kind::Danger, wordsOf(*error), tr("Try aga&in"));
    else
        m_message->hide();
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

void CreditsPage::showEvent(QShowEvent *event)
{
    if (!m_isVisited)
        refresh();
    m_isVisited = true;
    m_minute.start();
    follow();
    QWidget::showEvent(event);
}

void CreditsPage::hideEvent(QHideEvent *event)
{
    m_minute.stop();
    QWidget::hideEvent(event);
}

void CreditsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CreditsPage::retranslate()
{
    m_body->setWords(tr("Loading your credits and plan…"),
                     tr("Your credits and plan could not be loaded"));
    m_header->setTitle(tr("Credits and plan"));
    m_header->setSubtitle(tr("What you have, what you may use, and what became of it."));
    follow();
}

} // namespace latchkey::ui
