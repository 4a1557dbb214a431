#pragma once

#include "net/network.h"

namespace latchkey {
class Alarm;
}

namespace latchkey::app {

/// The one function of the module that does what is done over the network, with the libraries that
/// it takes. The alarm outlives what is made, which is the caller's.
using MakeNetwork = net::Network *(*)(Alarm &);

} // namespace latchkey::app
