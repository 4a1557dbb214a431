#include "account/accountdirectory.h"

#include "account/account.h"
#include "api/names.h"

#include <algorithm>

namespace latchkey::account {

namespace {

constexpr qint64 atOnce = 100;

api::User userOfHelped(const api::HelpedAccount &found)
{
    return found.user;
}

api::User userOfCard(const api::UserCard &card)
{
    api::User user;
    user.id = card.id;
    user.name = card.name;
    user.userName = card.userName;
    user.createdAt = card.createdAt;
    user.isPart = true;
    return user;
}

} // namespace

AccountDirectory::AccountDirectory(Account &account, QObject *parent)
    : QObject(parent)
    , m_account(account)
{}

AccountDirectory::~AccountDirectory() = default;

bool AccountDirectory::isOffered(const Account &account)
{
    return account.can<api::ListAccounts>() && account.isAdministrators();
}

bool AccountDirectory::canFind() const
{
    return m_account.can<api::FindAccount>() && m_account.can<api::FindByTag>();
}

bool AccountDirectory::canRemove() const
{
    return m_account.can<api::RemoveAccount>();
}

void AccountDirectory::load()
{
    m_loads.cancelAll();
    ++m_loadRound;
    m_fresh = {};
    m_isLoading = true;
    m_isLoadingMore = false;
    askAnew();
    Q_EMIT changed();
}

void AccountDirectory::askAnew()
{
    m_loads.add(m_account.ask(api::ListAccounts{.after = m_fresh.next, .limit = atOnce}))
        .then(this, [this, round = m_loadRound](const Result<api::AccountPage> &page) {
            if (round == m_loadRound)
                takeAnew(page);
        });
}

void AccountDirectory::takeAnew(const Result<api::AccountPage> &page)
{
    if (page) {
        m_fresh.users += page->users;
        m_fresh.next = page->next;
        if (m_fresh.next && m_fresh.users.size() < m_users.size())
            return askAnew();
        m_users = std::exchange(m_fresh.users, {});
        m_next = m_fresh.next;
        m_isLoaded = true;
        m_lastError.reset();
    } else {
        m_lastError = page.error();
    }
    m_isLoading = false;
    Q_EMIT changed();
}

void AccountDirectory::loadMore()
{
    if (!m_next || m_isLoading || m_isLoadingMore)
        return;
    m_isLoadingMore = true;
    m_loads.add(m_account.ask(api::ListAccounts{.after = m_next, .limit = atOnce}))
        .then(this, [this, round = m_loadRound](const Result<api::AccountPage> &page) {
            if (round != m_loadRound)
                return; // they are read anew
            m_isLoadingMore = false;
            if (page) {
                m_users += page->users;
                m_next = page->next;
                m_lastError.reset();
            } else {
                m_lastError = page.error();
            }
            Q_EMIT changed();
        });
    Q_EMIT changed();
}

void AccountDirectory::find(const QString &typed)
{
    m_looks.cancelAll();
    ++m_lookRound;
    m_wanted = typed.trimmed();
    m_found.reset();
    m_findError.reset();
    m_isFinding = !m_wanted.isEmpty();
    if (m_isFinding && api::isEmail(m_wanted) && !api::isGivenTag(m_wanted))
        look(api::FindAccount{.email = m_wanted}, userOfHelped);
    else if (m_isFinding)
        look(api::FindByTag{.tag = m_wanted}, userOfCard);
    Q_EMIT changed();
}

template <api::Operation Op>
void AccountDirectory::look(const Op &operation, api::User (*userOf)(const typename Op::Reply &))
{
    m_looks.add(m_account.ask(operation))
        .then(this, [this, userOf, round = m_lookRound](const Result<typename Op::Reply> &found) {
            if (round == m_lookRound)
                takeFound(found.map(userOf));
        });
}

/// Who was read already is known better than by a name.
void AccountDirectory::takeFound(const Result<api::User> &found)
{
    m_isFinding = false;
    if (found) {
        const auto known = std::ranges::find(m_users, found->id, &api::User::id);
        m_found = found->isPart && known != m_users.end() ? *known : *found;
    } else {
        m_findError = found.error();
    }
    Q_EMIT changed();
}

Call<Nothing> AccountDirectory::remove(const api::UserId &id)
{
    m_removing.insert(id);
    const auto call = m_account.ask(api::RemoveAccount{.id = id});
    call.then(this, [this, id](const Result<Nothing> &removed) {
        m_removing.remove(id);
        if (removed || removed.error().kind == Error::Kind::NotFound)
            forget(id);
        Q_EMIT changed();
    });
    Q_EMIT changed();
    return call;
}

/// What is under way may still know it.
void AccountDirectory::forget(const api::UserId &id)
{
    m_users.removeIf([&id](const api::User &user) { return user.id == id; });
    if (m_found && m_found->id == id)
        find({});
    if (m_isLoading || m_isLoadingMore)
        load();
}

} // namespace latchkey::account
