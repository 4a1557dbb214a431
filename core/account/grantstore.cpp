#include "account/grantstore.h"

#include "account/account.h"

#include <algorithm>

namespace latchkey::account {

GrantStore::GrantStore(Account &account, QObject *parent)
    : ListStore(parent)
    , m_account(account)
{}

GrantStore::~GrantStore() = default;

bool GrantStore::isOffered() const
{
    return m_account.can<api::ListReceivedGrants>() && m_account.can<api::ListGivenGrants>();
}

bool GrantStore::canGive() const
{
    return m_account.can<api::CreateGrant>();
}

bool GrantStore::canChange() const
{
    return m_account.can<api::UpdateGrant>();
}

bool GrantStore::canEnd() const
{
    return m_account.can<api::EndGrant>();
}

void GrantStore::ask()
{
    m_account.ask(api::ListReceivedGrants{}).then(this, [this](const Result<api::Grants> &told) {
        if (told)
            askForGiven(told->grants);
        else
            settle(told, [](const api::Grants &) {});
    });
}

void GrantStore::askForGiven(const QList<api::Grant> &received)
{
    m_account.ask(api::ListGivenGrants{})
        .then(this, [this, received](const Result<api::Grants> &told) {
            settle(told, [&](const api::Grants &given) {
                m_received = received;
                m_given = given.grants;
            });
        });
}

void GrantStore::take(const api::Event &event)
{
    if (event.kind == api::EventKind::GrantsChanged || event.kind == api::EventKind::Resync)
        reload();
}

/// In whichever list it stands.
void GrantStore::put(const api::Grant &grant)
{
    for (QList<api::Grant> *list : {&m_received, &m_given})
        std::ranges::replace_if(
            *list, [&grant](const api::Grant &known) { return known.id == grant.id; }, grant);
    outdate();
}

Call<api::Grant> GrantStore::give(const api::CreateGrant &wanted)
{
    const auto call = m_account.ask(wanted);
    call.then(this, [this](const Result<api::Grant> &given) {
        if (!given || !isLoaded())
            return;
        put(*given);
        // The event of it may have been faster.
        if (std::ranges::find(m_given, given->id, &api::Grant::id) == m_given.end())
            m_given.prepend(*given);
        Q_EMIT changed();
    });
    return call;
}

template <class Op>
Call<api::Grant> GrantStore::alter(const Op &operation)
{
    m_pending.insert(operation.id);
    Q_EMIT changed();
    const auto call = m_account.ask(operation);
    call.then(this, [this, id = operation.id](const Result<api::Grant> &altered) {
        m_pending.remove(id);
        if (altered)
            put(*altered);
        Q_EMIT changed();
        if (!altered && altered.error().kind != Error::Kind::Cancelled)
            reload(); // it may have ended
    });
    return call;
}

Call<api::Grant> GrantStore::change(const api::UpdateGrant &wanted)
{
    return alter(wanted);
}

Call<api::Grant> GrantStore::end(const api::GrantId &id)
{
    return alter(api::EndGrant{.id = id});
}

} // namespace latchkey::account
