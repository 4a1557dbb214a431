#include "wire/ownwire.h"

#include "wire/bearer.h"
#include "wire/carrier.h"
#include "wire/problem.h"

namespace latchkey::wire {

namespace {

template <class Reply>
HttpReply writeReply(const Reply &value, const HttpRequest &)
{
    if constexpr (std::same_as<Reply, Nothing>) {
        return {.status = 204};
    } else {
        JsonWriter json;
        writeJson(json, value);
        HttpReply reply = jsonReply(200, json.take());
        if constexpr (requires { value.version; }) {
            if constexpr (std::same_as<std::remove_cvref_t<decltype(value.version)>, qint64>)
                reply.headers.add("ETag", entityTag(QString::number(value.version)));
        }
        return reply;
    }
}

template <class Reply>
Result<Reply> readReply(const HttpReply &reply)
{
    if constexpr (std::same_as<Reply, Nothing>) {
        // Whoever says more than nothing is another: a hotel's network, for one, and nothing is
        // done.
        if (reply.body.isEmpty())
            return Nothing();
        return failure(brokenReply(Error::of(Error::Kind::Protocol, u"unexpectedBody"_s), reply));
    } else {
        return jsonOf(reply)
            .and_then(
                [](const JsonNode &node) { return readJson<Reply>(node, {}, Speaker::Answerer); })
            .map_error([&](const Error &error) { return brokenReply(error, reply); });
    }
}

template <api::Operation Op>
Translation<Op> derived()
{
    const Carrier<Op> carrier;
    return {.routes = {ownRoute<Op>()},
            .writeRequest = [carrier](const Op &operation) { return carrier.write(operation); },
            .readRequest =
                [carrier](const HttpRequest &request, const PathParameters &parameters) {
                    return carrier.read(request, parameters);
                },
            .writeReply = writeReply<typename Op::Reply>,
            .readReply = [](const HttpReply &reply,
                            const Op &) { return readReply<typename Op::Reply>(reply); }};
}

} // namespace

Wire ownWire()
{
    Wire wire;
    wire.name = u"latchkey"_s;
    wire.idempotencyHeader = "Idempotency-Key";
    wire.putCredential = [](HttpRequest &request, const Secret &token) {
        request.headers.add("Authorization", "Bearer " + token.reveal());
    };
    wire.takeCredential = [](const HttpHeaders &headers) -> Result<Secret> {
        const QByteArray value = headers.value("Authorization");
        const QByteArrayView token = bearerToken(value);
        if (token.isEmpty())
            return failure(Error::of(Error::Kind::Unauthorized, u"notSignedIn"_s));
        return Secret(token.toByteArray());
    };
    wire.sessions.makeToken = [](const api::TokenFacts &facts) {
        return Secret("lks_" + api::opaqueToken(facts).reveal());
    };
    wire.writeError = [](const Error &error, const Route &) { return writeProblem(error); };
    wire.readError = readProblem;
    api::Operations::forEach([&wire]<class Op>() { wire.knows<Op>(derived<Op>()); });
    return wire;
}

} // namespace latchkey::wire
