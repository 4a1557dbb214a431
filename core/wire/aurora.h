#pragma once

#include "wire/wire.h"

namespace latchkey::wire {

/// Aurora Interactive's account API, versions 2 to 11 of its paths. A server answers all of them; a
/// client speaks one: 3 is the one of the published page, whose sign-up has version 2.
inline constexpr int auroraPublished = 3;
inline constexpr int auroraNewest = 11;
Wire auroraWire(int version = auroraNewest);

/// Those that a client may speak, the published one first.
QList<int> auroraVersions();

} // namespace latchkey::wire
