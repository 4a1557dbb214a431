#pragma once

#include "base/erased.h"
#include "wire/translation.h"

namespace latchkey::server {

/// An operation on a wire, its type put away: who takes it from its request to its answer needs
/// none of it. A value; the translation outlives it.
struct SpokenOperation
{
    Result<Erased> read(const HttpRequest &request, const wire::PathParameters &parameters) const
    {
        return readWith(translation, request, parameters);
    }
    HttpReply write(const void *reply, const HttpRequest &asked) const
    {
        return writeWith(translation, reply, asked);
    }

    const void *translation;
    Result<Erased> (*readWith)(const void *translation, const HttpRequest &request,
                               const wire::PathParameters &parameters);
    HttpReply (*writeWith)(const void *translation, const void *reply, const HttpRequest &asked);
    std::optional<api::Freshness> (*freshness)(const void *op);
};

template <api::Operation Op>
SpokenOperation spoken(const wire::Translation<Op> &translation)
{
    using How = wire::Translation<Op>;
    return {
        .translation = &translation,
        .readWith = [](const void *how, const HttpRequest &request,
                       const wire::PathParameters &parameters) -> Result<Erased> {
            auto op = static_cast<const How *>(how)->readRequest(request, parameters);
            if (!op)
                return failure(std::move(op).error());
            return erased(*std::move(op));
        },
        .writeWith =
            [](const void *how, const void *reply, const HttpRequest &asked) {
                return static_cast<const How *>(how)->writeReply(
                    *static_cast<const typename Op::Reply *>(reply), asked);
            },
        .freshness = [](const void *op) { return api::freshnessOf(*static_cast<const Op *>(op)); }};
}

} // namespace latchkey::server
