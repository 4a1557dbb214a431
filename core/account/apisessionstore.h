#pragma once

#include "account/liststore.h"
#include "api/apisessions.h"

#include <QSet>

namespace latchkey::account {

class Account;
class SessionStore;

/// From here on the owner should ask whether anything needs it.
inline constexpr std::chrono::milliseconds longUnused = std::chrono::days(90);
/// When there is time left to do something about its end.
inline constexpr std::chrono::milliseconds soonEnding = std::chrono::days(7);

/// When it was made, and when last used: not each API has words for it.
bool isUseTold(const api::ApiSession &session);
/// Of one that lives.
bool isLongUnused(const api::ApiSession &session, Timestamp now);
bool isLongUnused(const api::Session &session, Timestamp now);
bool endsSoon(const api::ApiSession &session, Timestamp now);

/// The API sessions of an account, as the server last told. Ending them is the SessionStore's, as
/// of any session.
class ApiSessionStore final : public ListStore
{
    Q_OBJECT

public:
    /// What is done about them from anywhere shows in the list of all sessions first.
    ApiSessionStore(Account &account, const SessionStore &all, QObject *parent = nullptr);
    ~ApiSessionStore() override;

    bool isOffered() const override;
    /// Whether one can be given another secret.
    bool canRotate() const;

    /// In the server's order: living ones first.
    const QList<api::ApiSession> &sessions() const { return m_sessions; }

    bool isPending(const api::SessionId &id) const { return m_pending.contains(id); }

    Call<api::ApiSessionSecret> create(const api::CreateApiSession &wanted);
    Call<api::ApiSession> update(const api::UpdateApiSession &wanted);
    Call<api::ApiSessionSecret> rotate(const api::SessionId &id);

private:
    void ask() override;
    void put(const api::ApiSession &session);
    void setPending(const api::SessionId &id, bool isPending);

    Account &m_account;
    QList<api::ApiSession> m_sessions;
    QSet<api::SessionId> m_pending;
};

} // namespace latchkey::account
