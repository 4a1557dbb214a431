#include "account/organisationstore.h"

#include "account/account.h"

#include <algorithm>

namespace latchkey::account {

using namespace Qt::StringLiterals;
using api::ChildAccount;

OrganisationStore::OrganisationStore(Account &account, QObject *parent)
    : ListStore(parent)
    , m_account(account)
{}

OrganisationStore::~OrganisationStore() = default;

bool OrganisationStore::isOffered() const
{
    return m_account.can<api::ListChildAccounts>();
}

bool OrganisationStore::canMake() const
{
    return m_account.can<api::MakeChildAccount>();
}

bool OrganisationStore::canAct() const
{
    return m_account.can<api::SignInAsParent>();
}

bool OrganisationStore::canLeave() const
{
    return m_account.can<api::LeaveOrganisation>();
}

bool OrganisationStore::canSetInheritance() const
{
    using api::Inherited;
    const api::SetInheritance said{.id = api::UserId(u"ada"_s),
                                   .inheritance =
                                       api::Inheritance{.externalAccounts = Inherited::Parent,
                                                        .fundingSource = Inherited::Parent,
                                                        .payoutSettings = Inherited::Parent,
                                                        .mainAccount = Inherited::Parent,
                                                        .financialSettings = Inherited::Parent}};
    const auto understood = m_account.understood(said);
    return understood && understood->inheritance == said.inheritance;
}

bool OrganisationStore::isWelcomed() const
{
    const auto understood = m_account.understood(api::MakeChildAccount{
        .name = u"Ada"_s, .email = u"ada@example.com"_s, .language = api::Language::Chinese});
    return understood && understood->language == api::Language::Chinese;
}

bool OrganisationStore::isReasonTold() const
{
    const api::SignInAsParent said{.id = api::UserId(u"ada"_s), .reason = u"They asked for help"_s};
    const auto understood = m_account.understood(said);
    return understood && understood->reason == said.reason;
}

void OrganisationStore::ask()
{
    m_account.ask(api::ListChildAccounts{})
        .then(this, [this](const Result<api::ChildAccounts> &told) {
            if (told && m_account.can<api::ShowOrganisation>())
                askForParent(told->accounts);
            else
                settle(told, [this](const api::ChildAccounts &all) { keep(all.accounts, {}); });
        });
}

void OrganisationStore::askForParent(const QList<ChildAccount> &children)
{
    m_account.ask(api::ShowOrganisation{})
        .then(this, [this, children](const Result<api::Organisation> &told) {
            settle(told, [&](const api::Organisation &organisation) {
                keep(children, organisation.parent);
            });
        });
}

void OrganisationStore::keep(const QList<ChildAccount> &children,
                             const std::optional<api::UserCard> &parent)
{
    m_children = children;
    m_parent = parent;
}

void OrganisationStore::take(const api::Event &event)
{
    if (event.kind == api::EventKind::OrganisationChanged || event.kind == api::EventKind::Resync)
        reload();
}

Call<ChildAccount> OrganisationStore::make(const api::MakeChildAccount &wanted)
{
    const auto call = m_account.ask(wanted);
    call.then(this, [this](const Result<ChildAccount> &made) {
        if (!made || !isLoaded())
            return;
        const auto isIt = [&made](const ChildAccount &known) {
            return known.user.id == made->user.id;
        };
        // The event of it may have been faster.
        if (std::ranges::none_of(m_children, isIt))
            m_children.append(*made);
        outdate();
        Q_EMIT changed();
    });
    return call;
}

/// Not every server tells with it whose account it is, so that stays as it is known.
Call<ChildAccount> OrganisationStore::setInheritance(const api::UserId &child,
                                                     const api::Inheritance &wanted)
{
    m_pending.insert(child);
    Q_EMIT changed();
    const auto call = m_account.ask(api::SetInheritance{.id = child, .inheritance = wanted});
    call.then(this, [this, child](const Result<ChildAccount> &set) {
        m_pending.remove(child);
        for (ChildAccount &known : m_children) {
            if (set && known.user.id == child) {
                known.inheritance = set->inheritance;
                known.changedAt = set->changedAt;
            }
        }
        if (set)
            outdate();
        Q_EMIT changed();
        if (!set && set.error().kind == Error::Kind::NotFound)
            reload(); // it may have left
    });
    return call;
}

Call<Nothing> OrganisationStore::leave()
{
    m_isLeaving = true;
    Q_EMIT changed();
    const auto call = m_account.ask(api::LeaveOrganisation{});
    call.then(this, [this](const Result<Nothing> &left) {
        m_isLeaving = false;
        if (left) {
            m_parent.reset();
            outdate();
        }
        Q_EMIT changed();
    });
    return call;
}

} // namespace latchkey::account
