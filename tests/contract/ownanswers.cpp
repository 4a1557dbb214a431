#include "ownanswers.h"

namespace latchkey::test::own {

namespace {

const QByteArray theSession = R"({"id":"ses_1","kind":"device","device":{"label":"Ada's laptop",
    "program":"Contract 1","system":"None"},"address":"127.0.0.1","proof":"%proof%",
    "startedAt":"2027-01-15T08:00:00.000Z","lastActiveAt":"2027-01-15T09:00:00+01:00",
    "provenAt":"2027-01-15T08:00:00Z","expiresAt":"2027-01-29T08:00:00.000Z",
    "current":true,"reviewed":%reviewed%})";

const QByteArray authorization = "Bearer lks_ada";

} // namespace

QByteArray session(const QByteArray &proof)
{
    // Only signing up is no sign-in from a device that is known.
    return QByteArray(theSession)
        .replace("%proof%", proof)
        .replace("%reviewed%", proof == "signUp" ? "false" : "true");
}

QByteArray signedIn(const QByteArray &token, const QByteArray &proof)
{
    return R"({"token":")" + token + R"(","user":)" + theUser + R"(,"session":)" + session(proof) +
           '}';
}

QByteArray challenge(const QByteArray &factors)
{
    return R"({"challenge":{"id":"chl_1","factors":[)" + factors +
           R"(],"expiresAt":"2027-01-15T08:05:00.000Z"}})";
}

QByteArray sentTo(const QByteArray &to)
{
    return R"({"expiresAt":"2027-01-15T08:05:00.000Z","resendAt":"2027-01-15T08:01:00Z","to":")" +
           to + R"("})";
}

HttpReply json(const QByteArray &body)
{
    return {200, {{"Content-Type", "application/json"}}, body};
}

HttpRequest get(const QByteArray &path, const QByteArray &query)
{
    return {HttpMethod::Get, path, query, {{"Authorization", authorization}}, {}};
}

HttpRequest drop(const QByteArray &path)
{
    return {HttpMethod::Delete, path, {}, {{"Authorization", authorization}}, {}};
}

HttpRequest post(const QByteArray &path, const QByteArray &body)
{
    return {HttpMethod::Post,
            path,
            {},
            {{"Authorization", authorization}, {"Content-Type", "application/json"}},
            body};
}

HttpRequest patch(const QByteArray &path, const QByteArray &body)
{
    HttpRequest request = post(path, body);
    request.method = HttpMethod::Patch;
    return request;
}

HttpRequest put(const QByteArray &path, const QByteArray &body)
{
    HttpRequest request = post(path, body);
    request.method = HttpMethod::Put;
    return request;
}

HttpRequest publicly(HttpMethod method, const QByteArray &path, const QByteArray &body)
{
    HttpRequest request{method, path, {}, {}, body};
    if (method != HttpMethod::Get)
        request.headers.add("Content-Type", "application/json");
    return request;
}

} // namespace latchkey::test::own
