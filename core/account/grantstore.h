#pragma once

#include "account/liststore.h"
#include "api/events.h"
#include "api/grants.h"

#include <QSet>

namespace latchkey::account {

class Account;

/// The subscriptions that an account gave to others and has from them, as the server last told.
class GrantStore final : public ListStore
{
    Q_OBJECT

public:
    explicit GrantStore(Account &account, QObject *parent = nullptr);
    ~GrantStore() override;

    bool isOffered() const override;
    bool canGive() const;
    bool canChange() const;
    bool canEnd() const;

    /// The newest first; those that ended lately among them.
    const QList<api::Grant> &received() const { return m_received; }
    const QList<api::Grant> &given() const { return m_given; }
    bool isPending(const api::GrantId &id) const { return m_pending.contains(id); }

    Call<api::Grant> give(const api::CreateGrant &wanted);
    Call<api::Grant> change(const api::UpdateGrant &wanted);
    /// Whether it was given or received.
    Call<api::Grant> end(const api::GrantId &id);

    // Not for pages.
    void take(const api::Event &event);

private:
    void ask() override;
    void askForGiven(const QList<api::Grant> &received);
    void put(const api::Grant &grant);
    template <class Op>
    Call<api::Grant> alter(const Op &operation);

    Account &m_account;
    QList<api::Grant> m_received;
    QList<api::Grant> m_given;
    QSet<api::GrantId> m_pending;
};

} // namespace latchkey::account
