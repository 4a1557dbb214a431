#pragma once

#include "base/result.h"
#include "server/openid/fetch.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace latchkey::server {

/// A key that signatures are checked with (RFC 7517).
struct PublicKey
{
    enum class Type : std::uint8_t { Rsa, P256, P384, P521 };

    Type type = Type::Rsa;
    std::optional<QString> id;
    std::optional<QString> algorithm; ///< the only one that it is for
    QByteArray first;                 ///< RSA's modulus; of a point x
    QByteArray second;                ///< RSA's exponent; of a point y

    /// Of a signature by it, in bytes.
    qsizetype signatureSize() const;
};

/// The keys that a provider signs with. Those for something else, and those that we know nothing
/// of or that are too weak, are left out.
class KeySet
{
public:
    static Result<KeySet> parse(QByteArrayView json);

    /// Those that may have signed what names such a key, or any where none is named.
    std::vector<PublicKey> fitting(PublicKey::Type type, const QString &algorithm,
                                   const std::optional<QString> &id) const;

private:
    std::vector<PublicKey> m_keys;
};

} // namespace latchkey::server
