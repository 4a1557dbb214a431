#pragma once

#include "api/session.h"
#include "base/result.h"

namespace latchkey::server::handlers {

/// What a device says of itself when it signs in, as it is kept: normal, and of its mark the hash.
Result<api::Device> keptDevice(const api::Device &said);

} // namespace latchkey::server::handlers
