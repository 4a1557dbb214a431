#pragma once

#include "server/store/writestore.h"

namespace latchkey::server::handlers {

/// Whoever wasn't the account's owner may have let somebody in since then; both sides are told.
Result<Nothing> revokeGiven(WriteStore &store, const api::UserId &giver, Timestamp since = {});

} // namespace latchkey::server::handlers
