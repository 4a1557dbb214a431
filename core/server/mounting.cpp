#include "server/mounting.h"

#include "server/operationendpoint.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

/// Two replies of our own wire are written straight from the row.
template <api::Operation Op>
MountedRoute::Hot hotness(const wire::Wire &wire)
{
    constexpr bool isMe = std::same_as<Op, api::Me>;
    constexpr bool isCurrent = std::same_as<Op, api::CurrentSession>;
    // The row does not say how well the session was proven.
    static_assert((!isMe && !isCurrent) || !Op::traits.freshness);
    if (wire.isOwn() && isMe)
        return MountedRoute::Hot::Me;
    if (wire.isOwn() && isCurrent)
        return MountedRoute::Hot::CurrentSession;
    return MountedRoute::Hot::No;
}

} // namespace

Result<Nothing> mount(const wire::Wire &wire, const QByteArray &prefix, HandlerSet &handlers,
                      const Works &works, Router &router, Endpoints &endpoints)
{
    Result<Nothing> outcome;
    std::size_t place = 0;
    const auto one = [&]<class Op>() {
        const std::size_t own = place++;
        const auto &translation = wire.translation<Op>();
        if (!outcome || !translation)
            return;
        const HandlerOf<Op> &handler = handlers.of<Op>();
        if (std::holds_alternative<std::monostate>(handler)) {
            outcome = failure(Error::of(Error::Kind::Server, u"handlerMissing"_s,
                                        QString::fromLatin1(Op::traits.name)));
            return;
        }
        for (wire::Route route : translation->routes) {
            endpoints.push_back(std::make_unique<OperationEndpoint<Op>>(
                MountedRoute{wire, route, prefix, own, hotness<Op>(wire), translation->isMeant},
                handler, works));
            route.path.prepend(prefix);
            outcome =
                outcome.and_then([&](Nothing) { return router.add(route, *endpoints.back()); });
        }
    };
    api::Operations::forEach(one);
    router.speaks(prefix, [&wire](const Error &error) { return wire.writeError(error, {}); });
    return outcome;
}

} // namespace latchkey::server
