#include "server/handlers/revoking.h"

#include "server/handlers/trace.h"

namespace latchkey::server::handlers {

Result<Nothing> revokeGiven(WriteStore &store, const api::UserId &giver, Timestamp since)
{
    return store.authorizations.revokeSince(giver, since)
        .and_then([&](const QList<api::UserId> &receivers) -> Result<Nothing> {
            if (receivers.isEmpty())
                return Nothing();
            for (const api::UserId &receiver : receivers) {
                if (auto told = tell(store, receiver, api::EventKind::AuthorizationsChanged); !told)
                    return told;
            }
            return tell(store, giver, api::EventKind::AuthorizationsChanged);
        });
}

} // namespace latchkey::server::handlers
