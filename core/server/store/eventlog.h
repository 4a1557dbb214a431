#pragma once

#include "api/events.h"
#include "base/clock.h"
#include "base/result.h"
#include "server/store/sessions.h"
#include "server/store/users.h"

#include <QList>

#include <vector>

namespace latchkey::server {

/// Tells whoever streams that there is something new to read.
struct EventNotice
{
    api::UserId user;
    api::EventId id;
};

/// What happened to the accounts, kept for 24 hours. A row names the session it is about; its state
/// is read when it is told, so nobody hears of an older state after a newer one.
class EventLog
{
public:
    EventLog(storage::Database &database, const Clock &clock, Users &users, Sessions &sessions);

    Result<api::EventId> append(const api::UserId &user, api::EventKind kind,
                                const std::optional<api::SessionId> &session = {});

    /// What the asker has not seen yet, in order. A single Resync where some of it is gone.
    Result<QList<api::Event>> after(const Asker &asker, const api::EventId &seen, int limit);
    /// Where a stream begins that has seen nothing.
    Result<api::EventId> newest();

    Result<qint64> forgetOld(int limit);

    /// What was appended since the last call.
    std::vector<EventNotice> takeNotices() { return std::exchange(m_notices, {}); }
    std::size_t noticeCount() const { return m_notices.size(); }
    void dropNotices(std::size_t keep) { m_notices.resize(keep); }

private:
    Result<qint64> forgottenUpTo();
    Result<api::Event> describe(const Asker &asker, api::Event event,
                                const std::optional<api::SessionId> &session);

    storage::Database &m_database;
    const Clock &m_clock;
    Users &m_users;
    Sessions &m_sessions;
    std::vector<EventNotice> m_notices;
};

} // namespace latchkey::server
