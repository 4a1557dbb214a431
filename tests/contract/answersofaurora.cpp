#include "foreignanswers.h"
#include "foreignrows.h"
#include "wire/aurora.h"

/// Written from what the vendor's own clients send and take.
namespace latchkey::test {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

const Refusal signUpRefused{Kind::Rejected, 400, u"signUpRefused"_s};
const Refusal taken{Kind::Conflict, 401, u"nameOrEmailTaken"_s};
const Refusal wrongCredentials{Kind::Unauthorized, 401, u"wrongCredentials"_s};

wire::Wire newest()
{
    return wire::auroraWire();
}

wire::Wire published()
{
    return wire::auroraWire(wire::auroraPublished);
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

Foreign newestForeign()
{
    return {.wire = newest,
            .nobodysToken = Secret(QByteArray("TOK123")),
            .taken = signUpRefused,
            .weakPassword = signUpRefused,
            .signUpClosed = signUpRefused,
            .wrongPassword = wrongCredentials,
            .unknownName = wrongCredentials,
            .takenByAnother = Refusal{Kind::Rejected, 400, u"malformedRequest"_s}};
}

const std::vector<Row> &rows()
{
    static const Table table = [] {
        const Foreign foreign = newestForeign();
        Table begun;
        addForeign(begun, foreign);
        quota(begun, foreign);
        return begun;
    }();
    return table.rows();
}

const std::vector<Row> &publishedRows()
{
    static const Table table = [] {
        Foreign foreign = newestForeign();
        foreign.wire = published;
        foreign.taken = taken;
        foreign.takenByAnother.reset(); // it can't be edited there
        Table begun;
        addForeign(begun, foreign);
        return begun;
    }();
    return table.rows();
}

const HttpHeaders adas{{"x-access-token", "lks_ada"}};

const HttpReply begun = json(200, R"({"success":true,"accessToken":"<accessToken>"})");

Written signingUp(const QByteArray &path)
{
    return {asked(HttpMethod::Post, path, R"({"username":"ada","email":"ada@example.com",
                  "password":"correct horse battery staple 7"})"),
            begun};
}

Written signingIn(const QByteArray &path)
{
    return {asked(HttpMethod::Post, path,
                  R"({"username":"ada","password":"correct horse battery staple 7"})"),
            begun};
}

Answers answers()
{
    return {{"signUp/usual", signingUp("/api/v11/signup")},
            {"signIn/usual", signingIn("/api/v11/login")},
            {"me/usual",
             {asked(HttpMethod::Get, "/api/v11/user/info", {}, adas),
              json(200, R"({"success":true,"username":"<userName>","email":"<email>",
                        "autoExecuteTts":false,"preferredTtsCharacter":0})")}},
            {"editAccount/userName",
             {asked(HttpMethod::Put, "/api/v11/user/info",
                    R"({"username":"countess.ada","email":"ada@example.com","autoExecuteTts":false,
                    "password":"correct horse battery staple 7"})",
                    adas),
              json(200, R"({"success":true})")}},
            {"showPlan/usual",
             {asked(HttpMethod::Get, "/api/v11/user/quota", {}, adas),
              json(200, R"({"success":true,"quotaUsed":0,"quotaMax":0,"ttsUsed":0,"ttsMax":0,
                        "planName":"unverified","isChristy":false})")}}};
}

Places places(const Scene &scene)
{
    Places all = placesOf(scene);
    all["accessToken"] = {"abcdefghijABCDEFGHIJ0123456789abcdefghijABCDEFGH", "[0-9a-f]{48}"};
    return all;
}

HttpReply said(int status, const QByteArray &text)
{
    return json(status, R"({"success":false,"error":")" + text + "\"}");
}

HttpReply refusal(const Row &row)
{
    if (row.refusal->kind == Kind::Conflict)
        return said(401, "Username or email already in use");
    if (row.refusal->status == 401)
        return said(401, "Invalid username, password, or access token");
    return said(
        400, "One or more API parameters are malformed. Please check your request and try again");
}

const QHash<QByteArray, QStringList> needed{
    {"signUp", {u"accessToken"_s}},
    {"signIn", {u"accessToken"_s}},
    {"me", {u"username"_s, u"email"_s}},
    {"showPlan", {u"quotaUsed"_s, u"quotaMax"_s, u"ttsUsed"_s, u"ttsMax"_s, u"planName"_s}}};

} // namespace

Column auroraColumn()
{
    return foreignColumn({.name = "aurora",
                          .wire = newest,
                          .rows = rows,
                          .answers = answers(),
                          .refusal = refusal,
                          .places = places,
                          .needed = needed});
}

Column publishedAuroraColumn()
{
    return foreignColumn({.name = "aurora3",
                          .wire = published,
                          .rows = publishedRows,
                          .answers = {{"signUp/usual", signingUp("/api/v2/signup")},
                                      {"signIn/usual", signingIn("/api/v3/login")}},
                          .refusal = refusal,
                          .places = places,
                          .needed = needed});
}

} // namespace latchkey::test
