#include "server/guards/idempotency.h"

#include <algorithm>

namespace latchkey::server::guards {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestKey = 255;

KeptReply toKept(const HttpReply &reply)
{
    KeptReply kept{reply.status, {}, reply.body};
    for (const auto &[name, value] : reply.headers.fields())
        kept.headers += name + ": " + value + '\n';
    return kept;
}

HttpReply fromKept(const KeptReply &kept)
{
    HttpReply reply{.status = kept.status, .headers = {}, .body = kept.body};
    for (const QByteArray &line : kept.headers.split('\n')) {
        const qsizetype colon = line.indexOf(": ");
        if (colon > 0)
            reply.headers.add(line.left(colon), line.mid(colon + 2));
    }
    return reply;
}

} // namespace

Result<std::optional<KeyedRequest>> keyOf(const QByteArray &headerName, const HttpRequest &request,
                                          const Context &context)
{
    const QByteArray key = request.headers.value(headerName);
    if (headerName.isEmpty() || key.isEmpty() || !context.principal)
        return std::nullopt;
    const bool isPlain = std::ranges::all_of(key, [](char c) { return c > ' ' && c < 127; });
    if (key.size() > longestKey || !isPlain) {
        return failure(Error::rejected(u"malformedRequest"_s, QString::fromLatin1(headerName)));
    }
    const QByteArray payload = toBytes(request.method) + '\n' + request.path + '\n' +
                               request.query + '\n' + request.headers.value("If-Match") + '\n' +
                               request.body;
    return KeyedRequest{context.principal->user, context.operation, key, payload};
}

Result<HttpReply> once(const std::optional<KeyedRequest> &key, WriteStore &store,
                       const std::function<Result<HttpReply>()> &act)
{
    if (!key)
        return act();
    const auto start = store.idempotencyKeys.begin(*key);
    if (!start)
        return failure(start.error());
    switch (start->state) {
    case KeyedStart::State::Fresh:
        break;
    case KeyedStart::State::Replay:
        return fromKept(start->reply);
    case KeyedStart::State::OtherPayload:
        return failure(Error::rejected(u"idempotencyKeyReused"_s, u"Idempotency-Key"_s));
    }
    auto reply = act();
    if (!reply)
        return reply;
    return store.idempotencyKeys.finish(*key, toKept(*reply)).map([&](Nothing) { return *reply; });
}

} // namespace latchkey::server::guards
