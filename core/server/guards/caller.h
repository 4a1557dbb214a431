#pragma once

#include "base/ipaddress.h"
#include "server/http/request.h"

#include <string>
#include <vector>

namespace latchkey::server::guards {

/// Who asks, as far as the network can tell.
struct Caller
{
    std::string address; ///< of the client, also behind a proxy that is trusted
    bool isSecure = false;
    bool isForwarded = false; ///< somebody in between says so

    bool isOnThisMachine() const;
};

/// Proxies whose word about the client is taken; a stranger's `X-Forwarded-For` says nothing.
struct TrustedProxies
{
    std::vector<IpNetwork> networks;

    bool trust(const IpAddress &address) const;
};

Caller callerOf(const http::Request &request, const TrustedProxies &proxies);

} // namespace latchkey::server::guards
