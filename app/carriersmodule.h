#pragma once

#include "base/clock.h"
#include "server/accountserver.h"

namespace latchkey::app {

/// The one function of the module that knows how to send, with the libraries that it takes: a
/// server that sends nothing doesn't load them. The clock outlives what is made, which is the
/// caller's.
using MakeCarriers = server::Carriers *(*)(const server::ServerConfig &, const Clock &);

} // namespace latchkey::app
