#include "account/apisessionstore.h"

#include "account/account.h"
#include "account/sessionstore.h"

#include <algorithm>

namespace latchkey::account {

bool isUseTold(const api::ApiSession &session)
{
    return session.createdAt != Timestamp();
}

bool isLongUnused(const api::ApiSession &session, Timestamp now)
{
    return isUseTold(session) && !session.end &&
           session.lastUsedAt.value_or(session.createdAt) + longUnused <= now;
}

bool isLongUnused(const api::Session &session, Timestamp now)
{
    return session.kind == api::SessionKind::Api && !session.end &&
           session.lastActiveAt + longUnused <= now;
}

bool endsSoon(const api::ApiSession &session, Timestamp now)
{
    return !session.end && session.expiresAt && *session.expiresAt <= now + soonEnding;
}

ApiSessionStore::ApiSessionStore(Account &account, const SessionStore &all, QObject *parent)
    : ListStore(parent)
    , m_account(account)
{
    const auto follow = [this, &all](const QList<api::SessionId> &ids) {
        const bool isOurs = std::ranges::any_of(ids, [&all](const api::SessionId &id) {
            const auto session = all.find(id);
            return session && session->kind == api::SessionKind::Api;
        });
        if (isOurs)
            reload();
    };
    connect(&all, &SessionStore::inserted, this, follow);
    connect(&all, &SessionStore::changed, this, follow);
}

ApiSessionStore::~ApiSessionStore() = default;

bool ApiSessionStore::isOffered() const
{
    return m_account.can<api::ListApiSessions>();
}

bool ApiSessionStore::canRotate() const
{
    return m_account.can<api::RotateApiSession>();
}

void ApiSessionStore::ask()
{
    m_account.ask(api::ListApiSessions{}).then(this, [this](const Result<api::ApiSessions> &told) {
        settle(told, [this](const api::ApiSessions &all) { m_sessions = all.sessions; });
    });
}

/// What the server answered is shown at once; a load that began before would know nothing of it.
void ApiSessionStore::put(const api::ApiSession &session)
{
    const auto known = std::ranges::find(m_sessions, session.id, &api::ApiSession::id);
    if (known != m_sessions.end())
        *known = session;
    else
        m_sessions.prepend(session);
    outdate();
}

void ApiSessionStore::setPending(const api::SessionId &id, bool isPending)
{
    if (isPending)
        m_pending.insert(id);
    else
        m_pending.remove(id);
    Q_EMIT changed();
}

Call<api::ApiSessionSecret> ApiSessionStore::create(const api::CreateApiSession &wanted)
{
    const auto call = m_account.ask(wanted);
    call.then(this, [this](const Result<api::ApiSessionSecret> &made) {
        if (!made)
            return;
        put(made->session);
        Q_EMIT changed();
    });
    return call;
}

Call<api::ApiSession> ApiSessionStore::update(const api::UpdateApiSession &wanted)
{
    setPending(wanted.id, true);
    const auto call = m_account.ask(wanted);
    call.then(this, [this, id = wanted.id](const Result<api::ApiSession> &updated) {
        if (updated)
            put(*updated);
        else
            reload(); // it may have ended
        setPending(id, false);
    });
    return call;
}

Call<api::ApiSessionSecret> ApiSessionStore::rotate(const api::SessionId &id)
{
    setPending(id, true);
    const auto call = m_account.ask(api::RotateApiSession{.id = id});
    call.then(this, [this, id](const Result<api::ApiSessionSecret> &rotated) {
        if (rotated)
            put(rotated->session);
        else
            reload();
        setPending(id, false);
    });
    return call;
}

} // namespace latchkey::account
