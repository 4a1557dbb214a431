#pragma once

#include "base/clock.h"
#include "server/openid/webfetchsettings.h"
#include "server/providertalk.h"

namespace latchkey::app {

/// The one function of the module that knows how to talk to identity providers, with the libraries
/// that it takes: a server that asks none doesn't load them. The clock outlives what is made, which
/// is the caller's.
using MeetProviders = server::RelyingParty *(*)(const server::WebFetchSettings &, const Clock &);

/// Loads it with the first question. The clock outlives the server that asks.
server::MakeRelyingParty meetProviders(const server::WebFetchSettings &settings,
                                       const Clock &clock);

} // namespace latchkey::app
