#include "wire/ownwire.h"

#include "wire/bearer.h"
#include "wire/carrier.h"
#include "wire/jsonbody.h"
#include "wire/plaintext.h"
#include "wire/problem.h"

namespace latchkey::wire {

namespace {

HttpReply writeReply(const Shape &shape, const void *value)
{
    if (shape.kind == Shape::Kind::Nothing)
        return {.status = 204};
    JsonWriter json;
    writeShaped(json, shape, value);
    HttpReply reply = jsonReply(200, json.take());
    if (const FieldShape *const version = versionIn(shape)) {
        version->show(value, [&](const void *member) {
            reply.headers.add("ETag", entityTag(toPlainText(*version->shape, member)));
        });
    }
    return reply;
}

Result<Nothing> readReply(const HttpReply &reply, const Shape &shape, void *value)
{
    if (shape.kind == Shape::Kind::Nothing) {
        // Whoever says more than nothing is another: a hotel's network, for one, and nothing is
        // done.
        if (reply.body.isEmpty())
            return Nothing();
        return failure(brokenReply(Error::of(Error::Kind::Protocol, u"unexpectedBody"_s), reply));
    }
    return jsonOf(reply)
        .and_then([&](const JsonNode &node) {
            return readShaped(node, shape, {}, Speaker::Answerer, value);
        })
        .map_error([&](const Error &error) { return brokenReply(error, reply); });
}

/// What was read into it, or why it could not be.
template <class T>
Result<T> given(T value, const Result<Nothing> &read)
{
    if (!read)
        return failure(read.error());
    return value;
}

template <class Reply>
HttpReply writeReplyOf(const Reply &reply, const HttpRequest &)
{
    return writeReply(shapeOf<Reply>, &reply);
}

template <class Reply>
Result<Reply> readReplyOf(const HttpReply &reply)
{
    Reply value{};
    const auto read = readReply(reply, shapeOf<Reply>, &value);
    return given(std::move(value), read);
}

template <api::Operation Op>
Translation<Op> derived()
{
    using Reply = typename Op::Reply;
    const auto carrier = std::make_shared<const Carrier>(Carrier::of<Op>());
    return {
        .routes = {carrier->route()},
        .writeRequest = [carrier](const Op &operation) { return carrier->write(&operation); },
        .readRequest =
            [carrier](const HttpRequest &request, const PathParameters &parameters) {
                Op operation{};
                const auto read = carrier->read(request, parameters, &operation);
                return given(std::move(operation), read);
            },
        .writeReply = writeReplyOf<Reply>,
        .readReply = [](const HttpReply &reply, const Op &) { return readReplyOf<Reply>(reply); }};
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
