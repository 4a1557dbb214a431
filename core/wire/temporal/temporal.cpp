#include "wire/temporal/temporal.h"

#include "wire/jwt.h"
#include "wire/temporal/members.h"
#include "wire/temporal/parts.h"

namespace latchkey::wire {

using Kind = Error::Kind;
using api::field;
using api::fieldList;
using namespace temporal;

namespace {

struct Claims
{
    qint64 expiresAt;
    QString login;
    QString session;
    QString random;
    qint64 startedAt;
};

Secret tokenOf(const api::TokenFacts &facts)
{
    const auto seconds = [](Timestamp moment) {
        return qint64(std::chrono::floor<std::chrono::seconds>(moment).time_since_epoch().count());
    };
    constexpr auto claims =
        fieldList(field("exp", &Claims::expiresAt), field("id", &Claims::login),
                  field("jti", &Claims::random), field("orig_iat", &Claims::startedAt),
                  field("sid", &Claims::session));
    const QString random = QString::fromLatin1(facts.random.first(16).toBase64(
        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    return signedToken(facts, bodyOf(Claims{seconds(facts.expiresAt), facts.login,
                                            facts.session.text(), random, seconds(facts.startedAt)},
                                     claims));
}

Result<Secret> takeCredential(const HttpHeaders &headers)
{
    constexpr QByteArrayView scheme = "Bearer "; // in just these letters
    const QByteArray field = headers.value("Authorization");
    if (field.isEmpty())
        return failure(Error::of(Kind::Unauthorized, u"notSignedIn"_s));
    if (!field.startsWith(scheme) || field.size() == scheme.size())
        return failure(Error::of(Kind::Unauthorized, schemeUnknown));
    return Secret(field.sliced(scheme.size()));
}

/// What is counted here is no window of an hour: what was taken comes back little by little, and
/// `Reset` is when nothing is missing any more.
HttpHeaders commonFields(const Allowance &allowance)
{
    const auto wholeAt = std::chrono::ceil<std::chrono::seconds>(allowance.wholeAt);
    return {{"X-RateLimit-Limit", QByteArray::number(allowance.most)},
            {"X-RateLimit-Remaining", QByteArray::number(allowance.left)},
            {"X-RateLimit-Reset", QByteArray::number(qint64(wholeAt.time_since_epoch().count()))},
            {"Vary", "Origin"}};
}

} // namespace

Wire temporalWire()
{
    Wire wire;
    wire.name = u"temporal"_s;
    wire.prefix = prefix;
    wire.putCredential = [](HttpRequest &request, const Secret &token) {
        request.headers.add("Authorization", "Bearer " + token.reveal());
    };
    wire.takeCredential = takeCredential;
    wire.sessions.realm = "temporal";
    wire.sessions.makeToken = tokenOf;
    wire.sessions.checkToken = checkSigned;
    wire.sessions.firstLife = std::chrono::days(1);
    wire.sessions.isProlongedByUse = false;
    wire.sessions.renewableFor = std::chrono::days(1);
    wire.writeError = writeError;
    wire.readError = readError;
    wire.commonFields = commonFields;
    wire.isSuccess = [](int status) { return status == 200; };
    wire.basePath = u"/v2"_s;
    wire.addresses = {u"https://api.temporal.cloud"_s, u"https://dev.api.temporal.cloud"_s};
    knowEntering(wire);
    knowAccount(wire);
    knowCredits(wire);
    knowServer(wire);
    return wire;
}

} // namespace latchkey::wire
