#include "account/sessionstore.h"

#include "account/account.h"
#include "account/surroundings.h"

namespace latchkey::account {

using namespace Qt::StringLiterals;

SessionStore::SessionStore(Account &account, QObject *parent)
    : QObject(parent)
    , m_account(account)
{}

SessionStore::~SessionStore() = default;

QList<api::Session> SessionStore::sessions() const
{
    QList<api::Session> all;
    for (const api::SessionId &id : m_order)
        all.append(m_sessions.value(id));
    return all;
}

std::optional<api::Session> SessionStore::find(const api::SessionId &id) const
{
    const auto found = m_sessions.constFind(id);
    return found == m_sessions.constEnd() ? std::nullopt : std::optional(*found);
}

api::SessionId SessionStore::currentId() const
{
    return m_account.profile().sessionId;
}

SessionStore::Answers SessionStore::answersFor(const api::Session &session) const
{
    if (session.end || session.reviewed || session.current || session.id == currentId() ||
        !m_account.can<api::ReviewSession>())
        return Answers::None;
    // The server takes no yes from who came later, so nobody is asked for one.
    const auto own = m_sessions.constFind(currentId());
    const bool isSinceOwn = own != m_sessions.constEnd() && session.startedAt >= own->startedAt;
    return isSinceOwn ? Answers::YesOrNo : Answers::OnlyNo;
}

bool SessionStore::isUnvouched(const api::Session &session) const
{
    // While its own is not known, nor is which came first.
    return m_sessions.contains(currentId()) && answersFor(session) == Answers::OnlyNo &&
           session.proof != api::Proof::SignUp;
}

bool SessionStore::isOffered() const
{
    return m_account.can<api::ListSessions>();
}

bool SessionStore::canEnd() const
{
    return m_account.can<api::EndSession>();
}

Call<Nothing> SessionStore::load()
{
    if (!isOffered())
        return Call<Nothing>::finished(Nothing());
    m_waiting.emplace_back();
    const Call<Nothing> call = m_waiting.back().call();
    if (m_isLoading)
        return call;
    m_isLoading = true;
    m_isOutdated = false;
    m_loaded.clear();
    m_cursors.clear();
    m_fresher.clear();
    askPage(std::nullopt);
    Q_EMIT loadingChanged();
    return call;
}

void SessionStore::askPage(const std::optional<QString> &after)
{
    m_account.ask(api::ListSessions{.after = after})
        .then(this, [this](const Result<api::SessionPage> &page) {
            if (page)
                takePage(*page);
            else
                endLoad(failure(page.error()));
        });
}

void SessionStore::takePage(const api::SessionPage &page)
{
    m_loaded += page.sessions;
    if (!page.next) {
        takeWhole();
        endLoad(Nothing());
    } else if (m_cursors.contains(*page.next)) {
        endLoad(failure(Error::of(Error::Kind::Protocol, u"cursorRepeats"_s)));
    } else {
        m_cursors.insert(*page.next);
        // What is here already is shown while the rest comes.
        put(m_loaded);
        askPage(page.next);
    }
}

void SessionStore::takeWhole()
{
    put(m_loaded);
    QSet<api::SessionId> present;
    QList<api::SessionId> order;
    for (const api::Session &session : std::as_const(m_loaded)) {
        if (!present.contains(session.id))
            order.append(session.id);
        present.insert(session.id);
    }
    QList<api::SessionId> newer;
    for (const api::SessionId &id : std::as_const(m_order)) {
        if (m_fresher.contains(id) && !present.contains(id))
            newer.append(id);
    }
    present += QSet(newer.begin(), newer.end());
    QList<api::SessionId> gone;
    for (const api::SessionId &id : std::as_const(m_order)) {
        if (!present.contains(id)) {
            gone.append(id);
            m_sessions.remove(id);
        }
    }
    m_order = newer + order;
    if (!gone.isEmpty())
        Q_EMIT removed(gone);
}

void SessionStore::endLoad(const Result<Nothing> &result)
{
    m_isLoading = false;
    m_loaded.clear();
    if (result) {
        m_loadedAt = m_account.surroundings().clock.now();
        m_lastError.reset();
    } else {
        m_lastError = result.error();
    }
    for (const auto &source : std::exchange(m_waiting, {}))
        source.finish(result);
    Q_EMIT loadingChanged();
    if (m_isOutdated && result)
        load();
}

api::Session SessionStore::completed(api::Session session) const
{
    // An event is written once for all sessions that hear of it.
    session.current = session.current || session.id == currentId();
    return session;
}

void SessionStore::put(const QList<api::Session> &sessions)
{
    QList<api::SessionId> fresh;
    QList<api::SessionId> other;
    for (const api::Session &given : sessions) {
        const api::Session session = completed(given);
        const auto found = m_sessions.constFind(session.id);
        if (found == m_sessions.constEnd()) {
            fresh.append(session.id);
        } else if (m_fresher.contains(session.id) || *found == session) {
            continue;
        } else {
            other.append(session.id);
        }
        m_sessions.insert(session.id, session);
    }
    m_order = m_isLoading ? m_order + fresh : fresh + m_order;
    if (!fresh.isEmpty())
        Q_EMIT inserted(fresh);
    if (!other.isEmpty())
        Q_EMIT changed(other);
}

void SessionStore::take(const api::Event &event)
{
    if (event.kind == api::EventKind::Resync) {
        m_isOutdated = m_isLoading;
        load();
    } else if (event.session) {
        m_fresher.remove(event.session->id);
        put({*event.session});
        m_fresher.insert(event.session->id);
        if (event.kind == api::EventKind::SessionStarted && event.session->id != currentId() &&
            event.session->kind != api::SessionKind::Api)
            Q_EMIT began(event.session->id);
    }
}

void SessionStore::fill(const QList<api::Session> &sessions, Timestamp asOf)
{
    if (m_loadedAt)
        return;
    m_loadedAt = asOf;
    put(sessions);
    Q_EMIT loadingChanged();
}

template <class Op>
Call<api::Session> SessionStore::change(const Op &operation)
{
    const api::SessionId id = operation.id;
    setPending({id}, true);
    const Call<api::Session> call = m_account.ask(operation);
    call.then(this, [this, id](const Result<api::Session> &result) {
        if (result) {
            m_fresher.remove(id);
            put({*result});
            m_fresher.insert(id);
        } else if (result.error().kind == Error::Kind::NotFound) {
            m_isOutdated = m_isLoading;
            load();
        }
        setPending({id}, false);
    });
    return call;
}

Call<api::Session> SessionStore::rename(const api::SessionId &id, const QString &label)
{
    return change(api::RenameSession{.id = id, .label = label});
}

Call<api::Session> SessionStore::end(const api::SessionId &id)
{
    return change(api::EndSession{.id = id});
}

Call<api::Session> SessionStore::reinstate(const api::SessionId &id)
{
    return change(api::ReinstateSession{.id = id});
}

Call<api::Session> SessionStore::review(const api::SessionId &id, api::Verdict verdict)
{
    const auto call = change(api::ReviewSession{.id = id, .verdict = verdict});
    call.then(this, [this, id, verdict](const Result<api::Session> &result) {
        if (result && verdict == api::Verdict::NotMine)
            Q_EMIT disowned(id);
    });
    return call;
}

Call<api::EndedSessions> SessionStore::endOthers()
{
    QList<api::SessionId> others;
    for (const api::SessionId &id : std::as_const(m_order)) {
        const api::Session session = m_sessions.value(id);
        if (id != currentId() && session.kind != api::SessionKind::Api && !session.end)
            others.append(id);
    }
    setPending(others, true);
    const Call<api::EndedSessions> call = m_account.ask(api::EndOtherSessions{});
    call.then(this, [this, others](const Result<api::EndedSessions> &result) {
        if (result) {
            const Timestamp now = m_account.surroundings().clock.now();
            QList<api::Session> ended;
            for (const api::SessionId &id : result->ended) {
                auto session = find(id);
                if (!session || session->end)
                    continue;
                session->end = api::SessionEnd{.at = now,
                                               .reason = api::EndReason::EndedByOwner,
                                               .by = currentId(),
                                               .reinstatableUntil = {}};
                m_fresher.remove(id);
                ended.append(*session);
            }
            put(ended);
            // Until when each can be taken back only the server knows.
            m_isOutdated = m_isLoading;
            load();
        }
        setPending(others, false);
    });
    return call;
}

void SessionStore::setPending(const QList<api::SessionId> &ids, bool isPending)
{
    QList<api::SessionId> told;
    for (const api::SessionId &id : ids) {
        int &count = m_pending[id];
        count += isPending ? 1 : -1;
        if (count == (isPending ? 1 : 0))
            told.append(id);
        if (count == 0)
            m_pending.remove(id);
    }
    if (!told.isEmpty())
        Q_EMIT pendingChanged(told);
}

} // namespace latchkey::account
