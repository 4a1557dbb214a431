#include "server/mounting.h"

#include "server/operationendpoint.h"

namespace latchkey::server {

using namespace Qt::StringLiterals;

namespace {

template <api::Operation Op>
Endpoint::Hot hotness(bool isOwn)
{
    constexpr bool isMe = std::same_as<Op, api::Me>;
    constexpr bool isCurrent = std::same_as<Op, api::CurrentSession>;
    // The row does not say how well the session was proven.
    static_assert((!isMe && !isCurrent) || !Op::traits.freshness);
    if (isOwn && isMe)
        return Endpoint::Hot::Me;
    if (isOwn && isCurrent)
        return Endpoint::Hot::CurrentSession;
    return Endpoint::Hot::No;
}

} // namespace

Result<Nothing> mount(const MountedWire &mounted, HandlerSet &handlers, const Works &works,
                      Router &router, Endpoints &endpoints)
{
    Result<Nothing> outcome;
    std::size_t place = 0;
    const auto one = [&]<class Op>() {
        const std::size_t own = place++;
        const auto &translation = mounted.wire.translation<Op>();
        if (!outcome || !translation)
            return;
        const HandlerOf<Op> &handler = handlers.of<Op>();
        if (std::holds_alternative<std::monostate>(handler)) {
            outcome = failure(Error::of(Error::Kind::Server, u"handlerMissing"_s,
                                        QString::fromLatin1(Op::traits.name)));
            return;
        }
        wire::Route route = translation->route;
        route.path.prepend(mounted.prefix);
        endpoints.push_back(std::make_unique<OperationEndpoint<Op>>(mounted.wire, handler, works,
                                                                    own, route.path.toStdString(),
                                                                    hotness<Op>(mounted.isOwn)));
        outcome = router.add(route, *endpoints.back());
    };
    api::Operations::forEach(one);
    return outcome;
}

} // namespace latchkey::server
