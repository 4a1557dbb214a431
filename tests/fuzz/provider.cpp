#include "require.h"
#include "server/openid/identityclaims.h"
#include "server/openid/keyset.h"
#include "server/openid/providerdocument.h"
#include "server/openid/signedtoken.h"
#include "server/openid/visit.h"
#include "server/openid/webaddress.h"
#include "targets.h"

#include <QList>

#include <algorithm>

namespace latchkey::test {

using namespace server;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString issuer = u"https://id.example.org"_s;
constexpr Timestamp now(1'800'000'000s);

/// Of RFC 7515, appendices A.2 and A.3.
constexpr char published[] =
    R"({"keys":[{"kty":"RSA","e":"AQAB","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26)"
    R"(mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47)"
    R"(soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVM)"
    R"(TBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAc)"
    R"(DTW9gb54h4FRWyuXpoQ"},{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uP)"
    R"(HvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]})";

/// What these have signed, as those appendices have it.
constexpr char claims[] =
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlf"
    "Q";

Fetch::Answer answer(const QByteArray &body)
{
    return {200, "application/json", Secret(body)};
}

void requireSeen(const SeenIdentity &seen)
{
    LATCHKEY_REQUIRE(!seen.subject.isEmpty() && seen.subject.size() <= 255);
    LATCHKEY_REQUIRE(!seen.email || !seen.email->isEmpty());
    LATCHKEY_REQUIRE(seen.email || !seen.isEmailVerified);
    LATCHKEY_REQUIRE(seen.tokenExpiresAt > now && seen.tokenExpiresAt <= now + 25h);
}

void tryDocument(const QByteArray &text)
{
    const auto read = readDocument(issuer, answer(text));
    if (!read)
        return;
    LATCHKEY_REQUIRE(read->issuer == issuer);
    for (const QString &endpoint : {read->authorizationEndpoint, read->tokenEndpoint, read->keys,
                                    read->userinfoEndpoint.value_or(issuer)}) {
        const auto address = WebAddress::parse(endpoint);
        LATCHKEY_REQUIRE(address && address->isEncrypted && !address->host.isEmpty());
    }
}

/// A key that a stranger wrote is used, which is all; a token by nobody's key says nothing.
void tryKeys(const QByteArray &text)
{
    const auto keys = KeySet::parse(text);
    if (!keys)
        return;
    for (const char *head : {R"({"alg":"RS256"})", R"({"alg":"PS384"})", R"({"alg":"ES256"})"}) {
        const qsizetype size = head[8] == 'E' ? 64 : 256;
        const auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
        const QByteArray token = QByteArray(head).toBase64(base64) + '.' + claims + '.' +
                                 QByteArray(size, '\x5a').toBase64(base64);
        const auto parsed = SignedToken::parse(Secret(token));
        LATCHKEY_REQUIRE(parsed.has_value());
        (void)parsed->contentsBy(*keys);
    }
}

void tryToken(const QByteArray &text)
{
    static const auto keys = KeySet::parse(QByteArray(published));
    const auto parsed = SignedToken::parse(Secret(text));
    const auto contents = parsed ? parsed->contentsBy(*keys) : std::nullopt;
    const auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    if (contents)
        LATCHKEY_REQUIRE(text.split('.').at(1) == claims && contents->toBase64(base64) == claims);
}

void tryClaims(const QByteArray &text)
{
    const auto seen = identityFrom(
        text, {.issuer = issuer, .clientId = u"latchkey"_s, .nonce = u"n-1"_s, .now = now});
    if (!seen) {
        LATCHKEY_REQUIRE(seen.error().kind == Error::Kind::Unauthorized);
        return;
    }
    LATCHKEY_REQUIRE(seen->issuer == issuer);
    requireSeen(*seen);
}

void tryUserinfo(const QByteArray &text)
{
    const SeenIdentity before{
        .issuer = issuer, .subject = u"248289761001"_s, .tokenExpiresAt = now + 5min};
    const auto seen = completed(before, answer(text));
    if (!seen)
        return;
    LATCHKEY_REQUIRE(seen->subject == before.subject);
    requireSeen(*seen);
}

void tryTokens(const QByteArray &text)
{
    const auto tokens = readTokens(answer(text));
    if (tokens && tokens->accessToken)
        LATCHKEY_REQUIRE(!tokens->accessToken->reveal().contains('\n'));
}

} // namespace

/// The first line is what the rest claims to be.
void fuzzProvider(std::string_view input)
{
    const std::size_t end = std::min(input.find('\n'), input.size());
    const std::string_view what = input.substr(0, end);
    const std::string_view rest = input.substr(std::min(end + 1, input.size()));
    const QByteArray text(rest.data(), qsizetype(rest.size()));
    if (what == "document")
        tryDocument(text);
    else if (what == "keys")
        tryKeys(text);
    else if (what == "token")
        tryToken(text);
    else if (what == "claims")
        tryClaims(text);
    else if (what == "userinfo")
        tryUserinfo(text);
    else if (what == "tokens")
        tryTokens(text);
}

} // namespace latchkey::test
