#include "wire/mmdlwords.h"

#include "api/limitcodes.h"
#include "wire/problem.h"

#include <algorithm>

namespace latchkey::wire::mmdl {

using Kind = Error::Kind;

namespace {

constexpr QLatin1StringView wrongPassword("INVALID_PASSWORD");
constexpr QLatin1StringView noPassword("REGISTER_FOR_A_PASSWORD");
constexpr QLatin1StringView invalidInput("INVALID_INPUT");
constexpr QLatin1StringView invalidMethod("INVALID_METHOD");
constexpr QLatin1StringView invalidMethodThere("INVALID_METHOD.");
constexpr QLatin1StringView isThere("ERROR_LOGIN_WITH_PASSWORD");
constexpr QLatin1StringView closed("CANT_CREATE_USER");
constexpr QLatin1StringView nobody("ERROR_INVALID_USERNAME");
constexpr QLatin1StringView noEmail("ERROR_NO_EMAIL_SET");
constexpr QLatin1StringView notSent("ERROR_EMAIL_SENDING_FAILED");
constexpr QLatin1StringView wrongCode("ERROR_INVALID_OTP");
constexpr QLatin1StringView notSignedIn("PLEASE_LOGIN");
constexpr QLatin1StringView notAdmin("ONLY_ADMIN_CAN_REQUEST_GLOBAL");
constexpr QLatin1StringView mayNotDelete("ONLY_ADMIN_CAN_DELETE_USER");
constexpr QLatin1StringView mayNotSet("ONLY_ADMIN_CAN_SET_GLOBAL");
constexpr QLatin1StringView adminStays("CANT_DELETE_ADMIN");
constexpr QLatin1StringView trouble("ERROR_GENERIC");

constexpr std::array meanings{
    Meaning{wrongPassword, "wrongCredentials"_L1, Kind::Unauthorized},
    Meaning{noPassword, "malformedRequest"_L1, Kind::Rejected},
    Meaning{invalidInput, "malformedRequest"_L1, Kind::Rejected},
    Meaning{isThere, "nameOrEmailTaken"_L1, Kind::Conflict},
    Meaning{closed, "signUpClosed"_L1, Kind::Forbidden},
    Meaning{nobody, "userUnknown"_L1, Kind::NotFound},
    Meaning{noEmail, "emailUnverified"_L1, Kind::Conflict},
    Meaning{notSent, "noMail"_L1, Kind::Conflict},
    Meaning{wrongCode, "wrongCode"_L1, Kind::Rejected},
    Meaning{notSignedIn, "tokenUnknown"_L1, Kind::Unauthorized},
    Meaning{notAdmin, "roleTooLow"_L1, Kind::Forbidden},
    Meaning{mayNotDelete, "roleTooLow"_L1, Kind::Forbidden},
    Meaning{mayNotSet, "roleTooLow"_L1, Kind::Forbidden},
    Meaning{adminStays, "adminStays"_L1, Kind::Forbidden},
};

HttpReply refused(int status, QLatin1StringView message, Truth truth = Truth::Value)
{
    return said(status, false, QString(message), truth);
}

bool isTold(const Error &error)
{
    return error.kind == Kind::Server ||
           (error.kind == Kind::RateLimited && !api::limitsOneAct(error.code));
}

std::optional<HttpReply> unread(const Error &error)
{
    if (error.code != noJson)
        return std::nullopt;
    return HttpReply{
        .status = 400, .headers = {{"Content-Type", "text/plain"}}, .body = "Invalid JSON"};
}

/// Its entry says so in a way of its own, and who registers hears it in a word.
HttpReply refusedMethod(const Route &route)
{
    const bool isEntry =
        route.path == checkPath ||
        std::ranges::any_of(loginPaths, [&](const char *path) { return route.path == path; });
    if (isEntry)
        return refused(403, invalidMethodThere, Truth::Word);
    return refused(422, invalidMethod, route.path == registerPath ? Truth::Word : Truth::Value);
}

} // namespace

Error readError(const HttpReply &reply)
{
    const auto read = heard<QString>(reply);
    return errorOf(reply, read ? read->data.message : QString(), meanings);
}

bool isUnknownThere(const HttpReply &reply)
{
    const auto said = heard<QString>(reply);
    return reply.status == 404 || reply.status == 405 ||
           (said &&
            (said->data.message == invalidMethod || said->data.message == invalidMethodThere));
}

bool missesInput(const HttpReply &reply)
{
    const auto said = heard<QString>(reply);
    return reply.status == 422 && said && said->data.message == invalidInput;
}

HttpReply writeError(const Error &error, const Route &route)
{
    if (const auto reply = unread(error))
        return *reply;
    if (error.status == 405)
        return refusedMethod(route);
    switch (error.kind) {
    case Kind::Unauthorized:
    case Kind::StepUpNeeded:
        return refused(401, notSignedIn);
    case Kind::Forbidden:
        return refused(401, notAdmin);
    case Kind::RateLimited:
        return refused(429, trouble);
    case Kind::NotFound:
        return {.status = 404, .headers = {{"Content-Type", "text/html; charset=utf-8"}}};
    case Kind::Conflict:
    case Kind::Rejected:
        return refused(422, invalidInput);
    case Kind::Network:
    case Kind::Timeout:
    case Kind::Cancelled:
    case Kind::Server:
    case Kind::Protocol:
        return refused(problemStatus(error), trouble);
    }
    Q_UNREACHABLE();
}

HttpReply writeSignInError(const Error &error, const Route &route)
{
    if (isTold(error))
        return writeError(error, route);
    if (const auto reply = unread(error))
        return *reply;
    if (error.code == noPasswordSaid)
        return refused(422, noPassword);
    if (error.code == "malformedRequest"_L1)
        return refused(422, invalidInput, Truth::Word);
    return refused(401, wrongPassword, Truth::Word);
}

HttpReply writeSignUpError(const Error &error, const Route &route)
{
    if (isTold(error))
        return writeError(error, route);
    if (const auto reply = unread(error))
        return *reply;
    if (error.kind == Kind::Conflict)
        return refused(200, isThere);
    return error.kind == Kind::Forbidden ? refused(401, closed)
                                         : refused(422, invalidInput, Truth::Word);
}

HttpReply writeOtpError(const Error &error, const Route &route)
{
    if (error.kind == Kind::NotFound)
        return refused(403, nobody);
    if (error.code == "noMail"_L1 || api::limitsOneAct(error.code))
        return refused(500, notSent);
    return error.kind == Kind::Conflict ? refused(200, noEmail) : writeError(error, route);
}

HttpReply writeResetError(const Error &error, const Route &route)
{
    if (error.code == "wrongCode"_L1 || api::limitsOneAct(error.code))
        return refused(401, wrongCode);
    return writeError(error, route);
}

/// Whom nobody finds is gone, as was asked.
HttpReply writeRemovalError(const Error &error, const Route &route)
{
    if (error.kind == Kind::NotFound)
        return said(200, true, Nothing());
    if (error.kind != Kind::Forbidden)
        return writeError(error, route);
    return error.code == "adminStays"_L1 ? refused(405, adminStays) : refused(401, mayNotDelete);
}

HttpReply writeSettingError(const Error &error, const Route &route)
{
    return error.kind == Kind::Forbidden ? refused(401, mayNotSet) : writeError(error, route);
}

} // namespace latchkey::wire::mmdl
