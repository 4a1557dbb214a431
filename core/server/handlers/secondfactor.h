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

/// A right password lets the count of tries start anew only where nothing more is asked for: else
/// whoever knows it could try codes for ever, with a right password in between.
Result<Nothing> passwordSucceeded(WriteStore &store, const api::User &user, const QString &address);

} // namespace latchkey::server::handlers
