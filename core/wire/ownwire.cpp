#include "wire/ownwire.h"

#include "wire/bearer.h"
#include "wire/carrier.h"
#include "wire/problem.h"

namespace latchkey::wire {

namespace {

template <class Reply>
HttpReply writeReply(const Reply &value)
{
    HttpReply reply;
    if constexpr (std::same_as<Reply, Nothing>) {
        reply.status = 204;
    } else {
        JsonWriter json;
        writeJson(json, value);
        reply.body = json.take();
        reply.headers.add("Content-Type", "application/json");
        if constexpr (requires { value.version; }) {
            if constexpr (std::same_as<std::remove_cvref_t<decltype(value.version)>, qint64>)
                reply.headers.add("ETag", entityTag(QString::number(value.version)));
        }
    }
    return reply;
}

template <class Reply>
Result<Reply> readReply(const HttpReply &reply)
{
    if (reply.status < 200 || reply.status > 299)
        return failure(readProblem(reply));
    if constexpr (std::same_as<Reply, Nothing>) {
        // Whoever says more than nothing is another: a hotel's network, for one, and nothing is
        // done.
        if (reply.body.isEmpty())
            return Nothing();
        Error error = Error::of(Error::Kind::Protocol, u"unexpectedBody"_s);
        error.status = reply.status;
        return failure(error);
    } else {
        auto read = JsonNode::parse(reply.body).and_then([](const JsonNode &node) {
            return readJson<Reply>(node, {}, Speaker::Answerer);
        });
        if (read)
            return read;
        // To us the other side's mistake is not bad input but a break of the protocol.
        Error error = read.error();
        error.kind = Error::Kind::Protocol;
        error.status = reply.status;
        return failure(error);
    }
}

template <api::Operation Op>
Translation<Op> derived()
{
    const Carrier<Op> carrier;
    return {.route = ownRoute<Op>(),
            .writeRequest = [carrier](const Op &operation) { return carrier.write(operation); },
            .readRequest =
                [carrier](const HttpRequest &request, const PathParameters &parameters) {
                    return carrier.read(request, parameters);
                },
            .writeReply = writeReply<typename Op::Reply>,
            .readReply = readReply<typename Op::Reply>};
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
    wire.takeCredential = [](const HttpHeaders &headers) -> std::optional<Secret> {
        const QByteArray value = headers.value("Authorization");
        const QByteArrayView token = bearerToken(value);
        return token.isEmpty() ? std::nullopt : std::optional(Secret(token.toByteArray()));
    };
    wire.writeError = writeProblem;
    wire.readError = readProblem;
    api::Operations::forEach([&wire]<class Op>() { wire.knows<Op>(derived<Op>()); });
    return wire;
}

} // namespace latchkey::wire
