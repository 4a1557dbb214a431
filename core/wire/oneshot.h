#pragma once

#include "wire/wire.h"

namespace latchkey::wire {

/// OneShot's account API, and that of Azuma, which it comes from.
Wire oneShotWire();

} // namespace latchkey::wire
