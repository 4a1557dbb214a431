#include "server/openid/keyset.h"

#include "base/jsonnode.h"
#include "server/openid/base64url.h"

#include <algorithm>

namespace latchkey::server {

using namespace Qt::StringLiterals;
using Type = PublicKey::Type;

namespace {

/// RFC 7518, section 3.3; and longer ones than anybody has cost too much.
constexpr qsizetype leastModulus = 2048 / 8;
constexpr qsizetype mostModulus = 8192 / 8;
constexpr qsizetype mostExponent = 4;
constexpr qsizetype mostKeys = 100;

/// Nothing where it is missing or something else than a text.
std::optional<QString> textIn(const JsonNode &key, const QString &name)
{
    const auto node = key.optionalMember(name);
    if (!node || !*node)
        return std::nullopt;
    const auto text = (*node)->text();
    return text ? std::optional(*text) : std::nullopt;
}

QByteArray bytesIn(const JsonNode &key, const QString &name)
{
    const QString text = textIn(key, name).value_or(QString());
    return fromBase64Url(text.toLatin1()).value_or(QByteArray());
}

QByteArray withoutZeros(const QByteArray &number)
{
    const auto first = std::ranges::find_if(number, [](char c) { return c != '\0'; });
    return number.sliced(first - number.begin());
}

qsizetype coordinateSize(Type curve)
{
    switch (curve) {
    case Type::P256:
        return 32;
    case Type::P384:
        return 48;
    case Type::P521:
        return 66;
    case Type::Rsa:
        break;
    }
    return 0;
}

std::optional<Type> curveNamed(const QString &name)
{
    if (name == "P-256"_L1)
        return Type::P256;
    if (name == "P-384"_L1)
        return Type::P384;
    if (name == "P-521"_L1)
        return Type::P521;
    return std::nullopt;
}

bool isForSignatures(const JsonNode &key)
{
    if (textIn(key, u"use"_s).value_or(u"sig"_s) != "sig"_L1)
        return false;
    const auto operations = key.optionalMember(u"key_ops"_s);
    if (!operations)
        return false;
    if (!*operations)
        return true;
    const auto items = (*operations)->items();
    return items && std::ranges::any_of(*items, [](const JsonNode &item) {
               return item.text().value_or(QString()) == "verify"_L1;
           });
}

std::optional<PublicKey> rsa(const JsonNode &key)
{
    PublicKey read{.type = Type::Rsa,
                   .first = withoutZeros(bytesIn(key, u"n"_s)),
                   .second = withoutZeros(bytesIn(key, u"e"_s))};
    const bool isOfSize =
        read.first.size() >= leastModulus && read.first.size() <= mostModulus &&
        (read.first.size() > leastModulus || static_cast<uchar>(read.first.front()) >= 0x80);
    // An exponent of 1 leaves everything as it is: whoever wrote the signature would have signed.
    const bool isExponent = !read.second.isEmpty() && read.second.size() <= mostExponent &&
                            (read.second.size() > 1 || read.second.front() != '\1');
    return isOfSize && isExponent ? std::optional(read) : std::nullopt;
}

std::optional<PublicKey> point(const JsonNode &key)
{
    const auto curve = curveNamed(textIn(key, u"crv"_s).value_or(QString()));
    if (!curve)
        return std::nullopt;
    PublicKey read{.type = *curve, .first = bytesIn(key, u"x"_s), .second = bytesIn(key, u"y"_s)};
    const qsizetype size = coordinateSize(*curve);
    const bool isOfSize = read.first.size() == size && read.second.size() == size;
    return isOfSize ? std::optional(read) : std::nullopt;
}

std::optional<PublicKey> keyFrom(const JsonNode &node)
{
    const QString type = textIn(node, u"kty"_s).value_or(QString());
    auto key = type == "RSA"_L1 ? rsa(node) : type == "EC"_L1 ? point(node) : std::nullopt;
    if (!key || !isForSignatures(node))
        return std::nullopt;
    key->id = textIn(node, u"kid"_s);
    key->algorithm = textIn(node, u"alg"_s);
    return key;
}

} // namespace

qsizetype PublicKey::signatureSize() const
{
    return type == Type::Rsa ? first.size() : 2 * coordinateSize(type);
}

Result<KeySet> KeySet::parse(QByteArrayView json)
{
    const auto keys = JsonNode::parse(json)
                          .and_then([](const JsonNode &node) { return node.member(u"keys"_s); })
                          .and_then([](const JsonNode &node) { return node.items(); });
    if (!keys)
        return failure(keys.error());
    KeySet set;
    for (const JsonNode &node : keys->first(std::min(keys->size(), mostKeys))) {
        if (const auto key = keyFrom(node))
            set.m_keys.push_back(*key);
    }
    return set;
}

std::vector<PublicKey> KeySet::fitting(Type type, const QString &algorithm,
                                       const std::optional<QString> &id) const
{
    std::vector<PublicKey> some;
    std::ranges::copy_if(m_keys, std::back_inserter(some), [&](const PublicKey &key) {
        return key.type == type && key.algorithm.value_or(algorithm) == algorithm &&
               (!id || key.id == id);
    });
    return some;
}

} // namespace latchkey::server
