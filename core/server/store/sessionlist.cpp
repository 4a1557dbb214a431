#include "server/store/sessionlist.h"

#include "server/store/sessioncursor.h"
#include "server/store/sessionrow.h"
#include "storage/statement.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;
using storage::Statement;

SessionList::SessionList(storage::Database &database, const Clock &clock, SessionPolicy policy)
    : m_database(database)
    , m_clock(clock)
    , m_policy(policy)
{}

Result<api::SessionPage> SessionList::page(const Asker &asker, const std::optional<QString> &after,
                                           qint64 limit)
{
    const auto from = SessionCursor::parse(after);
    if (!from)
        return failure(from.error());
    const Timestamp now = m_clock.now();
    api::SessionPage page;
    std::optional<SessionCursor> last;
    // One more than is shown tells whether there is another page.
    const auto collect = [&](Statement &statement, SessionCursor::Part part) -> Result<Nothing> {
        for (;;) {
            const auto more = statement.next();
            if (!more)
                return failure(more.error());
            if (!*more)
                return Nothing();
            if (page.sessions.size() == limit) {
                page.next = last->toText();
                return Nothing();
            }
            page.sessions << sessionrow::read(statement, asker, m_policy, now);
            last = SessionCursor{part, statement.moment(sessionrow::columnCount),
                                 page.sessions.last().id};
        }
    };
    if (from->part == SessionCursor::Part::Living) {
        Statement living(m_database,
                         u"SELECT "_s + sessionrow::columns +
                             u", started_at FROM sessions WHERE user_id = ? AND ended_at IS NULL "
                             "AND expires_at > ? AND (started_at, id) < (?, ?) "
                             "ORDER BY started_at DESC, id DESC LIMIT ?"_s);
        living.bind(asker.user.text(), now, from->moment, from->id.text(), limit + 1);
        if (auto done = collect(living, SessionCursor::Part::Living); !done)
            return failure(std::move(done).error());
    }
    if (page.next)
        return page;
    const SessionCursor start = from->part == SessionCursor::Part::Ended
                                    ? *from
                                    : SessionCursor::startOf(SessionCursor::Part::Ended);
    Statement ended(m_database,
                    u"SELECT "_s + sessionrow::columns +
                        u", COALESCE(ended_at, expires_at) AS gone_at FROM sessions "
                        "WHERE user_id = ? AND (ended_at IS NOT NULL OR expires_at <= ?) "
                        "AND COALESCE(ended_at, expires_at) > ? "
                        "AND (COALESCE(ended_at, expires_at), id) < (?, ?) "
                        "ORDER BY gone_at DESC, id DESC LIMIT ?"_s);
    ended.bind(asker.user.text(), now, now - m_policy.endedShownFor, start.moment, start.id.text(),
               limit + 1 - page.sessions.size());
    return collect(ended, SessionCursor::Part::Ended).map([&](Nothing) { return page; });
}

} // namespace latchkey::server
