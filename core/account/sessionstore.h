#pragma once

#include "api/events.h"
#include "api/sessions.h"
#include "base/call.h"

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
    const api::SessionId &currentId() const { return m_current; }

    bool isLoading() const { return m_loading.isUnderWay(); }
    /// Whether there ever was a list, be it from the cache.
    bool isLoaded() const { return m_loadedAt.has_value(); }
    /// When what is shown was true.
    const std::optional<Timestamp> &loadedAt() const { return m_loadedAt; }
    /// Why the last load failed.
    const std::optional<Error> &lastError() const { return m_lastError; }
    /// A change of this session is under way.
    bool isPending(const api::SessionId &id) const { return m_pending.contains(id); }

    /// One at a time: while one is under way it is handed out again.
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
    /// Loading began or ended: `isLoading`, `lastError`, `loadedAt`.
    void loadingChanged();

private:
    void askPage(const std::optional<QString> &after);
    void takePage(const api::SessionPage &page);
    void endLoad(const Result<Nothing> &result);
    void merge(const QList<api::Session> &sessions);
    void put(const api::Session &session);
    void setPending(const QList<api::SessionId> &ids, bool isPending);
    template <class Op>
    Call<api::Session> change(const Op &operation);

    Account &m_account;
    QHash<api::SessionId, api::Session> m_sessions;
    QList<api::SessionId> m_order;
    api::SessionId m_current;
    QHash<api::SessionId, int> m_pending;

    Call<Nothing> m_loading;
    std::optional<CallSource<Nothing>> m_loadSource;
    Call<api::SessionPage> m_page;
    QList<api::SessionId> m_loadedOrder;
    QSet<QString> m_cursors;        ///< seen in this load: a server may go in circles
    QSet<api::SessionId> m_fresher; ///< heard of by other ways while this load was under way
    bool m_again = false;           ///< what loads now is out of date already
    std::optional<Timestamp> m_loadedAt;
    std::optional<Error> m_lastError;
};

} // namespace latchkey::account
