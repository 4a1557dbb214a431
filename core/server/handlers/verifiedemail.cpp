#include "server/handlers/verifiedemail.h"

#include "server/handlers/trace.h"

namespace latchkey::server::handlers {

namespace {

Result<Nothing> tellOfGrants(WriteStore &store, const api::UserId &receiver)
{
    return store.grants.receivedBy(receiver).and_then([&](const QList<api::Grant> &grants) {
        Result<Nothing> told;
        bool isGood = false;
        for (const api::Grant &grant : grants) {
            if (!told || grant.state != api::GrantState::Active)
                continue;
            isGood = true;
            told = tell(store, grant.giver.id, api::EventKind::GrantsChanged);
        }
        return told && isGood ? tell(store, receiver, api::EventKind::GrantsChanged) : told;
    });
}

} // namespace

Result<api::User> setVerifiedEmail(WriteStore &store, const api::User &before, const QString &email)
{
    const auto after = store.users.setEmail(before.id, email);
    if (!after || before.emailVerified)
        return after;
    return tellOfGrants(store, before.id).and_then([&](Nothing) { return after; });
}

} // namespace latchkey::server::handlers
