#include "server/openid/signedtoken.h"

#include "base/jsonnode.h"
#include "server/openid/base64url.h"
#include "server/openid/refusals.h"

#include <cjose/cjose.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

namespace latchkey::server {

using namespace Qt::StringLiterals;
using Type = PublicKey::Type;

namespace {

constexpr qsizetype longest = 64 * 1024;

struct Algorithm
{
    QLatin1StringView name;
    Type keyType;
};

/// Not `none`, and none whose key the provider shares with us.
constexpr std::array algorithms{
    Algorithm{"RS256"_L1, Type::Rsa},  Algorithm{"RS384"_L1, Type::Rsa},
    Algorithm{"RS512"_L1, Type::Rsa},  Algorithm{"PS256"_L1, Type::Rsa},
    Algorithm{"PS384"_L1, Type::Rsa},  Algorithm{"PS512"_L1, Type::Rsa},
    Algorithm{"ES256"_L1, Type::P256}, Algorithm{"ES384"_L1, Type::P384},
    Algorithm{"ES512"_L1, Type::P521},
};

struct Release
{
    void operator()(cjose_jwk_t *key) const { cjose_jwk_release(key); }
    void operator()(cjose_jws_t *jws) const { cjose_jws_release(jws); }
};

using Key = std::unique_ptr<cjose_jwk_t, Release>;
using Signature = std::unique_ptr<cjose_jws_t, Release>;

std::uint8_t *raw(QByteArray &bytes)
{
    return reinterpret_cast<std::uint8_t *>(bytes.data());
}

size_t sizeOf(const QByteArray &bytes)
{
    return static_cast<size_t>(bytes.size());
}

cjose_jwk_ec_curve curveOf(Type type)
{
    switch (type) {
    case Type::P256:
        return CJOSE_JWK_EC_P_256;
    case Type::P384:
        return CJOSE_JWK_EC_P_384;
    case Type::P521:
        return CJOSE_JWK_EC_P_521;
    case Type::Rsa:
        break;
    }
    return CJOSE_JWK_EC_INVALID;
}

/// Of its own for each check: cjose counts its holders without regard to threads.
Key keyOf(PublicKey key)
{
    if (key.type == Type::Rsa) {
        cjose_jwk_rsa_keyspec rsa{};
        rsa.n = raw(key.first);
        rsa.nlen = sizeOf(key.first);
        rsa.e = raw(key.second);
        rsa.elen = sizeOf(key.second);
        return Key(cjose_jwk_create_RSA_spec(&rsa, nullptr));
    }
    cjose_jwk_ec_keyspec point{};
    point.crv = curveOf(key.type);
    point.x = raw(key.first);
    point.xlen = sizeOf(key.first);
    point.y = raw(key.second);
    point.ylen = sizeOf(key.second);
    return Key(cjose_jwk_create_EC_spec(&point, nullptr));
}

std::optional<QByteArray> contentsOf(const cjose_jws_t *jws)
{
    std::uint8_t *bytes = nullptr;
    size_t size = 0;
    if (!cjose_jws_get_plaintext(jws, &bytes, &size, nullptr))
        return std::nullopt;
    return QByteArray(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
}

Result<std::optional<QString>> textIn(const JsonNode &header, const QString &name)
{
    return header.optionalMember(name).and_then(
        [](const auto &node) -> Result<std::optional<QString>> {
            if (!node)
                return std::nullopt;
            return node->text().map([](const QString &text) { return std::optional(text); });
        });
}

/// A token of access or of signing out is signed by the same keys.
bool isOfType(const std::optional<QString> &type)
{
    return !type || type->compare("JWT"_L1, Qt::CaseInsensitive) == 0;
}

bool hasMember(const JsonNode &object, const QString &name)
{
    const auto members = object.members();
    return members &&
           std::ranges::any_of(*members, [&](const auto &each) { return each.first == name; });
}

struct Header
{
    Algorithm algorithm;
    std::optional<QString> keyId;
};

Result<Header> headerFrom(const QByteArray &json)
{
    const auto header = JsonNode::parse(json);
    const auto read = [&](const QString &name) {
        return header.and_then([&](const JsonNode &node) { return textIn(node, name); });
    };
    const auto algorithm = read(u"alg"_s);
    const auto keyId = read(u"kid"_s);
    const auto type = read(u"typ"_s);
    for (const auto *each : {&algorithm, &keyId, &type}) {
        if (!*each)
            return failure(idTokenInvalid(each->error()));
    }
    // Whatever it is that must be understood, it isn't (RFC 7515, section 4.1.11).
    if (hasMember(*header, u"crit"_s) || !isOfType(*type))
        return failure(idTokenInvalid(u"another kind of token"_s));
    const auto *known = std::ranges::find_if(
        algorithms, [&](const Algorithm &each) { return *algorithm && **algorithm == each.name; });
    if (known == algorithms.end())
        return failure(idTokenInvalid(u"signed in a way that is not taken"_s));
    return Header{*known, *keyId};
}

} // namespace

Result<SignedToken> SignedToken::parse(const Secret &token)
{
    const QList<QByteArray> parts = token.reveal().split('.');
    if (parts.size() != 3 || token.size() > longest)
        return failure(idTokenInvalid(u"no signed token"_s));
    const auto head = fromBase64Url(parts.at(0));
    const auto signature = fromBase64Url(parts.at(2));
    if (!head || !signature || !fromBase64Url(parts.at(1)))
        return failure(idTokenInvalid(u"not written as a token is"_s));
    const auto header = headerFrom(*head);
    if (!header)
        return failure(header.error());
    SignedToken parsed;
    parsed.m_token = token;
    parsed.m_algorithm = header->algorithm.name;
    parsed.m_keyType = header->algorithm.keyType;
    parsed.m_keyId = header->keyId;
    parsed.m_signatureSize = signature->size();
    return parsed;
}

std::optional<QByteArray> SignedToken::contentsBy(const KeySet &keys) const
{
    const Signature jws(
        cjose_jws_import(m_token.reveal().constData(), sizeOf(m_token.reveal()), nullptr));
    const char *said =
        jws ? cjose_header_get(cjose_jws_get_protected(jws.get()), CJOSE_HDR_ALG, nullptr)
            : nullptr;
    if (!said || m_algorithm != QLatin1StringView(said)) // the library reads JSON by other rules
        return std::nullopt;
    for (const PublicKey &each : keys.fitting(m_keyType, m_algorithm, m_keyId)) {
        // It asks no such thing of a point's signature, and would take one with zeros in it.
        if (each.signatureSize() != m_signatureSize)
            continue;
        const Key key = keyOf(each);
        if (key && cjose_jws_verify(jws.get(), key.get(), nullptr))
            return contentsOf(jws.get());
    }
    return std::nullopt;
}

} // namespace latchkey::server
