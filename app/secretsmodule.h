#pragma once

#include "secrets/safes.h"

namespace latchkey {
class Alarm;
}

namespace latchkey::app {

/// The one function of the module that keeps secrets, with the libraries that it takes. The alarm
/// outlives what is made, which is the caller's.
using MakeSafes = secrets::Safes *(*)(Alarm &);

} // namespace latchkey::app
