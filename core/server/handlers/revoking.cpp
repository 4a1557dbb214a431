#include "server/handlers/revoking.h"

#include "server/handlers/authorizationtrace.h"

namespace latchkey::server::handlers {

Result<Nothing> revokeGiven(WriteStore &store, const Context &context, const api::UserId &giver,
                            Timestamp since)
{
    const auto revoked = store.authorizations.revokeSince(giver, since);
    if (!revoked)
        return failure(revoked.error());
    QList<api::UserId> toTell;
    for (const api::Authorization &one : *revoked) {
        if (auto noted = noteAuthorization(store, context, one, {}); !noted)
            return noted;
        if (!toTell.contains(one.receiver.id))
            toTell << one.receiver.id;
    }
    if (!toTell.isEmpty())
        toTell << giver;
    return tellEach(store, toTell, api::EventKind::AuthorizationsChanged);
}

} // namespace latchkey::server::handlers
