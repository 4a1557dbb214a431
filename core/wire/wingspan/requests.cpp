#include "wire/wingspan/requests.h"

#include "wire/bearer.h"

#include <QUrl>

namespace latchkey::wire::wingspan {

using namespace Qt::StringLiterals;

namespace {

constexpr auto sessionHeader = "Wingspan-Session";

/// What a token may say of itself; its own servers' say no more than whose it is.
struct Claims
{
    std::optional<Timestamp> expiration;
    std::optional<SessionType> sessionType;
    std::optional<QString> userId;

    static constexpr auto fields()
    {
        return allFields(field("expiration", &Claims::expiration),
                         field("sessionType", &Claims::sessionType),
                         field("userId", &Claims::userId));
    }
};

} // namespace

QByteArray bearer(const HttpHeaders &headers)
{
    return bearerToken(headers.value("Authorization")).toByteArray();
}

SessionValue sessionOfToken(QByteArrayView token)
{
    constexpr auto form = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const QByteArray text = QByteArray::fromBase64(token.toByteArray().split('.').value(1), form);
    const Claims claims = JsonNode::parse(text)
                              .and_then([](const JsonNode &node) {
                                  return readJson<Claims>(node, {}, Speaker::Answerer);
                              })
                              .value_or(Claims());
    SessionValue value;
    value.expiration = claims.expiration.value_or(Timestamp());
    value.sessionType = claims.sessionType.value_or(SessionType::User);
    value.userId = claims.userId;
    return value;
}

QString accountInPath(const HttpRequest &request, const PathParameters &)
{
    return QUrl::fromPercentEncoding(request.path.split('/').value(3));
}

QString accountInHeader(const HttpHeaders &headers)
{
    return QString::fromUtf8(headers.value("X-WINGSPAN-USER"));
}

Result<Nothing> readNothing(const HttpReply &reply)
{
    if (reply.status == 204 && reply.body.isEmpty())
        return Nothing();
    return failure(brokenReply(Error::of(Error::Kind::Protocol, u"unexpectedBody"_s), reply));
}

bool namesJson(const HttpRequest &request)
{
    return request.headers.value("Accept").contains("application/json");
}

HttpReply sessionReply(const SessionValue &value, const HttpRequest &asked)
{
    if (namesJson(asked))
        return jsonReply(200, jsonOf(value));
    HttpReply reply = nothing();
    if (value.token)
        reply.headers.add(sessionHeader, value.token->reveal());
    return reply;
}

Result<SessionValue> readSession(const HttpReply &reply)
{
    if (reply.status != 204)
        return valueOf<SessionValue>(reply);
    const QByteArray token = reply.headers.value(sessionHeader);
    if (token.isEmpty())
        return failure(brokenReply(Error::of(Error::Kind::Protocol, u"emptyReply"_s), reply));
    SessionValue value = sessionOfToken(token);
    value.token = Secret(token);
    return value;
}

Result<SessionValue> readHeldSession(const HttpReply &reply)
{
    return readSession(reply).and_then([&](const SessionValue &value) -> Result<SessionValue> {
        if (value.token)
            return value;
        return failure(brokenReply(Error::rejected(u"missingField"_s, u"token"_s), reply));
    });
}

} // namespace latchkey::wire::wingspan
