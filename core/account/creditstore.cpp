#include "account/creditstore.h"

#include "account/account.h"

#include <algorithm>

namespace latchkey::account {

CreditStore::CreditStore(Account &account, QObject *parent)
    : QObject(parent)
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

Call<Nothing> CreditStore::load()
{
    if (!isOffered())
        return Call<Nothing>::finished(Nothing());
    m_isWanted = true;
    m_waiting.emplace_back();
    const Call<Nothing> call = m_waiting.back().call();
    if (m_isLoading)
        return call;
    m_isLoading = true;
    askAll();
    Q_EMIT loadingChanged();
    return call;
}

/// And then the next thing; what the server doesn't know is passed over.
template <api::Operation Op>
void CreditStore::ask(const Op &operation, std::function<void(const typename Op::Reply &)> take,
                      std::function<void()> next)
{
    if (!m_account.can<Op>())
        return next();
    m_account.ask(operation).then(this, [this, take = std::move(take), next = std::move(next)](
                                            const Result<typename Op::Reply> &reply) {
        if (!reply)
            return endLoad(failure(reply.error()));
        take(*reply);
        next();
    });
}

void CreditStore::askAll()
{
    m_isOutdated = false;
    ask(
        api::ShowCredits{}, [this](const api::Credits &credits) { m_balance = credits.balance; },
        [this] { askPlan(); });
}

void CreditStore::askPlan()
{
    ask(
        api::ShowPlan{}, [this](const api::Plan &plan) { m_plan = plan; },
        [this] { askEntries(); });
}

void CreditStore::askEntries()
{
    ask(
        api::ListCreditEntries{}, [this](const api::CreditPage &page) { takeNewest(page); },
        [this] { endLoad(Nothing()); });
}

/// What is in the books never changes: only what is newer than all that is known has to be taken.
void CreditStore::takeNewest(const api::CreditPage &page)
{
    const auto known = m_entries.isEmpty() ? page.entries.end()
                                           : std::ranges::find(page.entries, m_entries.first().id,
                                                               &api::CreditEntry::id);
    if (known != page.entries.end()) {
        m_entries = page.entries.first(known - page.entries.begin()) + m_entries;
    } else {
        m_entries = page.entries;
        m_next = page.next;
    }
}

void CreditStore::endLoad(const Result<Nothing> &end)
{
    if (end && m_isOutdated)
        return askAll();
    m_isLoading = false;
    m_isLoaded = m_isLoaded || end;
    m_lastError = end ? std::nullopt : std::optional(end.error());
    for (const auto &source : std::exchange(m_waiting, {}))
        source.finish(end);
    Q_EMIT changed();
    Q_EMIT loadingChanged();
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

void CreditStore::reload()
{
    if (!m_isWanted)
        return;
    m_isOutdated = m_isLoading;
    if (!m_isLoading)
        load();
}

} // namespace latchkey::account
