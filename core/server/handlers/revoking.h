#pragma once

#include "server/context.h"
#include "server/store/writestore.h"

namespace latchkey::server::handlers {

/// Whoever wasn't the account's owner may have let somebody in since then; both sides are told.
Result<Nothing> revokeGiven(WriteStore &store, const Context &context, const api::UserId &giver,
                            Timestamp since = {});

} // namespace latchkey::server::handlers
