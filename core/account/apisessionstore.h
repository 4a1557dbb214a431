#pragma once

#include "api/apisessions.h"
#include "base/call.h"

#include <QObject>
#include <QSet>

#include <vector>

namespace latchkey::account {

class Account;
class SessionStore;

/// From here on the owner should ask whether anything needs it.
inline constexpr std::chrono::milliseconds longUnused = std::chrono::days(90);
/// When there is time left to do something about its end.
inline constexpr std::chrono::milliseconds soonEnding = std::chrono::days(7);

/// Of one that lives.
bool isLongUnused(const api::ApiSession &session, Timestamp now);
bool isLongUnused(const api::Session &session, Timestamp now);
bool endsSoon(const api::ApiSession &session, Timestamp now);

/// The API sessions of an account, as the server last told. Nothing is loaded until somebody wants
/// to see it; from then on it is kept true. Ending them is the SessionStore's, as of any session.
class ApiSessionStore final : public QObject
{
    Q_OBJECT

public:
    /// What is done about them from anywhere shows in the list of all sessions first.
    ApiSessionStore(Account &account, const SessionStore &all, QObject *parent = nullptr);
    ~ApiSessionStore() override;

    /// Whether the server knows of them at all.
    bool isOffered() const;

    /// In the server's order: living ones first.
    const QList<api::ApiSession> &sessions() const { return m_sessions; }

    bool isLoading() const { return m_isLoading; }
    bool isLoaded() const { return m_isLoaded; }
    /// Why the last load failed. What was known before stays.
    const std::optional<Error> &lastError() const { return m_lastError; }
    bool isPending(const api::SessionId &id) const { return m_pending.contains(id); }

    /// One at a time: who asks while one is under way waits for the same.
    Call<Nothing> load();

    Call<api::ApiSessionSecret> create(const api::CreateApiSession &wanted);
    Call<api::ApiSession> update(const api::UpdateApiSession &wanted);
    Call<api::ApiSessionSecret> rotate(const api::SessionId &id);

    // Not for pages.
    /// Where somebody wanted to see it before.
    void reload();

Q_SIGNALS:
    /// The sessions, or what is under way with them.
    void changed();
    void loadingChanged();

private:
    void ask();
    void endLoad(const Result<api::ApiSessions> &result);
    void put(const api::ApiSession &session);
    void setPending(const api::SessionId &id, bool isPending);

    Account &m_account;
    QList<api::ApiSession> m_sessions;
    bool m_isWanted = false;
    bool m_isLoaded = false;
    bool m_isLoading = false;
    bool m_isOutdated =
        false; ///< something changed since the list was asked for: it is asked again
    std::optional<Error> m_lastError;
    std::vector<CallSource<Nothing>> m_waiting;
    QSet<api::SessionId> m_pending;
};

} // namespace latchkey::account
