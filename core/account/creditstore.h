#pragma once

#include "account/liststore.h"
#include "api/credits.h"
#include "api/events.h"

namespace latchkey::account {

class Account;

/// The credits and the plan of an account, as the server last told; of servers that tell less, what
/// they tell.
class CreditStore final : public ListStore
{
    Q_OBJECT

public:
    explicit CreditStore(Account &account, QObject *parent = nullptr);
    ~CreditStore() override;

    /// Any of it.
    bool isOffered() const override { return hasCredits() || hasPlan(); }
    bool hasCredits() const;
    bool hasEntries() const;
    bool hasPlan() const;
    bool canUpgrade() const;

    /// In millionths of a credit; nothing before the first time.
    const std::optional<qint64> &balance() const { return m_balance; }
    const std::optional<api::Plan> &plan() const { return m_plan; }
    /// The newest first, as far back as somebody wanted to see.
    const QList<api::CreditEntry> &entries() const { return m_entries; }
    bool hasOlderEntries() const { return m_next.has_value(); }

    bool isLoadingOlder() const { return m_isLoadingOlder; }
    bool isUpgrading() const { return m_isUpgrading; }

    /// The next page of entries, where there are any and none is on its way.
    void loadOlder();
    /// For good.
    Call<api::Plan> upgrade(api::Tier tier);

    // Not for pages.
    void take(const api::Event &event);

Q_SIGNALS:
    /// Older entries could not be had.
    void olderFailed(const latchkey::Error &error);

private:
    /// By one load.
    struct Told
    {
        std::optional<qint64> balance = {};
        std::optional<api::Plan> plan = {};
        api::CreditPage newest = {};
    };

    void ask() override;
    void askPlan(const Told &told);
    void askEntries(const Told &told);
    void finish(const Told &told);
    template <api::Operation Op>
    void askFor(const Op &operation, Told told, void (*fill)(Told &, const typename Op::Reply &),
                void (CreditStore::*next)(const Told &));
    void keep(const Told &told);

    Account &m_account;
    std::optional<qint64> m_balance;
    std::optional<api::Plan> m_plan;
    QList<api::CreditEntry> m_entries;
    std::optional<QString> m_next; ///< cursor of what is older than those
    bool m_isLoadingOlder = false;
    bool m_isUpgrading = false;
};

} // namespace latchkey::account
