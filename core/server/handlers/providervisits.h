#pragma once

#include "server/context.h"
#include "server/providertalk.h"
#include "server/store/identities.h"
#include "server/store/writestore.h"

/// What everything has in common that a provider says somebody is.
namespace latchkey::server::handlers {

/// Where browsers come back to, behind the server's own address.
inline constexpr auto returnPath = "/sign-in/return";

/// NotFound `providerUnknown`, also for one that signs nobody in.
Result<ProviderClient> clientOf(WriteStore &store, const api::ProviderId &id);

/// Whom which provider saw.
struct Seen
{
    api::Provider provider;
    SeenThere there;
    std::optional<api::UserId> mayOnlyBe = {}; ///< whose account it is linked to, if to any

    IdentityKey key() const { return {provider.id, there.subject}; }
    /// What the identity is called: its owner knows its address best.
    QString name() const;
};

/// What is asked about a visit that a browser came back from; of one that proves a session, with
/// when they signed in there. NotFound `visitUnknown`.
Result<ProviderQuestion> questionOf(WriteStore &store, const api::VisitId &id,
                                    const std::optional<QString> &state,
                                    const std::optional<Secret> &code,
                                    const std::optional<api::SessionId> &proves = {});
/// What came of it, which is kept for as long as the visit is. Where the provider could not be
/// asked, the code is good for another try.
Result<Seen> seenOn(Context &context, WriteStore &store, const api::VisitId &id,
                    const ProviderVerdict &verdict,
                    const std::optional<api::SessionId> &proves = {});

/// Who was seen has served: the visit was a try, and what was brought back from it.
Result<Nothing> endVisit(Context &context, WriteStore &store, const api::VisitId &id);

SeenThere thereOf(const SeenIdentity &identity);

} // namespace latchkey::server::handlers
