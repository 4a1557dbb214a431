#include "wire/wingspan/words.h"

#include "api/limitcodes.h"
#include "wire/problem.h"
#include "wire/words.h"

namespace latchkey::wire::wingspan {

using Kind = Error::Kind;
using api::field;
using api::fieldList;

namespace {

constexpr QLatin1StringView sessionExpired("Session expired");
constexpr QLatin1StringView unauthorized("Unauthorized");
constexpr QLatin1StringView wrongCredentials("Invalid email or password");
constexpr QLatin1StringView emailTaken("User for email already exists");
constexpr QLatin1StringView otpRequired("OTP verification required");
constexpr QLatin1StringView wrongCode("Invalid verification code");
constexpr QLatin1StringView notAllowed("Forbidden");
constexpr QLatin1StringView notFound("Not found");
constexpr QLatin1StringView weakPassword("Password is too weak");
constexpr QLatin1StringView noPhone("Phone verification is not available");
constexpr QLatin1StringView noChannel("Unsupported channel");
constexpr QLatin1StringView tooMany("Too many requests");

/// Its words are the same for one act that is limited and for whoever asks too often at all. We
/// tell them apart beside these: else a client of ours would stop asking for anything.
constexpr auto limitHeader = "Wingspan-Limit";

/// `error` is what its older pages show, `message` what the newer do.
constexpr auto refusalBody = fieldList(field("error", &Words::text));
constexpr auto newerBody = fieldList(field("message", &Words::text));

constexpr std::array meanings{
    Meaning{sessionExpired, "sessionEnded"_L1, Kind::Unauthorized},
    Meaning{unauthorized, "tokenUnknown"_L1},
    Meaning{wrongCredentials, "wrongCredentials"_L1},
    Meaning{emailTaken, "emailTaken"_L1, Kind::Conflict},
    Meaning{otpRequired, "stepUpNeeded"_L1, Kind::StepUpNeeded},
    Meaning{wrongCode, "wrongCode"_L1, Kind::Rejected},
    Meaning{notAllowed, "roleTooLow"_L1},
    Meaning{weakPassword, "passwordTooWeak"_L1, Kind::Rejected},
};

HttpReply refused(int status, const QString &text)
{
    return jsonReply(status, bodyOf(Words{text}, refusalBody));
}

/// What is told by its code alone, whatever its kind.
std::optional<HttpReply> known(const QString &code)
{
    struct Said
    {
        int status;
        QLatin1StringView text;
    };
    static const QHash<QString, Said> all{{u"wrongCredentials"_s, {401, wrongCredentials}},
                                          {u"emailTaken"_s, {409, emailTaken}},
                                          {u"sessionEnded"_s, {403, sessionExpired}},
                                          {u"wrongCode"_s, {400, wrongCode}},
                                          {u"passwordTooWeak"_s, {400, weakPassword}},
                                          {u"noTexts"_s, {422, noPhone}},
                                          {channelUnknown, {422, noChannel}}};
    const auto said = all.constFind(code);
    return said == all.cend() ? std::nullopt : std::optional(refused(said->status, said->text));
}

/// The member that is wrong is named, and what is wrong with it by our word for it.
QString aboutInput(const Error &error)
{
    return error.field.isEmpty() ? error.code : QString(error.field + u": "_s + error.code);
}

} // namespace

HttpReply writeError(const Error &error, const Route &)
{
    if (const auto reply = known(error.code))
        return *reply;
    switch (error.kind) {
    case Kind::Unauthorized:
        return refused(401, unauthorized);
    case Kind::StepUpNeeded:
        return refused(403, otpRequired);
    case Kind::Forbidden:
        return refused(403, notAllowed);
    case Kind::NotFound:
        return refused(404, notFound);
    case Kind::Conflict:
        return refused(409, error.code);
    case Kind::Rejected:
        return refused(error.status == 405 ? 405 : 400, aboutInput(error));
    case Kind::RateLimited:
    case Kind::Network:
    case Kind::Timeout:
    case Kind::Cancelled:
    case Kind::Server:
    case Kind::Protocol:
        break;
    }
    HttpReply reply =
        refused(problemStatus(error), error.kind == Kind::RateLimited ? tooMany : error.code);
    if (error.retryAfter)
        reply.headers.add("Retry-After", QByteArray::number(qint64(error.retryAfter->count())));
    if (error.kind == Kind::RateLimited && api::limitsOneAct(error.code))
        reply.headers.add(limitHeader, error.code.toLatin1());
    return reply;
}

HttpReply writeTokenError(const Error &error, const Route &route)
{
    return error.kind == Kind::NotFound ? refused(403, sessionExpired) : writeError(error, route);
}

Error readError(const HttpReply &reply)
{
    const QString words = wordsOf(reply, refusalBody);
    Error error = errorOf(reply, words.isEmpty() ? wordsOf(reply, newerBody) : words, meanings);
    const QString limit = QString::fromLatin1(reply.headers.value(limitHeader));
    if (error.kind == Kind::RateLimited && api::limitsOneAct(limit))
        error.code = limit;
    return error;
}

} // namespace latchkey::wire::wingspan
