#pragma once

#include "base/secret.h"

namespace latchkey::server {

/// A new code that people write down, or copy out of a mail: 50 bits as `XXXXX-XXXXX`.
Secret newWrittenCode();

/// What was meant: in any case, with or without dash and spaces, with letters for the digits that
/// look like them.
Secret plainWrittenCode(const Secret &typed);

} // namespace latchkey::server
