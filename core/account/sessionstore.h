#pragma once

#include "api/events.h"
#include "api/sessions.h"
#include "base/call.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace latchkey::account {

class Account;

/// The sessions of an account, as the server last told. Old ones stay while new ones load.
class SessionStore final : public QObject
{
    Q_OBJECT

public:
    explicit SessionStore(Account &account, QObject *parent = nullptr);
    ~SessionStore() override;

    /// In the server's order; new ones come first.
    const QList<api::SessionId> &ids() const { return m_order; }
    QList<api::Session> sessions() const;
    std::optional<api::Session> find(const api::SessionId &id) const;
    /// This program's own.
    api::SessionId currentId() const;

    /// What this program may answer to "Was it you?".
    enum class Answers { None, OnlyNo, YesOrNo };
    /// A yes to a sign-in since its own, a no to any; nothing where it is answered or over.
    Answers answersFor(const api::Session &session) const;
    /// Began before its own, lives, and nobody ever said whose it is: a no is all that can be said
    /// here. The one that made the account needs nobody's word.
    bool isUnvouched(const api::Session &session) const;

    /// Whether the server's API tells of sessions at all; if not, there is never a list.
    bool isOffered() const;
    /// Whether others can be ended from here.
    bool canEnd() const;
    bool isLoading() const { return m_isLoading; }
    /// Whether there ever was a list, be it from the cache.
    bool isLoaded() const { return m_loadedAt.has_value(); }
    /// When what is shown was true.
    const std::optional<Timestamp> &loadedAt() const { return m_loadedAt; }
    /// Why the last load failed.
    const std::optional<Error> &lastError() const { return m_lastError; }
    /// A change of this session is under way.
    bool isPending(const api::SessionId &id) const { return m_pending.contains(id); }

    /// One at a time: who asks while one is under way waits for the same. Cancelling ends the
    /// waiting alone, the store goes on.
    Call<Nothing> load();

    Call<api::Session> rename(const api::SessionId &id, const QString &label);
    Call<api::Session> end(const api::SessionId &id);
    Call<api::EndedSessions> endOthers();
    Call<api::Session> reinstate(const api::SessionId &id);
    Call<api::Session> review(const api::SessionId &id, api::Verdict verdict);

    // Not for pages.
    void take(const api::Event &event);
    void fill(const QList<api::Session> &sessions, Timestamp asOf);

Q_SIGNALS:
    void inserted(const QList<latchkey::api::SessionId> &ids);
    void changed(const QList<latchkey::api::SessionId> &ids);
    void removed(const QList<latchkey::api::SessionId> &ids);
    void pendingChanged(const QList<latchkey::api::SessionId> &ids);
    /// Somebody signed in elsewhere just now.
    void began(const latchkey::api::SessionId &id);
    /// The person said here that it wasn't them; it has ended.
    void disowned(const latchkey::api::SessionId &id);
    /// Loading began or ended: `isLoading`, `lastError`, `loadedAt`.
    void loadingChanged();

private:
    void askPage(const std::optional<QString> &after);
    void takePage(const api::SessionPage &page);
    void endLoad(const Result<Nothing> &result);
    void takeWhole();
    void put(const QList<api::Session> &sessions);
    api::Session completed(api::Session session) const;
    void setPending(const QList<api::SessionId> &ids, bool isPending);
    template <class Op>
    Call<api::Session> change(const Op &operation);

    Account &m_account;
    QHash<api::SessionId, api::Session> m_sessions;
    QList<api::SessionId> m_order;
    QHash<api::SessionId, int> m_pending; ///< how many changes of it are under way

    bool m_isLoading = false;
    bool m_isOutdated = false; ///< what loads now is no longer the whole truth: load once more
    std::vector<CallSource<Nothing>> m_waiting;
    QList<api::Session> m_loaded;
    QSet<QString> m_cursors;        ///< of this load: a server may lead in a circle
    QSet<api::SessionId> m_fresher; ///< told by an event or a change while this load was under way
    std::optional<Timestamp> m_loadedAt;
    std::optional<Error> m_lastError;
};

} // namespace latchkey::account
