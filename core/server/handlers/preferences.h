#pragma once

#include "api/preference.h"
#include "server/context.h"
#include "server/store/writestore.h"

/// What programs keep with the account of whoever asks.
namespace latchkey::server::handlers {

/// Conflict `tooManyPreferences`; RateLimited.
Result<Nothing> keepPreference(Context &context, WriteStore &store,
                               const api::Preference &preference);
/// Whether there was one.
Result<bool> dropPreference(Context &context, WriteStore &store, const QString &name);

} // namespace latchkey::server::handlers
