#include "wire/temporal/words.h"

#include "api/limitcodes.h"
#include "wire/problem.h"
#include "wire/words.h"

namespace latchkey::wire::temporal {

using Kind = Error::Kind;
using api::field;
using api::fieldList;

namespace {

constexpr QLatin1StringView wrongCredentials("Incorrect Username / Password");
constexpr QLatin1StringView missingCredentials("Missing Username or Password");
constexpr QLatin1StringView noToken("auth header empty");
constexpr QLatin1StringView noBearer("invalid auth header");
constexpr QLatin1StringView noJwt("token contains an invalid number of segments");
constexpr QLatin1StringView forged("signature is invalid");
constexpr QLatin1StringView expired("Token is expired");
constexpr QLatin1StringView expiredAtRefresh("Token is expired.");
constexpr QLatin1StringView notAllowed("You don't have permission to access.");
constexpr QLatin1StringView notAdmin("user is not an administrator");
constexpr QLatin1StringView nameTaken("username is already taken");
constexpr QLatin1StringView emailTaken("email address already taken");
constexpr QLatin1StringView emailWithPlus("emails must not contain + signs, this is to prevent "
                                          "abuse of catch all routing");
constexpr QLatin1StringView nameWithAt("usernames cant contain @ sign");
constexpr QLatin1StringView nobody("unable to find username");
constexpr QLatin1StringView linkExpired("token is expired");
constexpr QLatin1StringView linkOfAnother("username from claim does not match expected user of ");

constexpr auto refusalBody = fieldList(field("response", &Words::text));
constexpr auto refusalOfTokenBody = fieldList(field("message", &Words::text));

constexpr std::array meanings{
    Meaning{wrongCredentials, "wrongCredentials"_L1},
    Meaning{missingCredentials, "malformedRequest"_L1},
    Meaning{noToken, "tokenUnknown"_L1},
    Meaning{noBearer, "tokenUnknown"_L1},
    Meaning{noJwt, "tokenUnknown"_L1},
    Meaning{forged, "tokenUnknown"_L1},
    Meaning{expired, "sessionEnded"_L1},
    Meaning{expiredAtRefresh, "sessionEnded"_L1},
    Meaning{notAllowed, "roleTooLow"_L1},
    Meaning{notAdmin, "roleTooLow"_L1},
    Meaning{nameTaken, "userNameTaken"_L1, Kind::Conflict},
    Meaning{emailTaken, "emailTaken"_L1, Kind::Conflict},
    Meaning{emailWithPlus, "emailInvalid"_L1},
    Meaning{nameWithAt, "userNameInvalid"_L1},
    Meaning{notJoined, "signUpRefused"_L1},
    Meaning{notVerified, "wrongCode"_L1},
    Meaning{linkExpired, "wrongCode"_L1},
    Meaning{notChanged, "wrongPassword"_L1},
    Meaning{noCredits, "creditsUnknown"_L1, Kind::NotFound},
    Meaning{noUsage, "planUnknown"_L1, Kind::NotFound},
    Meaning{notUpgraded, "planUpgraded"_L1, Kind::Conflict},
    Meaning{nobody, "userUnknown"_L1, Kind::NotFound},
    Meaning{unreachable, "emailUnverified"_L1, Kind::Conflict},
};

HttpReply plain(int status, const QByteArray &text)
{
    return {.status = status, .headers = {{"Content-Type", "text/plain"}}, .body = text};
}

template <class Text, class Body>
HttpReply refused(int status, const Text &text, const Body &body)
{
    const auto code = fieldList(told(
        "code", [status](const auto &) { return qint64(status); },
        [](auto &, qint64) { return true; }));
    return reply(status, bodyOf(Words{text}, std::tuple_cat(code, body)));
}

HttpReply refusedToken(int status, QLatin1StringView text)
{
    HttpReply refusal = refused(status, text, refusalOfTokenBody);
    if (status == 401)
        refusal.headers.add("WWW-Authenticate", "JWT realm=temporal");
    return refusal;
}

QLatin1StringView aboutToken(const Error &error)
{
    if (error.code == "notSignedIn"_L1)
        return noToken;
    if (error.code == schemeUnknown)
        return noBearer;
    if (error.code == "tokenMalformed"_L1)
        return noJwt;
    return error.code == "tokenForged"_L1 ? forged : expired;
}

/// What an operation has words for; anything else is what it says when it fails.
QString aboutInput(const Error &error, QLatin1StringView otherwise)
{
    if (error.code == absent)
        return error.field + u" not present"_s;
    if (error.code == "linkOfAnother"_L1)
        return linkOfAnother + error.detail;
    static const QHash<QString, QLatin1StringView> words{
        {u"userNameTaken"_s, nameTaken}, {u"emailTaken"_s, emailTaken},
        {plusInEmail, emailWithPlus},    {atInName, nameWithAt},
        {u"userUnknown"_s, nobody},      {u"emailUnverified"_s, unreachable},
        {u"linkForged"_s, forged},       {u"linkExpired"_s, linkExpired}};
    return words.value(error.code, otherwise);
}

HttpReply refuse(const Error &error, QLatin1StringView otherwise)
{
    switch (error.kind) {
    case Kind::Unauthorized:
    case Kind::StepUpNeeded:
        return refusedToken(401, aboutToken(error));
    case Kind::Forbidden:
        if (otherwise.isEmpty())
            return refusedToken(403, notAllowed);
        break;
    case Kind::RateLimited:
        if (!api::limitsOneAct(error.code))
            return plain(429, "Limit exceeded");
        break;
    case Kind::NotFound:
    case Kind::Rejected:
        if (error.code == "pathUnknown"_L1 || error.status == 405)
            return plain(404, "404 page not found");
        break;
    case Kind::Conflict:
        break;
    case Kind::Network:
    case Kind::Timeout:
    case Kind::Cancelled:
    case Kind::Server:
    case Kind::Protocol: {
        HttpReply trouble = refused(problemStatus(error), error.code, refusalBody);
        if (error.retryAfter)
            trouble.headers.add("Retry-After",
                                QByteArray::number(qint64(error.retryAfter->count())));
        return trouble;
    }
    }
    return refused(400, aboutInput(error, otherwise), refusalBody);
}

} // namespace

/// As its own server writes texts, for pages in browsers.
HttpReply reply(int status, QByteArray json)
{
    return jsonReply(status,
                     json.replace('&', "\\u0026").replace('<', "\\u003c").replace('>', "\\u003e"));
}

HttpReply writeError(const Error &error, const Route &)
{
    return refuse(error, {});
}

WriteError failing(QLatin1StringView otherwise)
{
    return [otherwise](const Error &error, const Route &) { return refuse(error, otherwise); };
}

/// It tells nobody more than that they are wrong, and words what it can't read in a form of its
/// own.
HttpReply writeSignInError(const Error &error, const Route &)
{
    if (error.code == absent) {
        HttpReply unread = refused(400, missingCredentials, refusalOfTokenBody);
        unread.headers.set("Content-Type", "text/plain; charset=utf-8");
        return unread;
    }
    const bool isTold = error.kind == Kind::Server ||
                        (error.kind == Kind::RateLimited && !api::limitsOneAct(error.code));
    return isTold ? refuse(error, {}) : refusedToken(401, wrongCredentials);
}

HttpReply writeRefreshError(const Error &error, const Route &)
{
    const bool isOver = error.kind == Kind::Conflict || error.kind == Kind::StepUpNeeded ||
                        error.code == "sessionEnded"_L1; // or it was renewed long since
    return isOver ? refusedToken(401, expiredAtRefresh) : refuse(error, {});
}

HttpReply writeFiguresError(const Error &error, const Route &)
{
    return error.kind == Kind::Forbidden ? refused(403, notAdmin, refusalBody) : refuse(error, {});
}

Error readError(const HttpReply &reply)
{
    const QString words = wordsOf(reply, refusalBody);
    return errorOf(reply, words.isEmpty() ? wordsOf(reply, refusalOfTokenBody) : words, meanings);
}

} // namespace latchkey::wire::temporal
