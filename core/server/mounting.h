#pragma once

#include "server/endpoint.h"
#include "server/handlerset.h"
#include "server/router.h"
#include "wire/wire.h"

#include <memory>
#include <vector>

namespace latchkey::server {

using Endpoints = std::vector<std::unique_ptr<Endpoint>>;

/// Walks the operations of a wire, which outlives its endpoints, into the router, behind the
/// prefix. Refuses with `handlerMissing` or `routeClaimedTwice`: such a server does not start.
Result<Nothing> mount(const wire::Wire &wire, const QByteArray &prefix, const HandlerSet &handlers,
                      const Works &works, Router &router, Endpoints &endpoints);

} // namespace latchkey::server
