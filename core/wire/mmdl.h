#pragma once

#include "wire/wire.h"

namespace latchkey::wire {

/// The users' section of Manage My Damn Life: by its real paths and spellings, and by those of its
/// page. Its settings, and its administrator's list of users, are left out: there is nothing here
/// that they would be.
Wire mmdlWire();

} // namespace latchkey::wire
