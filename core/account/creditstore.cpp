#include "account/creditstore.h"

#include "account/account.h"

#include <algorithm>

namespace latchkey::account {

CreditStore::CreditStore(Account &account, QObject *parent)
    : ListStore(parent)
    , m_account(account)
{}

CreditStore::~CreditStore() = default;

bool CreditStore::hasCredits() const
{
    return m_account.can<api::ShowCredits>();
}

bool CreditStore::hasEntries() const
{
    return m_account.can<api::ListCreditEntries>();
}

bool CreditStore::hasPlan() const
{
    return m_account.can<api::ShowPlan>();
}

bool CreditStore::canUpgrade() const
{
    return m_account.can<api::UpgradePlan>();
}

/// And then the next thing; what the server doesn't know is passed over.
template <api::Operation Op>
void CreditStore::askFor(const Op &operation, Told told,
                         void (*fill)(Told &, const typename Op::Reply &),
                         void (CreditStore::*next)(const Told &))
{
    if (!m_account.can<Op>())
        return (this->*next)(told);
    m_account.ask(operation).then(
        this, [this, told, fill, next](const Result<typename Op::Reply> &reply) {
            if (!reply)
                return settle(reply, [](const auto &) {});
            Told more = told;
            fill(more, *reply);
            (this->*next)(more);
        });
}

void CreditStore::ask()
{
    askFor(
        api::ShowCredits{}, {},
        +[](Told &told, const api::Credits &credits) { told.balance = credits.balance; },
        &CreditStore::askPlan);
}

void CreditStore::askPlan(const Told &told)
{
    askFor(
        api::ShowPlan{}, told, +[](Told &all, const api::Plan &plan) { all.plan = plan; },
        &CreditStore::askEntries);
}

void CreditStore::askEntries(const Told &told)
{
    askFor(
        api::ListCreditEntries{}, told,
        +[](Told &all, const api::CreditPage &page) { all.newest = page; }, &CreditStore::finish);
}

void CreditStore::finish(const Told &told)
{
    settle(Result<Told>(told), [this](const Told &all) { keep(all); });
}

/// What is in the books never changes: of the entries only what is newer than all that is known has
/// to be taken.
void CreditStore::keep(const Told &told)
{
    m_balance = told.balance;
    m_plan = told.plan;
    const QList<api::CreditEntry> &newest = told.newest.entries;
    const auto known = m_entries.isEmpty()
                           ? newest.end()
                           : std::ranges::find(newest, m_entries.first().id, &api::CreditEntry::id);
    if (known != newest.end()) {
        m_entries = newest.first(known - newest.begin()) + m_entries;
    } else {
        m_entries = newest;
        m_next = told.newest.next;
    }
}

void CreditStore::loadOlder()
{
    if (!m_next || m_isLoadingOlder)
        return;
    m_isLoadingOlder = true;
    m_account.ask(api::ListCreditEntries{.after = m_next})
        .then(this, [this, after = m_next](const Result<api::CreditPage> &page) {
            m_isLoadingOlder = false;
            if (page && m_next == after) { // else they are known anew
                m_entries += page->entries;
                m_next = page->next;
            }
            if (!page)
                Q_EMIT olderFailed(page.error());
            Q_EMIT changed();
        });
    Q_EMIT changed();
}

Call<api::Plan> CreditStore::upgrade(api::Tier tier)
{
    m_isUpgrading = true;
    Q_EMIT changed();
    const auto call = m_account.ask(api::UpgradePlan{.tier = tier});
    call.then(this, [this](const Result<api::Plan> &upgraded) {
        m_isUpgrading = false;
        if (upgraded)
            m_plan = *upgraded;
        Q_EMIT changed();
        reload(); // where it was refused, it may be another by now
    });
    return call;
}

void CreditStore::take(const api::Event &event)
{
    using Kind = api::EventKind;
    // A plan is worth more from when the address is verified.
    if (event.kind == Kind::CreditsChanged || event.kind == Kind::ProfileChanged ||
        event.kind == Kind::Resync)
        reload();
}

} // namespace latchkey::account
