#pragma once

#include "account/liststore.h"
#include "api/events.h"
#include "api/organisations.h"

#include <QSet>

namespace latchkey::account {

class Account;

/// The accounts that one made for others, and who made this one, as the server last told.
class OrganisationStore final : public ListStore
{
    Q_OBJECT

public:
    explicit OrganisationStore(Account &account, QObject *parent = nullptr);
    ~OrganisationStore() override;

    bool isOffered() const override;
    bool canMake() const;
    bool canAct() const;
    bool canLeave() const;
    /// What a child takes from its parent can be said, all of it.
    bool canSetInheritance() const;
    /// Whoever has an account made for them is written to, in the language that is said.
    bool isWelcomed() const;
    /// Whose account it is hears why somebody acts in it.
    bool isReasonTold() const;

    /// The first one first.
    const QList<api::ChildAccount> &children() const { return m_children; }
    const std::optional<api::UserCard> &parent() const { return m_parent; }
    bool isLeaving() const { return m_isLeaving; }
    /// What that child takes is being changed.
    bool isPending(const api::UserId &child) const { return m_pending.contains(child); }

    Call<api::ChildAccount> make(const api::MakeChildAccount &wanted);
    Call<api::ChildAccount> setInheritance(const api::UserId &child,
                                           const api::Inheritance &wanted);
    Call<Nothing> leave();

    // Not for pages.
    void take(const api::Event &event);

private:
    void ask() override;
    void askForParent(const QList<api::ChildAccount> &children);
    void keep(const QList<api::ChildAccount> &children, const std::optional<api::UserCard> &parent);

    Account &m_account;
    QList<api::ChildAccount> m_children;
    std::optional<api::UserCard> m_parent;
    QSet<api::UserId> m_pending;
    bool m_isLeaving = false;
};

} // namespace latchkey::account
