#pragma once

#include "wire/wire.h"

namespace latchkey::wire {

/// The account section of Temporal's API, version 2, as it was in January 2020. Its money, and its
/// organisations and keys, are left out: there is nothing here that they would be.
Wire temporalWire();

} // namespace latchkey::wire
