#pragma once

#include "api/apisessions.h"
#include "api/sessionterms.h"
#include "server/store/sessions.h"

namespace latchkey::server {

struct NewApiSession
{
    Asker maker;
    QList<QString> labels;
    Timestamp expiresAt = api::never;
    QString address{};
    api::SessionTerms terms{};
};

/// What is not given stays.
struct ApiSessionChange
{
    std::optional<QList<QString>> labels;
    std::optional<Timestamp> expiresAt;
};

/// Will end soon.
struct EndingApiSession
{
    Asker whose;
    QList<QString> labels;
    Timestamp expiresAt{};
};

/// Sessions that programs have. They lie among the others, so that a token is found by one look.
class ApiSessions
{
public:
    ApiSessions(storage::Database &database, const Clock &clock, SessionPolicy policy);

    /// Living ones, then ended ones, newest first.
    Result<QList<api::ApiSession>> list(const Asker &asker);
    /// NotFound `sessionUnknown`, also for a session of another kind or of somebody else.
    Result<api::ApiSession> find(const Asker &asker, const api::SessionId &id);

    /// Conflict `tooManyApiSessions`.
    Result<api::ApiSessionSecret> create(const NewApiSession &fresh);
    /// Conflict `apiSessionEnded`.
    Result<api::ApiSession> update(const Asker &asker, const api::SessionId &id,
                                   const ApiSessionChange &change);
    /// Conflict `apiSessionEnded`. The secret before is worth nothing from here.
    Result<api::ApiSessionSecret> rotate(const Asker &asker, const api::SessionId &id,
                                         const api::SessionTerms &terms);

    /// Of at most `limit` the owners are to be told; each once for each moment at which it would
    /// end. What has ended meanwhile is left out.
    Result<QList<EndingApiSession>> takeEnding(int limit);

private:
    api::ApiSession read(const storage::Statement &row, const Asker &asker) const;
    Result<Nothing> mustHaveRoom(const api::UserId &user);
    std::optional<Timestamp> remindAt(Timestamp expiresAt) const;

    storage::Database &m_database;
    const Clock &m_clock;
    const SessionPolicy m_policy;
};

} // namespace latchkey::server
