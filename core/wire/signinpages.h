#pragma once

#include "wire/wire.h"

namespace latchkey::wire {

/// What a browser gets from a server, on its way to an identity provider and back: no account API,
/// but spoken like one. Nobody asks by it; people see what it answers. What it refuses is told in each language.
Wire signInPages();

} // namespace latchkey::wire
