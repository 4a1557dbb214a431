#pragma once

#include "api/session.h"
#include "base/httpmessage.h"

namespace latchkey::wire {

/// What is known of a device where the wire has no word for it: what its program calls itself, and
/// by which wire it came.
api::Device askingDevice(const HttpHeaders &headers, const QString &wire);

} // namespace latchkey::wire
