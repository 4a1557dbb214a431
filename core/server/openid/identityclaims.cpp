#include "server/openid/identityclaims.h"

#include "base/jsonnode.h"
#include "base/textsafety.h"
#include "server/openid/refusals.h"

#include <algorithm>
#include <cmath>

namespace latchkey::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// How far clocks may be apart.
constexpr auto skew = 2min;
constexpr auto oldest = 24h;
constexpr qsizetype longestSubject = 255;
constexpr qsizetype longestEmail = 254;
constexpr qsizetype longestName = 200;
constexpr double lastSecond = 253'402'300'799; // of the year 9999

using OptionalText = std::optional<QString>;

Result<QString> textAt(const JsonNode &claims, const QString &name)
{
    return claims.member(name).and_then([](const JsonNode &node) { return node.text(); });
}

Result<OptionalText> optionalTextAt(const JsonNode &claims, const QString &name)
{
    return claims.optionalMember(name).and_then([](const auto &node) -> Result<OptionalText> {
        if (!node)
            return std::nullopt;
        return node->text().map([](const QString &text) { return OptionalText(text); });
    });
}

Result<Timestamp> momentFrom(const JsonNode &node)
{
    return node.number().and_then([&](double seconds) -> Result<Timestamp> {
        if (!(seconds >= 0 && seconds <= lastSecond))
            return failure(node.refuse(u"outOfRange"_s, {}));
        return Timestamp(std::chrono::milliseconds(std::llround(seconds * 1000)));
    });
}

Result<Timestamp> momentAt(const JsonNode &claims, const QString &name)
{
    return claims.member(name).and_then(momentFrom);
}

Result<Nothing> must(bool isSo, const QString &otherwise)
{
    if (!isSo)
        return failure(idTokenInvalid(otherwise));
    return Nothing();
}

/// Google's tokens say either (its own documentation); nobody else has two names.
bool isIssuer(const QString &said, const QString &issuer)
{
    return said == issuer ||
           (issuer == "https://accounts.google.com"_L1 && said == "accounts.google.com"_L1);
}

Result<QStringList> audienceIn(const JsonNode &claims)
{
    return claims.member(u"aud"_s).and_then([](const JsonNode &node) -> Result<QStringList> {
        if (const auto one = node.text())
            return QStringList{*one};
        return node.items().and_then([](const QList<JsonNode> &items) -> Result<QStringList> {
            QStringList all;
            for (const JsonNode &item : items) {
                const auto text = item.text();
                if (!text)
                    return failure(text.error());
                all << *text;
            }
            return all;
        });
    });
}

/// Meant for us alone, or also for others and given to us. Google gives one to a program that is
/// meant for its server: whom it was given to says nothing where it is meant for one.
Result<Nothing> checkAudience(const JsonNode &claims, const QString &client)
{
    const auto audience = audienceIn(claims);
    const auto party = optionalTextAt(claims, u"azp"_s);
    if (!audience || !party)
        return failure(audience ? party.error() : audience.error());
    return must(audience->contains(client) && (audience->size() == 1 || *party == client),
                u"meant for another client"_s);
}

/// When it is good no longer.
Result<Timestamp> endOf(const JsonNode &claims, Timestamp now)
{
    const auto expires = momentAt(claims, u"exp"_s);
    const auto issued = momentAt(claims, u"iat"_s);
    const auto begins = claims.optionalMember(u"nbf"_s).and_then(
        [&](const auto &node) { return node ? momentFrom(*node) : Result<Timestamp>(now); });
    for (const auto *each : {&expires, &issued, &begins}) {
        if (!*each)
            return failure(each->error());
    }
    return must(now < *expires + skew, u"expired"_s)
        .and_then([&](Nothing) { return must(*issued <= now + skew, u"from the future"_s); })
        .and_then([&](Nothing) { return must(now < *issued + oldest, u"too old"_s); })
        .and_then([&](Nothing) { return must(*begins <= now + skew, u"not valid yet"_s); })
        .map([&](Nothing) { return std::min<Timestamp>(*expires + skew, *issued + oldest); });
}

Result<Nothing> checkNonce(const JsonNode &claims, const OptionalText &expected)
{
    if (!expected)
        return Nothing();
    return textAt(claims, u"nonce"_s).and_then([&](const QString &said) {
        return must(Secret(said).matches(Secret(*expected)), u"another nonce"_s);
    });
}

/// That a provider was asked to have them sign in anew does not mean that it did.
Result<Nothing> checkSignIn(const JsonNode &claims, const ClaimsExpected &expected)
{
    if (!expected.signedInSince)
        return Nothing();
    const auto said = momentAt(claims, u"auth_time"_s);
    if (!said || *said > expected.now + skew)
        return failure(signInUndated());
    if (*said < *expected.signedInSince - skew)
        return failure(signInNotAnew());
    return Nothing();
}

Result<QString> subjectIn(const JsonNode &claims)
{
    return textAt(claims, u"sub"_s).and_then([](const QString &subject) -> Result<QString> {
        const bool isPlain =
            std::ranges::all_of(subject, [](QChar c) { return c >= u' ' && c <= u'~'; });
        if (subject.isEmpty() || subject.size() > longestSubject || !isPlain)
            return failure(idTokenInvalid(u"no usable subject"_s));
        return subject;
    });
}

/// Some write it as a text.
bool isTrue(const std::optional<JsonNode> &node)
{
    return node &&
           (node->boolean().value_or(false) || node->text().value_or(QString()) == "true"_L1);
}

/// What can't be used is as if it were not said.
OptionalText usable(const OptionalText &text, qsizetype longest)
{
    const bool isUsable = text && !isBlank(*text) && text->size() <= longest && !misleads(*text);
    return isUsable ? text : std::nullopt;
}

Result<SeenIdentity> withPerson(const JsonNode &claims, SeenIdentity seen)
{
    const auto email = optionalTextAt(claims, u"email"_s);
    const auto name = optionalTextAt(claims, u"name"_s);
    const auto verified = claims.optionalMember(u"email_verified"_s);
    for (const auto *each : {&email, &name}) {
        if (!*each)
            return failure(each->error());
    }
    seen.email = usable(*email, longestEmail);
    seen.isEmailVerified = seen.email && verified && isTrue(*verified);
    if (const auto said = usable(*name, longestName))
        seen.name = said;
    return seen;
}

Result<SeenIdentity> identityIn(const JsonNode &claims, const ClaimsExpected &expected)
{
    return textAt(claims, u"iss"_s)
        .and_then([&](const QString &said) {
            return must(isIssuer(said, expected.issuer), u"of another issuer"_s);
        })
        .and_then([&](Nothing) { return checkAudience(claims, expected.clientId); })
        .and_then([&](Nothing) { return checkNonce(claims, expected.nonce); })
        .and_then([&](Nothing) { return subjectIn(claims); })
        .and_then([&](const QString &subject) {
            return endOf(claims, expected.now).and_then([&](Timestamp end) {
                return withPerson(
                    claims, {.issuer = expected.issuer, .subject = subject, .tokenExpiresAt = end});
            });
        })
        .and_then([&](const SeenIdentity &seen) {
            return checkSignIn(claims, expected).map([&](Nothing) { return seen; });
        });
}

/// A reading that failed, in our own words; what we refused has them.
Error worded(const Error &why)
{
    const bool isOurs = why.kind == Error::Kind::Unauthorized || why.kind == Error::Kind::Forbidden;
    return isOurs ? why : idTokenInvalid(why);
}

} // namespace

Result<SeenIdentity> identityFrom(const QByteArray &claims, const ClaimsExpected &expected)
{
    return JsonNode::parse(claims)
        .and_then([&](const JsonNode &node) { return identityIn(node, expected); })
        .map_error(worded);
}

Fetch::Request userinfoRequest(const QString &address, const Secret &accessToken)
{
    QByteArray line = "Authorization: Bearer " + accessToken.reveal();
    Fetch::Request request{.url = address, .headers = {Secret(line)}};
    explicit_bzero(line.data(), static_cast<size_t>(line.size()));
    return request;
}

Result<SeenIdentity> completed(const SeenIdentity &seen, const Fetch::Answer &answer)
{
    if (answer.status >= 500 || answer.status == 429)
        return failure(
            providerUnreachable(u"about the person it answered %1"_s.arg(answer.status)));
    // It may be signed or encrypted instead, for those who asked for that.
    if (answer.status != 200 || answer.contentType != "application/json")
        return seen;
    return JsonNode::parse(answer.body.reveal())
        .and_then([&](const JsonNode &claims) {
            return subjectIn(claims)
                .and_then([&](const QString &subject) {
                    return must(subject == seen.subject, u"it told of another person"_s);
                })
                .and_then([&](Nothing) { return withPerson(claims, seen); });
        })
        .map_error(worded);
}

} // namespace latchkey::server
