#pragma once

#include "api/credits.h"
#include "api/events.h"
#include "base/call.h"

#include <QObject>

#include <functional>
#include <vector>

namespace latchkey::account {

class Account;

/// The credits and the plan of an account, as the server last told; of servers that tell less, what
/// they tell. Nothing is loaded until somebody wants to see it; from then on it is kept true.
class CreditStore final : public QObject
{
    Q_OBJECT

public:
    explicit CreditStore(Account &account, QObject *parent = nullptr);
    ~CreditStore() override;

    /// Whether the server knows of any of it.
    bool isOffered() const { return hasCredits() || hasPlan(); }
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

    bool isLoading() const { return m_isLoading; }
    bool isLoaded() const { return m_isLoaded; }
    /// Why the last load failed. What was known before stays.
    const std::optional<Error> &lastError() const { return m_lastError; }
    bool isLoadingOlder() const { return m_isLoadingOlder; }
    bool isUpgrading() const { return m_isUpgrading; }

    /// One at a time: who asks while one is under way waits for the same.
    Call<Nothing> load();
    /// The next page of entries, where there are any and none is on its way.
    void loadOlder();
    /// For good.
    Call<api::Plan> upgrade(api::Tier tier);

    // Not for pages.
    void take(const api::Event &event);
    /// Where somebody wants to see it.
    void reload();

Q_SIGNALS:
    /// What is known, or what is under way with it.
    void changed();
    void loadingChanged();
    /// Older entries could not be had.
    void olderFailed(const latchkey::Error &error);

private:
    template <api::Operation Op>
    void ask(const Op &operation, std::function<void(const typename Op::Reply &)> take,
             std::function<void()> next);
    void askAll();
    void askPlan();
    void askEntries();
    void takeNewest(const api::CreditPage &page);
    void endLoad(const Result<Nothing> &end);

    Account &m_account;
    std::optional<qint64> m_balance;
    std::optional<api::Plan> m_plan;
    QList<api::CreditEntry> m_entries;
    std::optional<QString> m_next; ///< cursor of what is older than those
    bool m_isWanted = false;
    bool m_isLoaded = false;
    bool m_isLoading = false;
    bool m_isOutdated = false; ///< something changed since it was asked for: it is asked again
    bool m_isLoadingOlder = false;
    bool m_isUpgrading = false;
    std::optional<Error> m_lastError;
    std::vector<CallSource<Nothing>> m_waiting;
};

} // namespace latchkey::account
