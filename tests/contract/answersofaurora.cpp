#include "foreignanswers.h"
#include "foreignrows.h"
#include "wire/aurora.h"

/// Written from what the vendor's own clients send and take.
namespace latchkey::test {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

const Refusal signUpRefused{Kind::Rejected, 400, u"signUpRefused"_s};
const Refusal wrongCredentials{Kind::Unauthorized, 401, u"wrongCredentials"_s};

wire::Wire newest()
{
    return wire::auroraWire();
}

const std::vector<Row> &rows()
{
    static const Table table = [] {
        Table begun;
        addForeign(begun, {.wire = newest,
                           .nobodysToken = Secret(QByteArray("TOK123")),
                           .taken = signUpRefused,
                           .weakPassword = signUpRefused,
                           .signUpClosed = signUpRefused,
                           .wrongPassword = wrongCredentials,
                           .unknownName = wrongCredentials,
                           .takenByAnother = Refusal{Kind::Rejected, 400, u"malformedRequest"_s}});
        return begun;
    }();
    return table.rows();
}

const HttpHeaders adas{{"x-access-token", "lks_ada"}};

Answers answers()
{
    const HttpReply token = json(
        200,
        R"({"success":true,"accessToken":"abcdefghijABCDEFGHIJ0123456789abcdefghijABCDEFGH"})");
    return {{"signUp/usual",
             {asked(HttpMethod::Post, "/api/v11/signup",
                    R"({"username":"ada","email":"ada@example.com",
                    "password":"correct horse battery staple 7"})"),
              token}},
            {"signIn/usual",
             {asked(HttpMethod::Post, "/api/v11/login",
                    R"({"username":"ada","password":"correct horse battery staple 7"})"),
              token}},
            {"me/usual",
             {asked(HttpMethod::Get, "/api/v11/user/info", {}, adas),
              json(200, R"({"success":true,"username":"ada","email":"ada@example.com",
                        "autoExecuteTts":true})")}},
            {"editAccount/userName",
             {asked(HttpMethod::Put, "/api/v11/user/info",
                    R"({"username":"countess.ada","email":"ada@example.com","autoExecuteTts":false,
                    "password":"correct horse battery staple 7"})",
                    adas),
              json(200, R"({"success":true})")}}};
}

HttpReply refusal(const Refusal &refusal)
{
    return json(
        refusal.status,
        refusal.status == 401
            ? R"({"success":false,"error":"Invalid username, password, or access token"})"
            : R"({"success":false,"error":"One or more API parameters are malformed. Please check your request and try again"})");
}

} // namespace

Column auroraColumn()
{
    return foreignColumn("aurora", newest, rows, answers(), refusal);
}

} // namespace latchkey::test
