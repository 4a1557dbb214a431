#pragma once

#include "api/credits.h"
#include "base/callscope.h"

#include <QObject>
#include <QSet>

#include <optional>

namespace latchkey::account {

class Account;

/// Somebody else's credits and plan, as administrators see and set them.
class Purse final : public QObject
{
    Q_OBJECT

public:
    explicit Purse(Account &account, QObject *parent = nullptr);
    ~Purse() override;

    /// Whether the server knows of it, and this account may. Both can change.
    static bool isOffered(const Account &account);

    const api::UserId &owner() const { return m_owner; }
    /// Stays while it is looked at again, and goes when another's is asked for.
    const std::optional<api::AccountCredits> &held() const { return m_held; }
    bool isLooking() const { return m_isLooking; }
    const std::optional<Error> &lookError() const { return m_lookError; }
    /// An empty id: nobody's.
    void look(const api::UserId &owner);

    bool canAdjust() const;
    bool canSetPlan() const;
    /// Something of this owner's is being changed.
    bool isChanging() const { return m_changing.contains(m_owner); }
    /// Less than none takes them away.
    Call<api::CreditEntry> adjust(qint64 amount, const QString &cause);
    Call<api::Plan> setPlan(api::Tier tier);

Q_SIGNALS:
    void changed();

private:
    template <api::Operation Op>
    Call<typename Op::Reply> change(const Op &operation, void (*keep)(api::AccountCredits &,
                                                                      const typename Op::Reply &));

    Account &m_account;
    CallScope m_looks;
    int m_round = 0; ///< answers to an earlier look are nobody's any more
    api::UserId m_owner;
    std::optional<api::AccountCredits> m_held;
    bool m_isLooking = false;
    std::optional<Error> m_lookError;
    QSet<api::UserId> m_changing;
};

} // namespace latchkey::account
