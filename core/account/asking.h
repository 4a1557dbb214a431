#pragma once

#include "base/call.h"
#include "net/outgoing.h"
#include "wire/wire.h"

#include <QUuid>

/// Between an operation and the bytes on their way; only the sources of this room see it.
namespace latchkey::account {

inline Error notOffered()
{
    return Error::of(Error::Kind::NotFound, QStringLiteral("notOffered"));
}

/// Says no to what was typed or brought, not to the session.
inline bool isWrongProof(const Error &error)
{
    return error.code == QLatin1StringView("wrongPassword") ||
           error.code == QLatin1StringView("wrongCredentials") ||
           error.code == QLatin1StringView("wrongCode") ||
           error.code == QLatin1StringView("visitRefused") ||
           error.code == QLatin1StringView("idTokenInvalid");
}

/// The same key goes along each time it is sent, so the server knows it again.
template <api::Operation Op>
net::Outgoing outgoingFor(const std::shared_ptr<const wire::Wire> &wire, const Op &operation)
{
    constexpr api::Traits traits = Op::traits;
    const auto &how = *wire->template translation<Op>();
    net::Outgoing outgoing{.request = how.writeRequest(operation)};
    if (how.otherwise)
        outgoing.otherwise = [wire, operation](const HttpReply &reply) {
            return wire->template translation<Op>()->otherwise(operation, reply);
        };
    outgoing.isRepeatable = traits.repeat == api::Repeat::Safe;
    if (traits.repeat == api::Repeat::WithKey && !wire->idempotencyHeader.isEmpty()) {
        outgoing.request.headers.add(wire->idempotencyHeader,
                                     QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
        outgoing.isRepeatable = true;
    }
    return outgoing;
}

/// The reply as a value. `learn` hears of it before whoever asked.
template <api::Operation Op, class Learn>
Call<typename Op::Reply> reading(const std::shared_ptr<const wire::Wire> &wire, const Op &asked,
                                 const Call<HttpReply> &sent, QObject *context, Learn learn)
{
    using Read = Result<typename Op::Reply>;
    const CallSource<typename Op::Reply> source;
    source.onCancel(sent.cancelling());
    sent.then(context, [source, wire, asked, learn](const Result<HttpReply> &reply) {
        const Read read =
            reply ? wire->template read<Op>(*reply, asked) : Read(failure(reply.error()));
        learn(read);
        source.finish(read);
    });
    return source.call();
}

} // namespace latchkey::account
