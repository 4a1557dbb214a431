#pragma once

#include "api/signingin.h"
#include "server/store/writestore.h"

/// What signing in, proving and changing the password have in common about second factors.
namespace latchkey::server::handlers {

/// Uses the code up. Rejected `wrongCode` (field `code`).
Result<Nothing> takeCode(WriteStore &store, const api::UserId &user, api::Factor factor,
                         const Secret &code);

/// Nobody goes on from an earlier password: sign-ins under way are over, and every device is asked
/// for the second factor again.
Result<Nothing> askAgainEverywhere(WriteStore &store, const api::UserId &user);

} // namespace latchkey::server::handlers
