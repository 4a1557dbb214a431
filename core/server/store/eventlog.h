#pragma once

#include "api/events.h"
#include "base/clock.h"
#include "base/result.h"
#include "server/store/sessions.h"
#include "server/store/users.h"

#include <QList>

namespace latchkey::server {

class Notices;
class Settings;

/// What happened to the accounts, kept for 24 hours. A row names the session it is about; its state
/// is read when it is told, so nobody hears of an older state after a newer one.
class EventLog
{
public:
    /// Without `notices` it is only read.
    EventLog(storage::Database &database, const Clock &clock, Users &users, Sessions &sessions,
             Settings &settings, Notices *notices = nullptr);

    Result<api::EventId> append(const api::UserId &user, api::EventKind kind,
                                const std::optional<api::SessionId> &session = {});

    /// What the asker has not seen yet, in order. A single Resync where some of it is gone.
    Result<QList<api::Event>> after(const Asker &asker, const api::EventId &seen, int limit);
    /// Where a stream begins that has seen nothing.
    Result<api::EventId> newest();

    /// In the last 24 hours.
    Result<qint64> sessionsBegunLately();

    Result<qint64> forgetOld(int limit);

private:
    Result<qint64> forgottenUpTo();
    Result<api::Event> describe(const Asker &asker, api::Event event,
                                const std::optional<api::SessionId> &session);

    storage::Database &m_database;
    const Clock &m_clock;
    Users &m_users;
    Sessions &m_sessions;
    Settings &m_settings;
    Notices *m_notices;
};

} // namespace latchkey::server
