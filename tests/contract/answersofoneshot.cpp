#include "foreignanswers.h"
#include "foreignrows.h"
#include "wire/oneshot.h"

/// Written from the page, and from the source of the server it comes from.
namespace latchkey::test {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

const Refusal malformed{Kind::Rejected, 400, u"malformedRequest"_s};
const Refusal taken{Kind::Conflict, 409, u"nameOrEmailTaken"_s};

void addShowing(Table &table)
{
    using Op = api::ShowUser;
    table
        .succeeds<Op>(
            "oneself", [](const Scene &scene) { return Op{scene.helped}; },
            [](Checks &checks, const api::UserCard &card, const Scene &scene) {
                checks.same("id", card.id.text(), scene.helped.text());
                checks.same("userName", card.userName.value_or(QString()), userNameOf(scene));
                checks.same("createdAt", toRfc3339(card.createdAt), toRfc3339(scene.now));
            })
        .with(joinedBy(wire::oneShotWire));
    table
        .refuses<Op>("userUnknown",
                     [](const Scene &) { return Op{api::UserId(u"usr_AAAAAAAAAAAAAAAAAAAAAQ"_s)}; },
                     {Kind::NotFound, 404, u"userUnknown"_s})
        .with(joinedBy(wire::oneShotWire));
}

void addDescribing(Table &table)
{
    using Op = api::DescribeServer;
    table.succeeds<Op>(
        "usual", [](const Scene &) { return Op(); },
        [](Checks &checks, const api::ServerDescription &server, const Scene &) {
            checks.same("name", server.name, u"Latchkey"_s);
            checks.same("wires", server.wires, {u"oneshot"_s});
        });
}

const std::vector<Row> &rows()
{
    static const Table table = [] {
        Table begun;
        addDescribing(begun);
        addForeign(begun,
                   {.wire = wire::oneShotWire,
                    .nobodysToken = Secret(QByteArray("c3b6f0b1-4a81-4ec8-800e-a2ad39f4d56e")),
                    .taken = taken,
                    .weakPassword = malformed,
                    .signUpClosed = {Kind::Forbidden, 403},
                    .wrongPassword = {Kind::Unauthorized, 403, u"wrongCredentials"_s},
                    .unknownName = {Kind::Unauthorized, 404, u"wrongCredentials"_s},
                    .takenByAnother = taken});
        addShowing(begun);
        return begun;
    }();
    return table.rows();
}

const HttpHeaders adas{{"Authorization", "Bearer lks_ada"}};

const QByteArray shown = R"({"onlinestatus":"AFK","id":"ee8e77d9-290e-4bb9-84a1-c2b7efb338df",
    "name":"ada","created_at":"2027-01-15T08:00:00.000000Z"})";

Answers answers()
{
    const QByteArray token = R"({"token":"318cd399-f47f-478f-8d09-c9c414c3750d"})";
    return {{"describeServer/usual",
             {asked(HttpMethod::Get, "/"),
              json(200, R"({"name":"Latchkey","version":"0.1.0","authors":["a","b"],
                        "license":"AGPL-3.0"})")}},
            {"signUp/usual",
             {asked(HttpMethod::Post, "/users",
                    R"({"name":"ada","email":"ada@example.com",
                    "password":"correct horse battery staple 7"})"),
              json(201, token)}},
            {"signIn/usual",
             {asked(HttpMethod::Post, "/user/login",
                    R"({"name":"ada","password":"correct horse battery staple 7"})"),
              json(200, token)}},
            {"me/usual", {asked(HttpMethod::Get, "/user/self", {}, adas), json(200, shown)}},
            {"editAccount/userName",
             {asked(HttpMethod::Patch, "/user/update",
                    R"({"name":"countess.ada","password":"correct horse battery staple 7"})", adas),
              json(200, R"({"id":"ee8e77d9-290e-4bb9-84a1-c2b7efb338df","name":"countess.ada",
                        "created_at":"2027-01-15T08:00:00.063095Z"})")}},
            {"showUser/oneself",
             {asked(HttpMethod::Get, "/user/ee8e77d9-290e-4bb9-84a1-c2b7efb338df", {}, adas),
              json(200, shown)}}};
}

HttpReply refusal(const Refusal &refusal)
{
    static const QHash<int, QByteArray> words{{400, "BAD_REQUEST"},
                                              {401, "UNAUTHORIZED"},
                                              {403, "FORBIDDEN"},
                                              {404, "NOT_FOUND"},
                                              {409, "ALREADY_EXISTS"}};
    return json(refusal.status, R"({"message":")" + words.value(refusal.status) + "\"}");
}

} // namespace

Column oneShotColumn()
{
    Column column = foreignColumn("oneshot", wire::oneShotWire, rows, answers(), refusal);
    column.scene.helped = api::UserId(u"usr_7o532SkOS7mEocK377M43w"_s);
    return column;
}

} // namespace latchkey::test
