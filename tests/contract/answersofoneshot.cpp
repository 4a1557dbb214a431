#include "foreignanswers.h"
#include "foreignrows.h"
#include "wire/oneshot.h"

#include <QUuid>

/// Written from the page, and from the source of the server it comes from.
namespace latchkey::test {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

const Refusal malformed{Kind::Rejected, 400, u"malformedRequest"_s};
const Refusal taken{Kind::Conflict, 409, u"nameOrEmailTaken"_s};

const api::UserId nobody(u"usr_AAAAAAAAAAAAAAAAAAAAAQ"_s);

void addShowing(Table &table, const Foreign &foreign)
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
        .refuses<Op>("userUnknown", [](const Scene &) { return Op{nobody}; },
                     {Kind::NotFound, 404, u"userUnknown"_s})
        .with(joinedBy(wire::oneShotWire));
    guardsThere<Op>(table, foreign, [](const Scene &) { return Op{nobody}; });
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
        const Foreign foreign{.wire = wire::oneShotWire,
                              .nobodysToken =
                                  Secret(QByteArray("c3b6f0b1-4a81-4ec8-800e-a2ad39f4d56e")),
                              .taken = taken,
                              .weakPassword = malformed,
                              .signUpClosed = {Kind::Forbidden, 403},
                              .wrongPassword = {Kind::Unauthorized, 403, u"wrongCredentials"_s},
                              .unknownName = {Kind::Unauthorized, 404, u"wrongCredentials"_s},
                              .takenByAnother = taken};
        Table begun;
        addDescribing(begun);
        addForeign(begun, foreign);
        addShowing(begun, foreign);
        return begun;
    }();
    return table.rows();
}

const HttpHeaders adas{{"Authorization", "Bearer lks_ada"}};

const QByteArray shown = R"({"onlinestatus":"OFFLINE","id":"<uuid>","name":"<userName>",
    "created_at":"<createdAt>"})";

Answers answers()
{
    const QByteArray token = R"({"token":"<newUuid>"})";
    return {{"describeServer/usual",
             {asked(HttpMethod::Get, "/"), json(200, R"({"name":"Latchkey","version":"<version>",
                        "authors":["The Latchkey founders"],"license":"MIT"})")}},
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
              json(200, R"({"id":"<uuid>","name":"countess.<userName>",
                        "created_at":"<createdAt>"})")}},
            {"showUser/oneself",
             {asked(HttpMethod::Get, "/user/ee8e77d9-290e-4bb9-84a1-c2b7efb338df", {}, adas),
              json(200, shown)}}};
}

/// By which it calls whoever the scene is about.
QByteArray uuidOf(const api::UserId &id)
{
    const auto bits =
        QByteArray::fromBase64(id.text().section(u'_', 1).toLatin1(),
                               QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return QUuid::fromRfc4122(bits).toByteArray(QUuid::WithoutBraces);
}

Places places(const Scene &scene)
{
    Places all = placesOf(scene);
    all["uuid"] = {uuidOf(scene.helped)};
    all["newUuid"] = {"318cd399-f47f-478f-8d09-c9c414c3750d",
                      "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"};
    all["createdAt"] = {momentOf(scene, {}).sample.replace("Z", "000Z")}; // microseconds
    all["version"] = {"0.1.0", R"(\d+\.\d+\.\d+)"};
    return all;
}

HttpReply refusal(const Row &row)
{
    static const QHash<int, QByteArray> words{{400, "BAD_REQUEST"},
                                              {401, "UNAUTHORIZED"},
                                              {403, "FORBIDDEN"},
                                              {404, "NOT_FOUND"},
                                              {409, "ALREADY_EXISTS"}};
    return json(row.refusal->status, R"({"message":")" + words.value(row.refusal->status) + "\"}");
}

const QStringList account{u"id"_s, u"name"_s, u"created_at"_s};

} // namespace

Column oneShotColumn()
{
    Scene scene;
    scene.helped = api::UserId(u"usr_7o532SkOS7mEocK377M43w"_s);
    return foreignColumn(
        {.name = "oneshot",
         .wire = wire::oneShotWire,
         .rows = rows,
         .scene = scene,
         .answers = answers(),
         .refusal = refusal,
         .places = places,
         .needed = {{"describeServer", {u"name"_s, u"version"_s, u"authors"_s, u"license"_s}},
                    {"signUp", {u"token"_s}},
                    {"signIn", {u"token"_s}},
                    {"me", account},
                    {"editAccount", account},
                    {"showUser", account}}});
}

} // namespace latchkey::test
