#pragma once

#include "wire/wire.h"

namespace latchkey::wire {

/// Our own account API: JSON under `/v1`, derived from the types. Fields that the path names go
/// there; the rest goes into the query of what has no body, or into the body. The version that a
/// change is based on travels as `If-Match`, the version of what comes back also as `ETag`.
Wire ownWire();

} // namespace latchkey::wire
