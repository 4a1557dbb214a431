#pragma once

#include "server/store/writestore.h"

namespace latchkey::server::handlers {

/// The account has that address from now on, which is known to be its owner's. Subscriptions that
/// waited for this are good for something now: whoever gave them is told.
Result<api::User> setVerifiedEmail(WriteStore &store, const api::User &before,
                                   const QString &email);

} // namespace latchkey::server::handlers
