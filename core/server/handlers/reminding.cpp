#include "server/handlers/reminding.h"

namespace latchkey::server::handlers {

Result<bool> remind(const News &news, WriteStore &store, Timestamp now, int atMost)
{
    const auto ending = store.apiSessions.takeEnding(atMost);
    if (!ending)
        return failure(ending.error());
    for (const EndingApiSession &one : *ending) {
        const auto found = store.users.find(one.whose.user);
        if (!found)
            return failure(found.error());
        // Its sessions go with an account.
        if (auto told = news.apiSessionEnds(store, (*found)->user, one, now); !told)
            return failure(std::move(told).error());
    }
    return ending->size() == atMost;
}

} // namespace latchkey::server::handlers
