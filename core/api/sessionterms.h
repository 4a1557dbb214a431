#pragma once

#include "api/ids.h"
#include "api/session.h"
#include "base/secret.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace latchkey::api {

/// What a session's token can be made of.
struct TokenFacts
{
    QByteArray random; ///< 32 bytes that nobody can guess
    UserId user;
    SessionId session;
    Timestamp madeAt{};
};

inline Secret opaqueToken(const TokenFacts &facts)
{
    return Secret(
        facts.random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

/// What the sessions of one wire are like, and the tokens that they are asked for by.
struct SessionTerms
{
    /// Hashed with each token, so that one of this wire is worth nothing on another.
    QByteArray realm;
    std::function<Secret(const TokenFacts &)> makeToken = opaqueToken;
    /// Until it is used the first time, and from each use; no longer than the operator's policy.
    std::optional<std::chrono::milliseconds> firstLife;
    std::optional<std::chrono::milliseconds> idle;
};

} // namespace latchkey::api
