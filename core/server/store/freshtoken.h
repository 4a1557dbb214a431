#pragma once

#include "api/sessionterms.h"
#include "server/store/sessions.h"
#include "server/store/token.h"

namespace latchkey::server {

/// A new token, and what is stored of it.
struct FreshToken
{
    using Make = std::function<Secret(const api::TokenFacts &)>;

    FreshToken(const Make &make, const QByteArray &realm, const api::TokenFacts &facts)
        : token(make(facts))
        , hash(tokenHash(token.reveal(), realm))
        , place(placeOf(hash))
    {}

    Secret token;
    std::array<unsigned char, 32> hash;
    std::int64_t place;

    QByteArray hashBytes() const
    {
        return {reinterpret_cast<const char *>(hash.data()), qsizetype(hash.size())};
    }
};

} // namespace latchkey::server
