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

/// Where the operations of a wire are put.
struct Mount
{
    const wire::Wire &wire;
    const QByteArray &prefix;
    const HandlerSet &handlers;
    const Works &works;
    Router &router;
    Endpoints &endpoints;
};

/// An operation as its wire has it.
struct ToMount
{
    const api::Traits &traits;
    std::size_t place;
    MountedRoute::Hot hot;
    const QList<wire::Route> &routes;
    const wire::WriteError &writeError;
    const wire::IsMeant &isMeant;
    const wire::AccountNamed &accountNamed;
    SpokenOperation spoken;
};

Result<Nothing> mountOne(const ToMount &one, const Mount &on)
{
    const AnyHandler &handler = on.handlers.at(one.place);
    if (std::holds_alternative<std::monostate>(handler)) {
        return failure(Error::of(Error::Kind::Server, u"handlerMissing"_s,
                                 QString::fromLatin1(one.traits.name)));
    }
    for (wire::Route route : one.routes) {
        on.endpoints.push_back(std::make_unique<OperationEndpoint>(
            MountedRoute{on.wire, route, on.prefix, one.place, one.hot, one.isMeant,
                         one.accountNamed},
            one.traits, one.writeError ? one.writeError : on.wire.writeError, one.spoken, handler,
            on.works));
        route.path.prepend(on.prefix);
        if (auto added = on.router.add(route, *on.endpoints.back()); !added)
            return added;
    }
    return Nothing();
}

} // namespace

Result<Nothing> mount(const wire::Wire &wire, const QByteArray &prefix, const HandlerSet &handlers,
                      const Works &works, Router &router, Endpoints &endpoints)
{
    const Mount on{wire, prefix, handlers, works, router, endpoints};
    Result<Nothing> outcome;
    std::size_t place = 0;
    const auto one = [&]<class Op>() {
        const std::size_t own = place++;
        const wire::Translation<Op> *const translation = wire.translation<Op>();
        if (!outcome || !translation)
            return;
        outcome = mountOne({Op::traits, own, hotness<Op>(wire), translation->routes,
                            translation->writeError, translation->isMeant,
                            translation->accountNamed, spoken(*translation)},
                           on);
    };
    api::Operations::forEach(one);
    router.speaks(prefix, wire);
    return outcome;
}

} // namespace latchkey::server
