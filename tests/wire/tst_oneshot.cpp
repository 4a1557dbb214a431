#include "recorded.h"
#include "support/testrunner.h"
#include "wire/oneshot.h"

#include "api/email.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::wire;
using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

const QByteArray theToken = R"({"token":"318cd399-f47f-478f-8d09-c9c414c3750d"})";
const QByteArray theCard =
    R"({"id":"ee8e77d9-290e-4bb9-84a1-c2b7efb338df","name":"azumax","created_at":"2021-03-28T14:39:40.063095Z"})";

api::SignIn signingIn()
{
    api::SignIn op;
    op.login = u"azuma"_s;
    op.password = Secret(QByteArray("neo"));
    return op;
}

api::SignUp signingUp()
{
    api::SignUp op;
    op.name = u"John Doe"_s;
    op.userName = u"John"_s;
    op.email = u"john.doe@oneshot.cam"_s;
    op.password = Secret(QByteArray("oneshot_secret"));
    return op;
}

HttpReply plain(int status, const QByteArray &body)
{
    return {
        .status = status, .headers = {{"Content-Type", "text/plain; charset=utf-8"}}, .body = body};
}

} // namespace

/// Against exchanges that neither of our sides wrote.
class OneShotTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAsThePageSays()
    {
        const Wire wire = oneShotWire();
        compareAsked(
            wire, signingUp(),
            {HttpMethod::Post, "/users",
             R"({"name":"John","email":"john.doe@oneshot.cam","password":"oneshot_secret"})"});
        compareAsked(wire, signingIn(),
                     {HttpMethod::Post, "/user/login", R"({"name":"azuma","password":"neo"})"});
        compareAsked(
            wire, api::EditAccount{.userName = u"azumax"_s, .password = Secret(QByteArray("neox"))},
            {HttpMethod::Patch, "/user/update", R"({"name":"azumax","password":"neox"})"});
        compareAsked(wire, api::EditAccount(), {HttpMethod::Patch, "/user/update", "{}"});
        compareAsked(wire, api::Me(), {HttpMethod::Get, "/user/self", {}});
        compareAsked(wire, api::DescribeServer(), {HttpMethod::Get, "/", {}});
        const auto shown = wire.read(told(200, theCard), api::ShowUser());
        QVERIFY(shown);
        compareAsked(wire, api::ShowUser{shown->id},
                     {HttpMethod::Get, "/user/ee8e77d9-290e-4bb9-84a1-c2b7efb338df", {}});
    }

    void readsWhatTheServersSay()
    {
        const Wire wire = oneShotWire();
        for (const int status : {200, 201}) {
            const auto begun = wire.read(told(status, theToken), signingUp());
            QVERIFY(begun);
            QCOMPARE(begun->signedIn->token.reveal(),
                     QByteArray("318cd399-f47f-478f-8d09-c9c414c3750d"));
            QCOMPARE(begun->signedIn->user.userName, u"John"_s);
        }
        const auto edited = wire.read(told(200, theCard), api::EditAccount());
        QVERIFY(edited);
        QCOMPARE(edited->userName, u"azumax"_s);
        QCOMPARE(toRfc3339(edited->createdAt), u"2021-03-28T14:39:40.063Z"_s);
        const auto server = wire.read(
            told(200, R"({"name":"azuma","version":"0.1.0","authors":["a"],"license":"MIT"})"),
            api::DescribeServer());
        QCOMPARE(server->version, u"0.1.0"_s);
        for (const QByteArray &body : {QByteArray(), QByteArray("<html>"), QByteArray("{}"),
                                       QByteArray(R"({"token":null})")})
            QCOMPARE(wire.read(told(200, body), signingIn()).error().kind, Kind::Protocol);
        QCOMPARE(wire.read(told(204, {}), signingIn()).error().kind, Kind::Protocol);
    }

    void readsTheirRefusals()
    {
        const Wire wire = oneShotWire();
        for (const auto &[status, code] :
             {std::pair(403, QByteArray("FORBIDDEN")), std::pair(404, QByteArray("NOT_FOUND"))}) {
            const Error wrong =
                wire.read(told(status, "{\"message\":\"" + code + "\"}"), signingIn()).error();
            QCOMPARE(wrong.kind, Kind::Unauthorized);
            QCOMPARE(wrong.code, u"wrongCredentials"_s);
        }
        const Error taken =
            wire.read(told(409, R"({"message":"ALREADY_EXISTS"})"), signingUp()).error();
        QCOMPARE(taken.kind, Kind::Conflict);
        QCOMPARE(taken.code, u"nameOrEmailTaken"_s);
        const Error gone = wire.read(told(401, R"({"message":"UNAUTHORIZED"})"), api::Me()).error();
        QCOMPARE(gone.code, u"tokenUnknown"_s);
        const Error unread = wire.read(plain(400, "Content type error"), signingIn()).error();
        QCOMPARE(unread.kind, Kind::Rejected);
        const Error large = wire.read(plain(413, "JSON payload (3000000 bytes) is larger than "
                                                 "allowed (limit: 2097152 bytes)."),
                                      signingIn())
                                .error();
        QCOMPARE(large.kind, Kind::Rejected);
    }

    void bodiesThatCanNotBeReadAreRefusedInPlainText()
    {
        const Wire wire = oneShotWire();
        const auto refused = [&wire](const QByteArray &type, const QByteArray &body) {
            const auto read = understood<api::SignIn>(wire, {.method = HttpMethod::Post,
                                                             .path = "/user/login",
                                                             .headers = {{"Content-Type", type}},
                                                             .body = body});
            return read ? HttpReply() : refusedOn<api::SignIn>(wire, read.error(), "/user/login");
        };
        const QByteArray readable = R"({"name":"a","password":"b","c":1})";
        const QByteArray wrongType = R"({"name":1,"password":"b"})";
        for (const char *type :
             {"application/json", "application/vnd.api+json", "Application/JSON; charset=utf-8"})
            QCOMPARE(refused(type, readable).status, 200);
        for (const char *type : {"", "text/plain", "json", "application/x-www-form-urlencoded"}) {
            const HttpReply reply = refused(type, "{}");
            QCOMPARE(reply.status, 400);
            QCOMPARE(reply.headers.value("Content-Type"), "text/plain; charset=utf-8");
            QCOMPARE(reply.body, QByteArray("Content type error"));
        }
        QCOMPARE(
            refused("application/json", "{\n\"name\":\"a\"}").body,
            QByteArray("Json deserialize error: missing field `password` at line 2 column 11"));
        QVERIFY(refused("application/json", "{").body.startsWith("Json deserialize error: "));
        for (const auto &[value, kind] : {std::pair("1", "integer `1`"),
                                          {"1.5", "floating point `1.5`"},
                                          {"true", "boolean `true`"},
                                          {"null", "null"},
                                          {"[]", "sequence"},
                                          {"{}", "map"}}) {
            QCOMPARE(refused("application/json", QByteArray(wrongType).replace('1', value)).body,
                     QByteArray("Json deserialize error: invalid type: ") + kind +
                         ", expected a string at line 1 column " +
                         QByteArray::number(wrongType.size() - 1 + qsizetype(qstrlen(value))));
        }
    }

    void azumaKnowsNoAddress()
    {
        const Wire wire = oneShotWire();
        const Recorded azuma{HttpMethod::Post, "/user/register",
                             R"({"name":"azuma","password":"neo"})"};
        const auto read = understood<api::SignUp>(wire, requestOf(azuma));
        QVERIFY(read);
        QVERIFY(api::isNobodys(read->email));
        QVERIFY(api::normalEmail(read->email));
        QVERIFY(read->email != understood<api::SignUp>(wire, requestOf(azuma))->email);
        const Recorded oneShot{HttpMethod::Post, "/users", azuma.body};
        QVERIFY(!understood<api::SignUp>(wire, requestOf(oneShot)));
    }

    void theTokenIsAUuidBehindItsScheme()
    {
        const Wire wire = oneShotWire();
        HttpRequest request;
        wire.putCredential(request, Secret(QByteArray("318cd399-f47f-478f-8d09-c9c414c3750d")));
        QCOMPARE(wire.takeCredential(request.headers)->reveal(),
                 QByteArray("318cd399-f47f-478f-8d09-c9c414c3750d"));
        for (const char *field :
             {"", "Bearer ", "Bearer lks_abc", "bearer 318cd399-f47f-478f-8d09-c9c414c3750d",
              "Bearer 318cd399f47f478f8d09c9c414c3750d"})
            QVERIFY(!wire.takeCredential({{"Authorization", field}}));
        const Secret made = wire.sessions.makeToken({.random = QByteArray(32, '\xff')});
        QCOMPARE(made.reveal(), QByteArray("ffffffff-ffff-4fff-bfff-ffffffffffff"));
    }
};

LATCHKEY_TEST(OneShotTest)

#include "tst_oneshot.moc"
