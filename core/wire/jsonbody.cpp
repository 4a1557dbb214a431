#include "wire/jsonbody.h"

namespace latchkey::wire {

using namespace Qt::StringLiterals;

namespace {

Error unsupported(const QString &header, const QString &detail)
{
    Error error = Error::rejected(u"malformedRequest"_s, header, detail);
    error.status = 415;
    return error;
}

bool isPlainJson(const QByteArray &contentType)
{
    const QByteArray type = contentType.toLower().replace(' ', "").replace('"', "");
    return type == "application/json" || type == "application/json;charset=utf-8";
}

} // namespace

Result<JsonNode> jsonOf(const HttpRequest &request)
{
    if (!isPlainJson(request.headers.value("Content-Type"))) {
        return failure(unsupported(u"Content-Type"_s, u"expected application/json, in UTF-8"_s));
    }
    if (!request.headers.value("Content-Encoding").isEmpty())
        return failure(unsupported(u"Content-Encoding"_s, u"expected the body as it is"_s));
    return JsonNode::parse(request.body);
}

Result<JsonNode> jsonOf(const HttpReply &reply)
{
    return JsonNode::parse(reply.body).map_error([&](const Error &error) {
        return brokenReply(error, reply);
    });
}

Error brokenReply(Error error, const HttpReply &reply)
{
    error.kind = Error::Kind::Protocol;
    error.status = reply.status;
    return error;
}

HttpReply jsonReply(int status, const QByteArray &body, const QByteArray &type)
{
    return {.status = status, .headers = {{"Content-Type", type}}, .body = body};
}

void putJson(HttpRequest &request, const QByteArray &body)
{
    request.body = body;
    request.headers.add("Content-Type", "application/json");
}

HttpRequest jsonRequest(HttpMethod method, const QByteArray &path, const QByteArray &body)
{
    HttpRequest request{
        .method = method, .path = path, .headers = {{"Accept", "application/json"}}};
    if (!body.isEmpty())
        putJson(request, body);
    return request;
}

} // namespace latchkey::wire
