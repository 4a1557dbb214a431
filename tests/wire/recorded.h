#pragma once

#include "wire/wire.h"

#include <QTest>

namespace latchkey::test {

/// A request as it was seen on a foreign wire, or is written in its page.
struct Recorded
{
    HttpMethod method = HttpMethod::Post;
    QByteArray path;
    QByteArray body;
};

inline HttpRequest requestOf(const Recorded &recorded)
{
    HttpRequest request{.method = recorded.method, .path = recorded.path, .body = recorded.body};
    if (!recorded.body.isEmpty())
        request.headers.add("Content-Type", "application/json");
    return request;
}

/// What a client of this wire asks with, as it is written down.
template <api::Operation Op>
void compareAsked(const wire::Wire &wire, const Op &op, const Recorded &recorded)
{
    const HttpRequest request = wire.translation<Op>()->writeRequest(op);
    QCOMPARE(request.method, recorded.method);
    QCOMPARE(request.path, recorded.path);
    QCOMPARE(request.body, recorded.body);
}

/// What a server of this wire makes of it; on whichever of its routes.
template <api::Operation Op>
Result<Op> understood(const wire::Wire &wire, const HttpRequest &request)
{
    for (const wire::Route &route : wire.translation<Op>()->routes) {
        const auto parameters = route.match(request.path);
        if (parameters && route.method == request.method)
            return wire.translation<Op>()->readRequest(request, *parameters);
    }
    return failure(Error::of(Error::Kind::NotFound, QStringLiteral("pathUnknown")));
}

template <api::Operation Op>
HttpReply refusedOn(const wire::Wire &wire, const Error &error, const QByteArray &path)
{
    const auto &own = wire.translation<Op>()->writeError;
    return (own ? own : wire.writeError)(error, {HttpMethod::Post, path});
}

inline HttpReply told(int status, const QByteArray &body)
{
    return {.status = status, .headers = {{"Content-Type", "application/json"}}, .body = body};
}

} // namespace latchkey::test
