#include "wire/wingspan/wingspan.h"

#include "api/tokens.h"
#include "wire/jwt.h"
#include "wire/wingspan/parts.h"
#include "wire/wingspan/requests.h"
#include "wire/wingspan/words.h"

#include <QUrl>

namespace latchkey::wire {

using namespace Qt::StringLiterals;
using namespace wingspan;

namespace {

const Route showToken{HttpMethod::Get, "/users/session/token/{id}"};
const Route endToken{HttpMethod::Delete, "/users/session/token/{id}"};

Translation<api::SessionByToken> sessionByToken()
{
    using Op = api::SessionByToken;
    Translation<Op> how{.routes = {showToken}};
    how.writeRequest = [](const Op &op) {
        return jsonRequest(HttpMethod::Get, showToken.fill({{u"id"_s, op.token.revealText()}}));
    };
    how.readRequest = [](const HttpRequest &, const PathParameters &parameters) {
        return Op{Secret(parameters.value(u"id"_s))};
    };
    how.writeReply = [](const api::OwnedSession &owned, const HttpRequest &asked) {
        if (!namesJson(asked))
            return nothing(); // no session was made
        SessionValue value = sessionValue(owned.session, owned.user);
        value.token = Secret(QUrl::fromPercentEncoding(asked.path.split('/').last()));
        return sessionReply(value, asked);
    };
    how.readReply = [](const HttpReply &reply, const Op &) {
        return readSession(reply).map([](const SessionValue &value) {
            return api::OwnedSession{api::UserId(value.userId.value_or(QString())),
                                     sessionOf(value)};
        });
    };
    how.writeError = writeTokenError;
    return how;
}

Translation<api::EndSessionByToken> endSessionByToken()
{
    using Op = api::EndSessionByToken;
    Translation<Op> how{.routes = {endToken}};
    how.writeRequest = [](const Op &op) {
        return jsonRequest(HttpMethod::Delete, endToken.fill({{u"id"_s, op.token.revealText()}}));
    };
    how.readRequest = [](const HttpRequest &, const PathParameters &parameters) {
        return Op{Secret(parameters.value(u"id"_s))};
    };
    answersNothing(how);
    how.writeError = writeTokenError;
    return how;
}

/// For a client only: a server can't tell it from ending any other.
Translation<api::SignOut> signOut()
{
    using Op = api::SignOut;
    Translation<Op> how;
    how.writeRequest = [](const Op &) {
        return jsonRequest(HttpMethod::Delete, QByteArray("/users/session/token/") + ownToken);
    };
    answersNothing(how);
    return how;
}

Secret tokenOf(const api::TokenFacts &facts)
{
    struct Claims
    {
        Timestamp expiration;
        qint64 issuedAt;
        QString random;
        QString session;
        SessionType type;
        QString user;
    };
    constexpr auto claims =
        fieldList(field("expiration", &Claims::expiration), field("iat", &Claims::issuedAt),
                  field("jti", &Claims::random), field("sessionId", &Claims::session),
                  field("sessionType", &Claims::type), field("userId", &Claims::user));
    const auto seconds =
        std::chrono::floor<std::chrono::seconds>(facts.madeAt).time_since_epoch().count();
    const QString random = QString::fromLatin1(facts.random.first(16).toBase64(
        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    return signedToken(facts,
                       bodyOf(Claims{facts.expiresAt, qint64(seconds), random, facts.session.text(),
                                     SessionType::User, facts.user.text()},
                              claims));
}

/// The secrets of API sessions are what they are on our own wire.
Result<Nothing> checkToken(QByteArrayView token, const api::TokenSigner &signer, Timestamp now)
{
    return token.startsWith("lk_") ? Result<Nothing>() : checkSigned(token, signer, now);
}

void putCredential(HttpRequest &request, const Secret &token)
{
    request.headers.add("Authorization", "Bearer " + token.reveal());
    request.path.replace(ownToken, token.reveal().toPercentEncoding());
    const auto user = sessionOfToken(token.reveal()).userId;
    for (const QByteArrayView own : {QByteArrayView(ownAccount), QByteArrayView(ownAccounts)}) {
        const QByteArrayView path = request.path;
        const bool isOwn = path == own || (path.startsWith(own) && path[own.size()] == '/');
        if (isOwn && user) {
            constexpr qsizetype me = 2; // characters
            request.path.replace(own.size() - me, me, user->toUtf8().toPercentEncoding());
            break;
        }
    }
}

} // namespace

Wire wingspanWire()
{
    Wire wire;
    wire.name = u"wingspan"_s;
    wire.prefix = "/wingspan";
    wire.putCredential = putCredential;
    wire.takeCredential = [](const HttpHeaders &headers) -> Result<Secret> {
        const QByteArray token = bearer(headers);
        if (token.isEmpty())
            return failure(Error::of(Error::Kind::Unauthorized, u"notSignedIn"_s));
        return Secret(token);
    };
    wire.accountActedIn = accountInHeader;
    wire.addresses = {u"https://api.wingspan.app"_s, u"https://stagingapi.wingspan.app"_s};
    wire.sessions.realm = "wingspan";
    wire.sessions.makeToken = tokenOf;
    wire.sessions.checkToken = checkToken;
    wire.sessions.isProlongedByUse = false;
    wire.writeError = writeError;
    wire.readError = readError;
    wire.isSuccess = [](int status) { return status == 200 || status == 204; };
    knowAccounts(wire);
    knowOthers(wire);
    knowEntering(wire);
    knowProviders(wire);
    wire.knows<api::SessionByToken>(sessionByToken());
    wire.knows<api::EndSessionByToken>(endSessionByToken());
    wire.knows<api::SignOut>(signOut());
    knowVerification(wire);
    knowApiSessions(wire);
    knowGrants(wire);
    knowAuthorizations(wire);
    knowOrganisations(wire);
    return wire;
}

} // namespace latchkey::wire
