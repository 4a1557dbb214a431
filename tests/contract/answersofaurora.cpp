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

/// Where nobody mails, no address is verified, and nothing may be used.
void quota(Table &table, const Foreign &foreign)
{
    using Op = api::ShowPlan;
    const auto make = [](const Scene &) { return Op(); };
    table
        .succeeds<Op>("usual", make,
                      [](Checks &checks, const api::Plan &plan, const Scene &) {
                          using api::Resource;
                          checks.same("tier", int(plan.tier), int(api::Tier::Unverified));
                          checks.isTrue("its meters",
                                        plan.meters == QList{api::Meter{Resource::Messages, 0, 0},
                                                             api::Meter{Resource::Speech, 0, 0}});
                      })
        .with(joinedBy(newest));
    guardsThere<Op>(table, foreign, make);
}

const std::vector<Row> &rows()
{
    static const Table table = [] {
        const Foreign foreign{.wire = newest,
                              .nobodysToken = Secret(QByteArray("TOK123")),
                              .taken = signUpRefused,
                              .weakPassword = signUpRefused,
                              .signUpClosed = signUpRefused,
                              .wrongPassword = wrongCredentials,
                              .unknownName = wrongCredentials,
                              .takenByAnother =
                                  Refusal{Kind::Rejected, 400, u"malformedRequest"_s}};
        Table begun;
        addForeign(begun, foreign);
        quota(begun, foreign);
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
              json(200, R"({"success":true})")}},
            {"showPlan/usual",
             {asked(HttpMethod::Get, "/api/v11/user/quota", {}, adas),
              json(200, R"({"success":true,"quotaUsed":0,"quotaMax":0,"ttsUsed":0,"ttsMax":0,
                        "planName":"unverified","isChristy":true})")}}};
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
