#pragma once

#include "wire/wire.h"

namespace latchkey::wire {

/// Wingspan's users API, as `@wingspan/users` 2.0.1 asks for it and its pages tell of it.
Wire wingspanWire();

} // namespace latchkey::wire
