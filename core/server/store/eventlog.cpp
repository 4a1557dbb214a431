#include "server/store/eventlog.h"

#include "server/store/names.h"
#include "server/store/notices.h"
#include "server/store/settings.h"
#include "storage/statement.h"

#include <algorithm>

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

namespace {

constexpr std::chrono::milliseconds keptFor = std::chrono::hours(24);
const QString forgottenSetting = u"eventsForgottenUpTo"_s;

api::EventId idOf(qint64 number)
{
    return api::EventId(QString::number(number));
}

} // namespace

EventLog::EventLog(storage::Database &database, const Clock &clock, Users &users,
                   Sessions &sessions, Settings &settings, Notices *notices)
    : m_database(database)
    , m_clock(clock)
    , m_users(users)
    , m_sessions(sessions)
    , m_settings(settings)
    , m_notices(notices)
{}

Result<api::EventId> EventLog::append(const api::UserId &user, api::EventKind kind,
                                      const std::optional<api::SessionId> &session)
{
    const auto about = session ? std::optional(session->text()) : std::nullopt;
    Statement insert(m_database, u"INSERT INTO events (user_id, kind, session_id, at) "
                                 "VALUES (?, ?, ?, ?) RETURNING id"_s);
    insert.bind(user.text(), storedName(kind), about, m_clock.now());
    return insert.next().map([&](bool) {
        const api::EventId id = idOf(insert.integer(0));
        if (m_notices)
            m_notices->add(EventNotice{user, id});
        return id;
    });
}

Result<QList<api::Event>> EventLog::after(const Asker &asker, const api::EventId &seen, int limit)
{
    const auto forgotten = forgottenUpTo();
    const auto last = newest();
    if (!forgotten || !last)
        return failure(forgotten ? last.error() : forgotten.error());
    bool isNumber = false;
    const qint64 from = seen.text().toLongLong(&isNumber);
    // An id from the future was given before the database was restored from an older copy.
    if (!isNumber || from < *forgotten || from > last->text().toLongLong())
        return QList<api::Event>{api::Event{*last, api::EventKind::Resync, {}, {}}};
    QList<api::Event> events;
    Statement statement(m_database, u"SELECT id, kind, session_id FROM events "
                                    "WHERE user_id = ? AND id > ? ORDER BY id LIMIT ?"_s);
    statement.bind(asker.user.text(), from, limit);
    for (;;) {
        const auto more = statement.next();
        if (!more)
            return failure(more.error());
        if (!*more)
            return events;
        const auto session = statement.optionalText(2);
        auto event = describe(
            asker,
            {idOf(statement.integer(0)), fromStoredName<api::EventKind>(statement.text(1)), {}, {}},
            session ? std::optional(api::SessionId(*session)) : std::nullopt);
        if (!event)
            return failure(std::move(event).error());
        events << *std::move(event);
    }
}

Result<api::Event> EventLog::describe(const Asker &asker, api::Event event,
                                      const std::optional<api::SessionId> &session)
{
    if (session) {
        const auto found = m_sessions.find(asker, *session);
        if (found)
            event.session = *found;
        else if (found.error().kind != Error::Kind::NotFound)
            return failure(found.error());
    }
    if (event.kind == api::EventKind::ProfileChanged) {
        const auto user = m_users.find(asker.user);
        if (!user)
            return failure(user.error());
        if (*user)
            event.user = (*user)->user;
    }
    return event;
}

Result<api::EventId> EventLog::newest()
{
    Statement statement(m_database, u"SELECT COALESCE(MAX(id), 0) FROM events"_s);
    return statement.next().and_then([&](bool) {
        return forgottenUpTo().map(
            [&](qint64 forgotten) { return idOf(std::max(statement.integer(0), forgotten)); });
    });
}

Result<qint64> EventLog::forgottenUpTo()
{
    return m_settings.value(forgottenSetting).map([](const auto &number) {
        return number ? number->toLongLong() : 0;
    });
}

/// The kind stands in the statement, else the index of those alone would not be used.
Result<qint64> EventLog::sessionsBegunLately()
{
    Statement statement(m_database, u"SELECT COUNT(*) FROM events "
                                    "WHERE kind = 'sessionStarted' AND at > ?"_s);
    statement.bind(m_clock.now() - keptFor);
    return statement.next().map([&](bool) { return statement.integer(0); });
}

Result<qint64> EventLog::forgetOld(int limit)
{
    qint64 removed = 0;
    qint64 highest = 0;
    {
        Statement remove(m_database, u"DELETE FROM events WHERE id IN (SELECT id FROM events "
                                     "WHERE at <= ? ORDER BY id LIMIT ?) RETURNING id"_s);
        remove.bind(m_clock.now() - keptFor, limit);
        for (;;) {
            const auto more = remove.next();
            if (!more)
                return failure(more.error());
            if (!*more)
                break;
            ++removed;
            highest = std::max(highest, remove.integer(0));
        }
    }
    if (removed == 0)
        return 0;
    return m_settings.setValue(forgottenSetting, QByteArray::number(highest))
        .map([removed](Nothing) { return removed; });
}

} // namespace latchkey::server
