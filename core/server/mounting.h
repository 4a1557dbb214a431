#pragma once

#include "server/endpoint.h"
#include "server/handlerset.h"
#include "server/router.h"
#include "wire/wire.h"

#include <memory>
#include <vector>

namespace latchkey::server {

/// A wire, which outlives its endpoints, and where in the paths of this server it begins.
struct MountedWire
{
    const wire::Wire &wire;
    QByteArray prefix;
    bool isOwn = false; ///< its two hottest replies are written straight from the row
};

using Endpoints = std::vector<std::unique_ptr<Endpoint>>;

/// Walks the operations of a wire into the router. Refuses with `handlerMissing` or
/// `routeClaimedTwice`: such a server does not start.
Result<Nothing> mount(const MountedWire &mounted, HandlerSet &handlers, const Works &works,
                      Router &router, Endpoints &endpoints);

} // namespace latchkey::server
