#pragma once

#include "base/httpmessage.h"
#include "net/transport.h"

#include <functional>

namespace latchkey::net {

/// A request and how it may be sent.
struct Outgoing
{
    HttpRequest request;
    bool isRepeatable = false; ///< sending it twice does what sending it once does
    Deadline deadline = {}; ///< of each sending
    /// Puts the credential on, each time it is sent: by then it may be a newer one.
    std::function<void(HttpRequest &)> sign = {};
};

} // namespace latchkey::net
