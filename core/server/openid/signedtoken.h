#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "server/openid/keyset.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace latchkey::server {

/// A token that claims to be signed (RFC 7515), by a way of signing that has a public key.
class SignedToken
{
public:
    /// Unauthorized `idTokenInvalid` for what no key can make good.
    static Result<SignedToken> parse(const Secret &token);

    /// What it says, if one of these keys signed it.
    std::optional<QByteArray> contentsBy(const KeySet &keys) const;

private:
    SignedToken() = default;

    Secret m_token;
    QString m_algorithm;
    PublicKey::Type m_keyType = PublicKey::Type::Rsa;
    std::optional<QString> m_keyId;
    qsizetype m_signatureSize = 0;
};

} // namespace latchkey::server
