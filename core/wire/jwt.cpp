#include "wire/jwt.h"

#include "wire/members.h"

namespace latchkey::wire {

namespace {

using api::field;
using api::fieldList;

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

struct Header
{
    QString key;
};

/// Read, it must say the same: no other way of signing, and none at all, is heard of.
constexpr auto same(const char *name, const char *text)
{
    return told(
        name, [text](const Header &) { return QString::fromLatin1(text); },
        [text](Header &, const QString &read) { return read == QLatin1StringView(text); });
}

constexpr auto headerBody =
    fieldList(same("alg", "HS256"), field("kid", &Header::key), same("typ", "JWT"));

std::optional<QByteArray> decoded(const QByteArray &part)
{
    const auto bytes =
        QByteArray::fromBase64Encoding(part, base64 | QByteArray::AbortOnBase64DecodingErrors);
    return bytes ? std::optional(bytes.decoded) : std::nullopt;
}

} // namespace

Secret signedToken(const api::TokenFacts &facts, const QByteArray &claims)
{
    const QByteArray key = facts.signer->keyAt(facts.madeAt);
    const QByteArray head = bodyOf(Header{QString::fromLatin1(key)}, headerBody);
    const QByteArray text = head.toBase64(base64) + '.' + claims.toBase64(base64);
    return Secret(QByteArray(text + '.' + facts.signer->sign(key, text).toBase64(base64)));
}

Result<JsonNode> claimsIn(QByteArrayView token)
{
    const QList<QByteArray> parts = token.toByteArray().split('.');
    const auto said = parts.size() == 3 ? decoded(parts.at(1)) : std::nullopt;
    const auto node = said ? JsonNode::parse(*said) : JsonNode::parse({});
    return node.map_error(
        [](const Error &) { return Error::of(Error::Kind::Unauthorized, u"tokenMalformed"_s); });
}

Result<Nothing> checkSigned(QByteArrayView token, const api::TokenSigner &signer, Timestamp now)
{
    const QList<QByteArray> parts = token.toByteArray().split('.');
    if (parts.size() != 3)
        return failure(Error::of(Error::Kind::Unauthorized, u"tokenMalformed"_s));
    const auto isSigned = [&] {
        const auto head = decoded(parts.at(0));
        const auto signature = decoded(parts.at(2));
        const auto node = head ? JsonNode::parse(*head) : JsonNode::parse({});
        const auto header = node.and_then([](const JsonNode &object) {
            return readBody(object, headerBody, Header(), Speaker::Asker);
        });
        const QByteArrayView text = token.first(parts.at(0).size() + 1 + parts.at(1).size());
        return signature && header &&
               signer.hasSigned(header->key.toLatin1(), text, *signature, now);
    };
    if (!isSigned())
        return failure(Error::of(Error::Kind::Unauthorized, u"tokenForged"_s));
    return Nothing();
}

} // namespace latchkey::wire
