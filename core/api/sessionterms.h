#pragma once

#include "api/ids.h"
#include "api/session.h"
#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace latchkey::api {

/// Signs for the server that it belongs to. The key changes by itself from time to time; what an
/// earlier one signed is still known as long as a session may live.
class TokenSigner
{
public:
    virtual ~TokenSigner() = default;

    /// Of the key that signs at that time.
    virtual QByteArray keyAt(Timestamp now) const = 0;
    /// HMAC-SHA-256.
    virtual QByteArray sign(const QByteArray &key, QByteArrayView text) const = 0;
    /// In a time that does not tell how much of it is right.
    virtual bool hasSigned(const QByteArray &key, QByteArrayView text, QByteArrayView signature,
                           Timestamp now) const = 0;
};

/// What a session's token can be made of.
struct TokenFacts
{
    QByteArray random; ///< 32 bytes that nobody can guess
    UserId user;
    SessionId session;
    Timestamp madeAt{};
    Timestamp startedAt{}; ///< the session, with the first of its tokens
    Timestamp expiresAt{};
    QString login; ///< what the account is called where a user name is asked for
    const TokenSigner *signer = nullptr;
};

inline Secret opaqueToken(const TokenFacts &facts)
{
    return Secret(
        facts.random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

/// The secret of an API session: `lk_`, the random bytes as 43 letters and digits, and six more of
/// the CRC-32 of all before. Who looks for secrets that got lost knows one by its form, and a
/// double click takes all of it.
Secret apiSecret(const TokenFacts &facts);

/// What the sessions of one wire are like, and the tokens that they are asked for by.
struct SessionTerms
{
    /// Hashed with each token, so that one of this wire is worth nothing on another.
    QByteArray realm;
    std::function<Secret(const TokenFacts &)> makeToken = opaqueToken;
    /// What can be refused of a token before it is looked for.
    std::function<Result<Nothing>(QByteArrayView token, const TokenSigner &, Timestamp now)>
        checkToken = {};
    std::function<Secret(const TokenFacts &)> makeApiSecret = apiSecret;
    /// Until it is used the first time, and from each use; no longer than the operator's policy.
    std::optional<std::chrono::milliseconds> firstLife;
    std::optional<std::chrono::milliseconds> idle;
    /// Else a session lives as long as its token says, and longer only by another one.
    bool isProlongedByUse = true;
    std::optional<std::chrono::milliseconds> renewableFor; ///< from its beginning on
    const TokenSigner *signer = nullptr;                   ///< the server's
};

} // namespace latchkey::api
