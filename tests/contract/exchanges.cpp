#include "exchanges.h"

#include "foreignanswers.h"
#include "foreignrows.h"
#include "wire/aurora.h"
#include "wire/mmdl.h"
#include "wire/oneshot.h"
#include "wire/temporal/temporal.h"
#include "wire/wingspan/wingspan.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Get = HttpMethod::Get;
constexpr auto Post = HttpMethod::Post;
constexpr auto Put = HttpMethod::Put;
constexpr auto Delete = HttpMethod::Delete;

const QByteArray theirPassword = R"("password":"correct horse battery staple 7")";

HttpReply text(int status, const QByteArray &words, const QByteArray &type = "text/plain")
{
    return json(status, words, type);
}

HttpRequest typed(HttpMethod method, const QByteArray &path, const QByteArray &type,
                  const QByteArray &body)
{
    return {method, path, {}, {{"Content-Type", type}}, body};
}

QList<Exchange> auroras()
{
    const auto refused = [](int status, const QByteArray &words) {
        return json(status, R"({"success":false,"error":")" + words + "\"}");
    };
    const HttpReply malformed = refused(
        400, "One or more API parameters are malformed. Please check your request and try again");
    const HttpReply invalid = refused(401, "Invalid username, password, or access token");
    const HttpReply taken = refused(401, "Username or email already in use");
    const Row::Prepare joined = joinedBy([] { return wire::auroraWire(); });
    const QByteArray them = R"({"username":"<userName>",)" + theirPassword;
    QList<Exchange> all;
    for (int version = 2; version <= 11; ++version) {
        const QByteArray base = "/api/v" + QByteArray::number(version);
        const QByteArray name = "of version " + QByteArray::number(version);
        all << Exchange{"aurora",
                        "signUp",
                        "taken, " + name,
                        asked(Post, base + "/signup", them + R"(,"email":"<email>"})"),
                        version < 6 ? taken : malformed,
                        joined};
        all << Exchange{"aurora", "signIn", "unknown, " + name,
                        asked(Post, base + "/login", them + '}'), invalid};
        // Called without an argument.
        all << Exchange{"aurora", "signIn", "nothing, " + name,
                        typed(Post, base + "/login", "application/json", {}), malformed};
    }
    const HttpHeaders none{{"x-access-token", ""}};
    const HttpHeaders theirs{{"x-access-token", "<token>"}};
    all << Exchange{"aurora", "me", "an empty token", asked(Get, "/api/v11/user/info", {}, none),
                    invalid};
    all << Exchange{
        "aurora",       "editAccount",
        "a name alone", asked(Put, "/api/v7/user/info", R"({"username":"<userName>"})", theirs),
        malformed,      joined};
    return all;
}

QList<Exchange> oneShots()
{
    const auto refused = [](int status, const QByteArray &code) {
        return json(status, R"({"message":")" + code + "\"}");
    };
    const auto unread = [](const QByteArray &words) {
        return text(400, words, "text/plain; charset=utf-8");
    };
    const HttpHeaders theirs{{"Authorization", "Bearer <token>"}};
    const HttpHeaders lowerCase{{"Authorization", "bearer <token>"}};
    const Row::Prepare joined = joinedBy(wire::oneShotWire);
    return {
        {"oneshot", "signUp", "as Azuma has it",
         asked(Post, "/user/register", R"({"name":"<userName>",)" + theirPassword + '}'),
         json(201, R"({"token":"<uuid>"})")},
        {"oneshot", "signUp", "no JSON", typed(Post, "/users", "text/plain", "{}"),
         unread("Content type error")},
        {"oneshot", "signUp", "a name missing", asked(Post, "/users", "{}"),
         unread("Json deserialize error: missing field `name` at line 1 column 2")},
        {"oneshot", "signIn", "a name of another type",
         asked(Post, "/user/login", R"({"name":5,"password":"x"})"),
         unread("Json deserialize error: invalid type: integer `5`, expected a string at line 1 "
                "column 25")},
        {"oneshot", "showUser", "a word", asked(Get, "/user/ada", {}, theirs),
         refused(400, "BAD_REQUEST"), joined},
        {"oneshot", "showUser", "a word, of nobody", asked(Get, "/user/ada"),
         refused(401, "UNAUTHORIZED")},
        {"oneshot", "me", "a scheme in other letters", asked(Get, "/user/self", {}, lowerCase),
         refused(401, "UNAUTHORIZED"), joined},
        {"oneshot", {}, "another path", asked(Get, "/nowhere"), refused(404, "NOT_FOUND")},
        {"oneshot", {}, "another method", asked(Delete, "/user/login"), refused(404, "NOT_FOUND")},
    };
}

QList<Exchange> mmdls()
{
    const auto said = [](int status, const QByteArray &success, const QByteArray &message) {
        return json(status, R"({"success":)" + success + R"(,"data":{"message":)" + message + "}}",
                    "application/json; charset=utf-8");
    };
    const QByteArray no = R"("false")";
    const HttpReply noMethodThere = said(403, no, R"("INVALID_METHOD.")");
    const HttpReply noMethod = said(422, "false", R"("INVALID_METHOD")");
    const HttpReply noMethodInAWord = said(422, no, R"("INVALID_METHOD")");
    const HttpHeaders theirs{{"Authorization", "Basic <pair>"}};
    return {
        {"mmdl", "signIn", "another method", asked(Get, "/api/login"), noMethodThere},
        {"mmdl", "signIn", "broken JSON", asked(Post, "/api/login", "{"),
         text(400, "Invalid JSON")},
        {"mmdl", "signIn", "a path of its page, and no password",
         asked(Post, "/api/users/login", R"({"username":"ada"})"),
         said(422, "false", R"("REGISTER_FOR_A_PASSWORD")")},
        {"mmdl", "signUp", "another method", asked(Get, "/api/users/register"), noMethodInAWord},
        {"mmdl", "requestPasswordReset", "another method", asked(Delete, "/api/users/requestotp"),
         noMethod},
        {"mmdl", "resetPassword", "another method", asked(Get, "/api/users/modifypassword"),
         noMethod},
        {"mmdl", "me", "another method", asked(Post, "/api/users/info", "{}"), noMethod},
        {"mmdl", "me", "another method where one is looked at",
         asked(Post, "/api/auth/inbuilt/check", "{}"), noMethodThere},
        {"mmdl", "me", "only whether", asked(Get, "/api/auth/inbuilt/check", {}, theirs),
         said(200, "true", R"("LOGIN_OK")"), joinedBy(wire::mmdlWire)},
        {"mmdl", "describeServer", "whether others sign in", asked(Get, "/api/oauth/status"),
         said(200, "true", "false")},
        {"mmdl", "describeServer", "whether it is there", asked(Get, "/api/install/check"),
         said(200, "true", R"("")")},
    };
}

QList<Exchange> temporals()
{
    const HttpReply unknownPath = text(404, "404 page not found");
    HttpReply noScheme = json(401, R"({"code":401,"message":"invalid auth header"})");
    noScheme.headers.add("WWW-Authenticate", "JWT realm=temporal");
    const HttpHeaders lowerCase{{"Authorization", "bearer <token>"}};
    const Row::Prepare joined = joinedBy(wire::temporalWire);
    return {
        {"temporal", "signIn", "as its documents do",
         typed(Post, "/v2/auth/login", "text/plain",
               R"({"username":"<userName>",)" + theirPassword + '}'),
         json(200, R"({"expire":"<tomorrow>","token":"<jwt>"})"), joined},
        {"temporal", "signIn", "a form",
         typed(Post, "/v2/auth/login", "application/x-www-form-urlencoded",
               "username=ada&password=x"),
         text(400, R"({"code":400,"message":"Missing Username or Password"})",
              "text/plain; charset=utf-8")},
        {"temporal", "me", "a scheme in other letters",
         asked(Get, "/v2/account/token/username", {}, lowerCase), noScheme, joined},
        {"temporal", {}, "another path", asked(Get, "/v2/nowhere"), unknownPath},
        {"temporal", {}, "another method", asked(Delete, "/v2/auth/login"), unknownPath},
    };
}

QList<Exchange> wingspans()
{
    const auto refused = [](int status, const QByteArray &words) {
        return json(status, R"({"error":")" + words + "\"}");
    };
    // As its own program asks, which takes no body.
    const HttpHeaders anything{{"Accept", "*/*"}};
    const HttpHeaders theirs{{"Authorization", "Bearer <token>"}};
    const HttpReply begun{204, {{"Wingspan-Session", "<jwt>"}}, {}};
    const Row::Prepare joined = joinedBy(wire::wingspanWire);
    return {
        {"wingspan", "signIn", "by its own program",
         asked(Post, "/users/session", R"({"email":"<email>",)" + theirPassword + '}', anything),
         begun, joined},
        {"wingspan",
         "sessionByToken",
         "by its own program",
         asked(Get, "/users/session/token/<token>", {}, anything),
         {.status = 204},
         joined},
        {"wingspan", "sessionByToken", "of nobody",
         asked(Get, "/users/session/token/tok%2Fen%201", {}, anything),
         refused(403, "Session expired")},
        {"wingspan", "startPhoneVerification", "by a call",
         asked(Post, "/users/user/<helped>/verification/phone",
               R"({"channel":"PhoneCall","phone":"(410) 435-0691 x609"})", theirs),
         refused(422, "Unsupported channel"), joined},
        {"wingspan", {}, "another path", asked(Get, "/users/nowhere"), refused(404, "Not found")},
    };
}

} // namespace

const QList<Exchange> &exchanges()
{
    static const QList<Exchange> all = auroras() + oneShots() + mmdls() + temporals() + wingspans();
    return all;
}

Places placesOfExchange(const Scene &scene)
{
    Places all = placesOf(scene);
    all["pair"] = {scene.token.value_or(Secret()).reveal().toBase64()};
    all["uuid"] = {{}, "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"};
    all["jwt"] = {{}, R"([\w-]+\.[\w-]+\.[\w-]+)"};
    all["tomorrow"] = {momentOf(scene, std::chrono::days(1)).sample.replace(".000Z", "Z")};
    return all;
}

} // namespace latchkey::test
