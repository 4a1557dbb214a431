#pragma once

#include "wire/wire.h"

namespace latchkey::wire::temporal {

/// What its wire has for credits, usage and the one upgrade that there is.
void addCredits(Wire &wire);

} // namespace latchkey::wire::temporal
