#pragma once

#include "api/authorizations.h"
#include "server/handlers/trace.h"

namespace latchkey::server::handlers {

/// Who was let into what, and who is from here. What is gone, or wasn't there yet, has no values on
/// that side.
Result<Nothing> noteAuthorization(WriteStore &store, const Context &context,
                                  const std::optional<api::Authorization> &before,
                                  const std::optional<api::Authorization> &after);

} // namespace latchkey::server::handlers
