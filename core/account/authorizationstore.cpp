#include "account/authorizationstore.h"

#include "account/account.h"

#include <algorithm>

namespace latchkey::account {

using api::Authorization;

AuthorizationStore::AuthorizationStore(Account &account, QObject *parent)
    : ListStore(parent)
    , m_account(account)
{}

AuthorizationStore::~AuthorizationStore() = default;

bool AuthorizationStore::isOffered() const
{
    return m_account.can<api::ListAuthorizations>();
}

bool AuthorizationStore::canGive() const
{
    return m_account.can<api::CreateAuthorization>();
}

bool AuthorizationStore::canChange() const
{
    return m_account.can<api::UpdateAuthorization>();
}

bool AuthorizationStore::canRevoke() const
{
    return m_account.can<api::RevokeAuthorization>();
}

bool AuthorizationStore::canLook(const Authorization &authorization) const
{
    switch (authorization.scope) {
    case api::AccessScope::Profile:
        return m_account.can<api::ShowAccount>();
    case api::AccessScope::Sessions:
        return canListSessions();
    case api::AccessScope::Unknown:
        return false;
    }
    Q_UNREACHABLE();
}

bool AuthorizationStore::canEdit(const Authorization &authorization) const
{
    return authorization.scope == api::AccessScope::Profile &&
           authorization.action == api::AccessAction::Write && m_account.can<api::UpdateAccount>();
}

bool AuthorizationStore::canListSessions() const
{
    return m_account.can<api::ListAccountSessions>();
}

bool AuthorizationStore::showsSessions(const api::UserId &giver) const
{
    return canListSessions() && std::ranges::any_of(m_all, [&giver](const Authorization &one) {
               return one.giver.id == giver && one.scope == api::AccessScope::Sessions;
           });
}

Call<api::User> AuthorizationStore::showAccount(const api::UserId &giver)
{
    return m_account.ask(api::ShowAccount{.id = giver});
}

Call<api::AccountSessions> AuthorizationStore::listSessions(const api::UserId &giver)
{
    return m_account.ask(api::ListAccountSessions{.id = giver});
}

Call<api::User> AuthorizationStore::editAccount(const api::UpdateAccount &wanted)
{
    m_edited.insert(wanted.id);
    Q_EMIT changed();
    const auto call = m_account.ask(wanted);
    call.then(this, [this, id = wanted.id](const Result<api::User> &edited) {
        m_edited.remove(id);
        for (Authorization &one : m_all) {
            if (edited && one.giver.id == id)
                one.giver = api::cardOf(*edited);
        }
        if (edited)
            outdate();
        Q_EMIT changed();
        if (!edited && edited.error().kind == Error::Kind::Forbidden)
            reload(); // it may have been taken back
    });
    return call;
}

bool AuthorizationStore::isOwn(const Authorization &authorization) const
{
    const auto &user = m_account.user();
    return user && authorization.giver.id == user->id;
}

QList<Authorization> AuthorizationStore::received() const
{
    QList<Authorization> received;
    std::ranges::copy_if(m_all, std::back_inserter(received),
                         [this](const Authorization &one) { return !isOwn(one); });
    return received;
}

QList<Authorization> AuthorizationStore::given() const
{
    QList<Authorization> given;
    std::ranges::copy_if(m_all, std::back_inserter(given),
                         [this](const Authorization &one) { return isOwn(one); });
    return given;
}

void AuthorizationStore::ask()
{
    m_account.ask(api::ListAuthorizations{})
        .then(this, [this](const Result<api::Authorizations> &told) {
            settle(told, [this](const api::Authorizations &all) { m_all = all.authorizations; });
        });
}

void AuthorizationStore::take(const api::Event &event)
{
    if (event.kind == api::EventKind::AuthorizationsChanged || event.kind == api::EventKind::Resync)
        reload();
}

Call<Authorization> AuthorizationStore::give(const api::CreateAuthorization &wanted)
{
    const auto call = m_account.ask(wanted);
    call.then(this, [this](const Result<Authorization> &given) {
        if (!given || !isLoaded())
            return;
        // The event of it may have been faster.
        if (std::ranges::find(m_all, given->id, &Authorization::id) == m_all.end())
            m_all.prepend(*given);
        outdate();
        Q_EMIT changed();
    });
    return call;
}

void AuthorizationStore::settleOne(const api::AuthorizationId &id,
                                   const Result<Authorization> &result)
{
    m_pending.remove(id);
    if (result)
        outdate();
    Q_EMIT changed();
    if (!result && result.error().kind != Error::Kind::Cancelled)
        reload(); // it may have been taken back
}

Call<Authorization> AuthorizationStore::change(const api::UpdateAuthorization &wanted)
{
    m_pending.insert(wanted.id);
    Q_EMIT changed();
    const auto call = m_account.ask(wanted);
    call.then(this, [this, id = wanted.id](const Result<Authorization> &changed) {
        if (changed)
            std::ranges::replace_if(
                m_all, [&id](const Authorization &one) { return one.id == id; }, *changed);
        settleOne(id, changed);
    });
    return call;
}

Call<Authorization> AuthorizationStore::revoke(const api::AuthorizationId &id)
{
    m_pending.insert(id);
    Q_EMIT changed();
    const auto call = m_account.ask(api::RevokeAuthorization{.id = id});
    call.then(this, [this, id](const Result<Authorization> &revoked) {
        if (revoked)
            m_all.removeIf([&id](const Authorization &one) { return one.id == id; });
        settleOne(id, revoked);
    });
    return call;
}

} // namespace latchkey::account
