#include "server/census.h"

#include "server/store/readstore.h"

namespace latchkey::server {

Result<Census::Count> Census::count(ReadStore &store)
{
    const auto now = std::chrono::steady_clock::now();
    {
        const std::scoped_lock lock(m_mutex);
        if (m_last && now - m_last->at < std::chrono::minutes(1))
            return m_last->count;
    }
    const auto users = store.users.count();
    if (!users)
        return failure(users.error());
    const auto sessions = store.sessions.countLiving();
    if (!sessions)
        return failure(sessions.error());
    const auto begun = store.events.sessionsBegunLately();
    if (!begun)
        return failure(begun.error());
    const Count count{*users, *sessions, *begun};
    const std::scoped_lock lock(m_mutex);
    m_last = {count, now};
    return count;
}

} // namespace latchkey::server
