#include "wireways.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

HttpReply page(int status, const QByteArray &type, const QByteArray &text)
{
    return {status, {{"Content-Type", type}}, text};
}

HttpReply text(int status, const QByteArray &words)
{
    return page(status, "text/plain; charset=utf-8", words);
}

/// As most of them call it.
HttpReply json(int status, const QByteArray &body)
{
    return page(status, "application/json; charset=utf-8", body);
}

/// An answer that can't be read, and where.
Refusal unread(const QString &code, const QString &field)
{
    return {Kind::Protocol, 200, code, field};
}

const Refusal wrongCredentials{Kind::Unauthorized, 401, u"wrongCredentials"_s};

HttpReply with(HttpReply reply, const QByteArray &name, const QByteArray &value)
{
    reply.headers.add(name, value);
    return reply;
}

QList<WireWay> ours()
{
    const QByteArray problem = "application/problem+json";
    const auto refused = [&](int status, const QByteArray &body) {
        return page(status, problem, body);
    };
    return {
        {"me/usual", "success in a word", json(200, R"({"success":"true"})"),
         unread(u"missingField"_s, u"id"_s)},
        {"me/usual", "a problem of other types",
         refused(400, R"({"code":7,"field":[],"detail":{},"status":"400"})"),
         Refusal{Kind::Rejected, 400}},
        {"me/usual", "a problem that is a list", refused(403, "[]"), Refusal{Kind::Forbidden, 403}},
        {"me/usual", "a problem with another status", refused(401, R"({"status":200})"),
         Refusal{Kind::Unauthorized, 401}},
        {"me/usual", "a wait that is none", with(refused(503, "{}"), "Retry-After", "soon"),
         Refusal{Kind::Server, 503}},
        {"me/usual", "a wait before now", with(refused(503, "{}"), "Retry-After", "-7"),
         Refusal{Kind::Server, 503}},
        {"me/usual", "too often, at once again", with(refused(429, "{}"), "Retry-After", "0"),
         Refusal{.kind = Kind::RateLimited, .status = 429, .saysWhen = true}},
    };
}

QList<WireWay> auroras()
{
    const QByteArray quota =
        R"({"success":false,"error":"You have exceeded your Message/TTS quota. To send more messages, please upgrade your plan or wait until your subscription renews."})";
    const QByteArray limited =
        R"({"statusCode":429,"error":"Too Many Requests","message":"Rate limit exceeded"})";
    const QByteArray invalid =
        R"({"success":false,"error":"Invalid username, password, or access token"})";
    const Refusal tooOften{.kind = Kind::RateLimited, .status = 429, .saysWhen = true};
    return {
        {"signIn/usual", "no success said", json(200, R"({"accessToken":"abc"})")},
        {"signIn/usual", "more said", json(200, R"({"accessToken":"abc","userId":7})")},
        {"signIn/usual", "success in a word", json(200, R"({"success":"true","accessToken":"a"})"),
         unread(u"wrongType"_s, u"success"_s)},
        {"signIn/usual", "no success, and a token",
         json(200, R"({"success":false,"accessToken":"abc"})"),
         unread(u"unknownValue"_s, u"success"_s)},
        {"signIn/usual", "a refusal with 200", json(200, invalid),
         unread(u"unknownValue"_s, u"success"_s)},
        {"signIn/usual", "no token", json(200, R"({"success":true})"),
         unread(u"missingField"_s, u"accessToken"_s)},
        {"signIn/usual", "an empty token", json(200, R"({"success":true,"accessToken":""})"),
         unread(u"empty"_s, u"accessToken"_s)},
        {"signIn/usual", "a token of another type",
         json(200, R"({"success":true,"accessToken":48})"),
         unread(u"wrongType"_s, u"accessToken"_s)},
        {"signIn/usual", "a token of two lines",
         json(200, R"({"success":true,"accessToken":"abc\r\nx-admin: 1"})"),
         unread(u"controlCharacter"_s, u"accessToken"_s)},
        {"signIn/usual", "a token with 201", json(201, R"({"success":true,"accessToken":"a"})"),
         Refusal{Kind::Protocol, 201}},
        {"signIn/usual", "its text in capitals",
         json(401, R"({"success":false,"error":"INVALID USERNAME, PASSWORD, OR ACCESS TOKEN"})"),
         Refusal{Kind::Unauthorized, 401}},
        {"signIn/usual", "no success said, and its text",
         json(401, R"({"error":"Invalid username, password, or access token"})"), wrongCredentials},
        {"signIn/usual", "the quota", json(429, quota),
         Refusal{Kind::RateLimited, 429, u"quotaExceeded"_s}},
        {"signIn/usual", "too often", with(json(429, limited), "Retry-After", "7"), tooOften},
        {"signUp/usual", "taken, by 401",
         json(401, R"({"success":false,"error":"Username or email already in use"})"),
         Refusal{Kind::Conflict, 401, u"nameOrEmailTaken"_s}},
        {"me/usual", "no success said", json(200, R"({"username":"ada","email":"a@example.com"})")},
        {"me/usual", "answers are spoken",
         json(200, R"({"autoExecuteTts":true,"email":"a@example.com","username":"ada"})")},
        {"me/usual", "no address", json(200, R"({"success":true,"username":"ada"})"),
         unread(u"missingField"_s, u"email"_s)},
        {"me/usual", "a name of another type",
         json(200, R"({"success":true,"username":7,"email":"a@example.com"})"),
         unread(u"wrongType"_s, u"username"_s)},
        {"me/usual", "a session that has ended", json(401, invalid),
         Refusal{Kind::Unauthorized, 401, u"tokenUnknown"_s}},
    };
}

QList<WireWay> publishedAuroras()
{
    return {
        {"signIn/usual", "no success said", json(200, R"({"accessToken":"abc"})")},
        {"signUp/usual", "a refusal with 200",
         json(200, R"({"success":false,"error":"Username or email already in use"})"),
         unread(u"unknownValue"_s, u"success"_s)},
        {"signUp/usual", "too often", with(json(429, "{}"), "Retry-After", "7"),
         Refusal{.kind = Kind::RateLimited, .status = 429, .saysWhen = true}},
    };
}

QList<WireWay> oneShots()
{
    const QByteArray id = R"("id":"ee8e77d9-290e-4bb9-84a1-c2b7efb338df",)";
    const QByteArray since = R"(,"created_at":"2027-01-15T08:00:00Z")";
    return {
        {"signUp/usual", "200", json(200, R"({"token":"318cd399"})")},
        {"signIn/usual", "201", json(201, R"({"token":"318cd399"})")},
        {"signIn/usual", "202", json(202, R"({"token":"318cd399"})"), Refusal{Kind::Protocol, 202}},
        {"signIn/usual", "no token", json(200, "{}"), unread(u"missingField"_s, u"token"_s)},
        {"signIn/usual", "a token of null", json(200, R"({"token":null})"),
         unread(u"missingField"_s, u"token"_s)},
        {"signIn/usual", "a token of another type", json(200, R"({"token":[1]})"),
         unread(u"wrongType"_s, u"token"_s)},
        {"signIn/usual", "a token of two lines", json(200, R"({"token":"a\nb"})"),
         unread(u"controlCharacter"_s, u"token"_s)},
        {"signIn/usual", "unknown name", json(404, R"({"message":"NOT_FOUND"})"),
         Refusal{Kind::Unauthorized, 404, u"wrongCredentials"_s}},
        {"signIn/usual", "wrong password", json(403, R"({"message":"FORBIDDEN"})"),
         Refusal{Kind::Unauthorized, 403, u"wrongCredentials"_s}},
        {"signIn/usual", "a text for a broken body",
         text(400, "Json deserialize error: missing field `name` at line 1 column 2"),
         Refusal{Kind::Rejected, 400}},
        {"signIn/usual", "a text for a large body",
         text(413, "JSON payload (3 bytes) is larger than allowed (limit: 2 bytes)."),
         Refusal{Kind::Rejected, 413}},
        {"signUp/usual", "taken", json(409, R"({"message":"ALREADY_EXISTS"})"),
         Refusal{Kind::Conflict, 409, u"nameOrEmailTaken"_s}},
        {"me/usual", "in another order, and there",
         json(200,
              '{' + id + R"("onlinestatus":"AFK","created_at":"2027-01-15T09:00:00.063095+01:00",
            "name":"ada"})")},
        {"me/usual", "no presence", json(200, '{' + id + R"("name":"ada")" + since + '}')},
        {"me/usual", "an id that is none", json(200, R"({"id":"1","name":"ada")" + since + '}'),
         unread(u"unknownValue"_s, u"id"_s)},
        {"me/usual", "a moment that is none",
         json(200, '{' + id + R"("name":"ada","created_at":"yesterday"})"),
         unread(u"unknownValue"_s, u"created_at"_s)},
        {"me/usual", "no name", json(200, '{' + id + R"("x":1)" + since + '}'),
         unread(u"missingField"_s, u"name"_s)},
        {"me/usual", "trouble", json(500, R"({"message":"INTERNAL_SERVER_ERROR"})"),
         Refusal{Kind::Server, 500}},
        {"me/usual", "a session that has ended", json(401, R"({"message":"UNAUTHORIZED"})"),
         Refusal{Kind::Unauthorized, 401, u"tokenUnknown"_s}},
    };
}

QList<WireWay> mmdls()
{
    const auto said = [](int status, const QByteArray &success, const QByteArray &message) {
        return json(status, R"({"success":)" + success + R"(,"data":{"message":)" + message + "}}");
    };
    const QByteArray yes = R"("true")";
    const QByteArray no = R"("false")";
    const QByteArray pair = R"({"userhash":"aa","ssid":"bb"})";
    return {
        {"signIn/usual", "success as a value", said(200, "true", pair)},
        {"signIn/usual", "success in another word", said(200, R"("yes")", pair),
         unread(u"unknownValue"_s, u"success"_s)},
        {"signIn/usual", "success as a number", said(200, "1", pair),
         unread(u"wrongType"_s, u"success"_s)},
        {"signIn/usual", "no success, and a session", said(200, no, pair),
         Refusal{Kind::Protocol, 200}},
        {"signIn/usual", "half a session", said(200, yes, R"({"userhash":"aa"})"),
         unread(u"missingField"_s, u"data.message.ssid"_s)},
        {"signIn/usual", "an empty session", said(200, yes, R"({"userhash":"aa","ssid":""})"),
         unread(u"empty"_s, u"data.message.ssid"_s)},
        {"signIn/usual", "a text for a session", said(200, yes, R"("LOGIN_OK")"),
         unread(u"wrongType"_s, u"data.message"_s)},
        {"signIn/usual", "no data", json(200, R"({"success":"true"})"),
         unread(u"missingField"_s, u"data"_s)},
        {"signIn/usual", "a refusal with 200", said(200, no, R"("INVALID_PASSWORD")"),
         Refusal{Kind::Unauthorized, 200, u"wrongCredentials"_s}},
        {"signIn/usual", "no password yet", said(422, "false", R"("REGISTER_FOR_A_PASSWORD")"),
         Refusal{Kind::Rejected, 422, u"malformedRequest"_s}},
        {"signIn/usual", "broken JSON", text(400, "Invalid JSON"), Refusal{Kind::Rejected, 400}},
        {"signIn/usual", "another path",
         page(404, "text/html; charset=utf-8", "<!DOCTYPE html><html></html>"),
         Refusal{Kind::NotFound, 404}},
        {"signUp/usual", "success in a word", said(200, yes, R"("USER_INSERT_OK")")},
        {"signUp/usual", "taken, with 200", said(200, "false", R"("ERROR_LOGIN_WITH_PASSWORD")"),
         Refusal{Kind::Conflict, 200, u"nameOrEmailTaken"_s}},
        {"signUp/usual", "too long a name",
         page(500, "text/html; charset=utf-8", "<!DOCTYPE html><html></html>"),
         Refusal{Kind::Server, 500}},
        {"me/usual", "success in a word",
         said(200, yes, R"({"username":"ada","email":"ada@example.com"})")},
        {"me/usual", "with the hash of a password",
         said(200, "true",
              R"({"users_id":1,"username":"ada","email":"ada@example.com","password":"$2b$10$",
                  "created":"1800000000","level":"0","userhash":"aa","mobile":null,"id":"11",
                  "expires":null,"session_token":null,"name":null,"email_verified":null,
                  "emailVerified":null,"image":null})")},
        {"listPreferences/none", "other settings, and without a value",
         said(200, "true",
              R"({"user":[{"settings_id":3,"name":"theme","userid":"17","global":null,
                  "value":null}]})")},
        {"listPreferences/administrators", "others of the server",
         said(200, "true", R"({"admin":[{"settings_id":1,"name":"GLOBAL_OTHER","userid":null,
              "global":"1","value":null}]})")},
        {"listAccounts/usual", "a number that is missing",
         said(200, "true", R"([{"username":"a*a","level":"1"}])"),
         unread(u"missingField"_s, u"data.message[0].users_id"_s)},
        {"showServerSettings/usual", "nobody set it", said(200, "true", "null")},
        {"me/usual", "null", said(200, "true", "null"),
         unread(u"missingField"_s, u"data.message"_s)},
        {"me/usual", "a session that has ended", said(401, no, R"("PLEASE_LOGIN")"),
         Refusal{Kind::Unauthorized, 401, u"tokenUnknown"_s}},
        {"describeServer/usual", "a word for a value", said(200, "true", yes),
         unread(u"wrongType"_s, u"data.message"_s)},
        {"describeServer/usual", "no success, and a value", said(200, "false", "true"),
         Refusal{Kind::Protocol, 200}},
        {"resetPassword/usual", "trouble, with details",
         json(500, R"({"success":false,"data":{"message":"ERROR_PASSWORD_RESET_FAILED",)"
                   R"("details":{"code":"x"}}})"),
         Refusal{Kind::Server, 500}},
    };
}

QList<WireWay> temporals()
{
    const auto done = [](const QByteArray &code, const QByteArray &response) {
        return json(200, R"({"code":)" + code + R"(,"response":)" + response + '}');
    };
    const QByteArray expire = R"("expire":"2027-01-16T08:00:00Z")";
    return {
        {"signIn/usual", "another zone",
         json(200, R"({"expire":"2027-01-16T16:00:00+08:00","token":"a.b.c"})")},
        {"signIn/usual", "a code beside it",
         json(200, R"({"code":200,"token":"a.b.c",)" + expire + '}')},
        {"signIn/usual", "a moment without a zone",
         json(200, R"({"expire":"2027-01-16T08:00:00","token":"a.b.c"})"),
         unread(u"unknownValue"_s, u"expire"_s)},
        {"signIn/usual", "seconds for a moment",
         json(200, R"({"expire":1800000000,"token":"a.b.c"})"),
         unread(u"wrongType"_s, u"expire"_s)},
        {"signIn/usual", "no end", json(200, R"({"token":"a.b.c"})"),
         unread(u"missingField"_s, u"expire"_s)},
        {"signIn/usual", "no token", json(200, '{' + expire + '}'),
         unread(u"missingField"_s, u"token"_s)},
        {"signIn/usual", "a token of two lines", json(200, R"({"token":"a.b\nc",)" + expire + '}'),
         unread(u"controlCharacter"_s, u"token"_s)},
        {"signIn/usual", "nothing", json(200, {}), unread(u"malformedJson"_s, {})},
        {"signIn/usual", "JSON as a text",
         text(400, R"({"code":400,"message":"Missing Username or Password"})"),
         Refusal{Kind::Rejected, 400, u"malformedRequest"_s}},
        {"signIn/usual", "wrong, by response",
         json(401, R"({"code":401,"response":"Incorrect Username / Password"})"), wrongCredentials},
        {"signUp/usual", "as its own server made it",
         done("200", R"({"ID":249,"CreatedAt":"2019-03-09T06:27:39.180443Z",
              "UpdatedAt":"2019-03-09T06:27:39.257956756Z","DeletedAt":null,"UserName":"ada",
              "EmailAddress":"ada@example.com","Credits":99999999.5,
              "CustomerObjectHash":"zdpuAnUGSDoNQoHQ2jpjhPePHEvg26mYLsAAGxr4jkzCWUpde",
              "Organization":"","Status":"by continuing"})")},
        {"showCredits/none", "no point", done("200", "0")},
        {"signUp/usual", "two documents",
         json(400, R"({"code":400,"response":"username is already taken"}{"code":400})"),
         Refusal{Kind::Rejected, 400}},
        {"signUp/usual", "nothing", json(200, {}), unread(u"malformedJson"_s, {})},
        {"changePassword/usual", "nothing", json(200, {}), unread(u"malformedJson"_s, {})},
        {"changePassword/usual", "another code", done("400", R"("failed to change password")"),
         unread(u"unknownValue"_s, u"code"_s)},
        {"me/usual", "a code in a text", done(R"("200")", R"("ada")"),
         unread(u"wrongType"_s, u"code"_s)},
        {"me/usual", "no code", json(200, R"({"response":"ada"})"),
         unread(u"missingField"_s, u"code"_s)},
        {"me/usual", "null", done("200", "null"), unread(u"missingField"_s, u"response"_s)},
        {"me/usual", "a list", done("200", R"(["ada"])"), unread(u"wrongType"_s, u"response"_s)},
        {"me/usual", "message for response", json(200, R"({"code":200,"message":"ada"})"),
         unread(u"missingField"_s, u"response"_s)},
        {"me/usual", "ended, by message",
         with(json(401, R"({"code":401,"message":"Token is expired"})"), "WWW-Authenticate",
              "JWT realm=temporal"),
         Refusal{Kind::Unauthorized, 401, u"sessionEnded"_s}},
        {"me/usual", "too often", text(429, "Limit exceeded"), Refusal{Kind::RateLimited, 429}},
        {"me/usual", "no such page", text(404, "404 page not found"), Refusal{Kind::NotFound, 404}},
        {"me/usual", "only by https",
         with(page(301, "text/html", {}), "Location",
              "https://127.0.0.1/v2/account/token/username"),
         Refusal{Kind::Protocol, 301}},
        {"renewSession/usual", "no token, with 500", json(500, {}), Refusal{Kind::Server, 500}},
        {"renewSession/usual", "over", json(401, R"({"code":401,"message":"Token is expired."})"),
         Refusal{Kind::Unauthorized, 401, u"sessionEnded"_s}},
    };
}

QList<WireWay> wingspans()
{
    const QByteArray end = R"("expiration":"2027-01-29T08:00:00.000Z")";
    const auto session = [&end](const QByteArray &more) {
        return json(200, '{' + end + R"(,"sessionType":"User")" + more + '}');
    };
    return {
        {"signIn/usual", "a token that says nothing", session(R"(,"token":"abc")")},
        {"signIn/usual", "a token in a header", {204, {{"Wingspan-Session", "abc"}}, {}}},
        {"signIn/usual",
         "nothing with 204",
         {204, {}, {}},
         Refusal{Kind::Protocol, 204, u"emptyReply"_s}},
        {"signIn/usual", "no token", session({}), unread(u"missingField"_s, u"token"_s)},
        {"signIn/usual", "a token of null", session(R"(,"token":null)"),
         unread(u"missingField"_s, u"token"_s)},
        {"signIn/usual", "a token of two lines", session(R"(,"token":"a\r\nb")"),
         unread(u"controlCharacter"_s, u"token"_s)},
        {"signIn/usual", "an end that is none",
         json(200, R"({"expiration":"never","sessionType":"User","token":"abc"})"),
         unread(u"wrongType"_s, u"expiration"_s)},
        {"signIn/usual", "no end", json(200, R"({"sessionType":"User","token":"abc"})"),
         unread(u"missingField"_s, u"expiration"_s)},
        {"signIn/usual", "201", json(201, R"({"token":"abc"})"), Refusal{Kind::Protocol, 201}},
        {"signIn/usual", "wrong, by message",
         json(401, R"({"code":401,"message":"Invalid email or password"})"), wrongCredentials},
        {"me/usual", "as its own server shows it",
         json(200, R"({"createdAt":"2027-01-15T08:00:00.000Z","email":"ada@example.com",
        "emailVerificationState":{"emailPendingVerification":null},
        "eventActors":{"create":"usr_1","update":null},"intercomUserHash":"5f8a","id":"usr_1",
        "isPasswordSet":true,"labels":{"a":"b"},"notificationSettings":{"newsletters":true},
        "organizationAssociation":null,"phone":{},
        "profile":{"dob":null,"firstName":"ada","gender":"Female"},
        "settings":{"userAccountType":"member"},"status":"Active","tag":"","userId":"usr_1",
        "updatedAt":"2027-01-15T08:00:00.000Z","userRoles":{"ownerIds":["usr_1"],"viewerIds":[]}})")},
        {"signIn/usual", "labels, and those of nobody",
         session(R"(,"labels":null,"userId":null,"token":"abc")")},
        {"signUp/usual", "taken, by 400", json(400, R"({"error":"User for email already exists"})"),
         Refusal{Kind::Conflict, 400, u"emailTaken"_s}},
        {"me/usual", "ended", json(403, R"({"error":"Session expired"})"),
         Refusal{Kind::Unauthorized, 403, u"sessionEnded"_s}},
        {"me/usual", "ended, by message", json(403, R"({"code":403,"message":"Session expired"})"),
         Refusal{Kind::Unauthorized, 403, u"sessionEnded"_s}},
        {"me/usual", "too often", with(json(429, R"({"error":"Rate limit"})"), "Retry-After", "7"),
         Refusal{.kind = Kind::RateLimited, .status = 429, .saysWhen = true}},
        {"signOut/usual", "a body", json(200, R"({"success":true})"),
         unread(u"unexpectedBody"_s, {})},
        {"signOut/usual", "200 without a body", {200, {}, {}}, unread(u"unexpectedBody"_s, {})},
    };
}

} // namespace

QList<WireWay> waysOf(const QByteArray &column)
{
    static const QHash<QByteArray, QList<WireWay>> all{
        {"own", ours()},          {"aurora", auroras()}, {"aurora3", publishedAuroras()},
        {"oneshot", oneShots()},  {"mmdl", mmdls()},     {"temporal", temporals()},
        {"wingspan", wingspans()}};
    return all.value(column);
}

} // namespace latchkey::test
