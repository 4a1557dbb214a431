#include "recorded.h"
#include "support/testrunner.h"
#include "wire/mmdl.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::wire;
using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

api::SignIn signingIn()
{
    api::SignIn op;
    op.login = u"ada"_s;
    op.password = Secret(QByteArray("pw"));
    return op;
}

HttpRequest sent(const QByteArray &path, const QByteArray &type, const QByteArray &body)
{
    return {.method = HttpMethod::Post,
            .path = path,
            .headers = {{"Content-Type", type}},
            .body = body};
}

template <api::Operation Op>
HttpReply refusedAt(const HttpRequest &request)
{
    const Wire wire = mmdlWire();
    const auto read = understood<Op>(wire, request);
    return read ? HttpReply() : refusedOn<Op>(wire, read.error(), request.path);
}

} // namespace

/// Against exchanges that neither of our sides wrote.
class MmdlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAsItsPageHasItWhereItsServerDoesNot()
    {
        const Wire wire = mmdlWire();
        const auto said = [](int status, const QByteArray &message) {
            return told(status, QByteArray(R"({"success":false,"data":{"message":"?"}})").replace("?", message));
        };
        const HttpReply nothing{.status = 404, .headers = {{"Content-Type", "text/html"}}};
        api::SignIn signIn;
        signIn.login = u"ada"_s;
        signIn.password = Secret(QByteArray("pw"));
        const auto &entry = wire.translation<api::SignIn>()->otherwise;
        QCOMPARE(entry(signIn, nothing)->path, QByteArray("/api/users/login"));
        QCOMPARE(entry(signIn, nothing)->body, QByteArray(R"({"username":"ada","password":"pw"})"));
        QVERIFY(!entry(signIn, said(401, "INVALID_PASSWORD")));
        QVERIFY(!entry(signIn, said(422, "INVALID_INPUT")));
        QVERIFY(!entry(signIn, said(500, "ERROR_GENERIC")));

        const api::RequestPasswordReset request{.email = {}, .login = u"ada b"_s};
        const auto &asking = wire.translation<api::RequestPasswordReset>()->otherwise;
        for (const HttpReply &reply : {nothing, told(405, {}), said(422, "INVALID_METHOD")}) {
            const auto other = asking(request, reply);
            QVERIFY(other);
            QCOMPARE(other->method, HttpMethod::Post);
            QCOMPARE(other->path, QByteArray("/api/users/requestotp"));
            QCOMPARE(other->body, QByteArray(R"({"username":"ada b"})"));
            QVERIFY(other->query.isEmpty());
        }
        QVERIFY(!asking(request, said(403, "ERROR_INVALID_USERNAME")));

        const api::ResetPassword reset{.id = api::ResetId(u"aa:r"_s),
                                       .code = Secret(QByteArray("123456")),
                                       .password = Secret(QByteArray("new"))};
        const auto &setting = wire.translation<api::ResetPassword>()->otherwise;
        QCOMPARE(setting(reset, said(422, "INVALID_INPUT"))->body,
                 QByteArray(R"({"userhash":"aa","OTP":"123456","reqid":"r","password":"new"})"));
        QVERIFY(!setting(reset, said(401, "ERROR_INVALID_OTP")));
        QVERIFY(!setting(reset, nothing));
    }

    void understandsItsServersPathsAndThoseOfItsPage()
    {
        const Wire wire = mmdlWire();
        const QByteArray json = "application/json";
        const QByteArray pair = R"({"username":"ada","password":"pw"})";
        for (const char *path : {"/api/login", "/api/users/login"}) {
            QCOMPARE(understood<api::SignIn>(wire, sent(path, json, pair))->login, u"ada"_s);
            const auto form = understood<api::SignIn>(
                wire, sent(path, "application/x-www-form-urlencoded", "username=ada&password=pw"));
            QVERIFY(form);
        }
        const auto joined = understood<api::SignUp>(wire, sent("/api/users/register", json, pair));
        QVERIFY(joined);
        QVERIFY(!joined->beginsSession);
        HttpRequest otp{.path = "/api/users/requestotp", .query = "username=ada%20b"};
        QCOMPARE(understood<api::RequestPasswordReset>(wire, otp)->login, u"ada b"_s);
        const auto posted = understood<api::RequestPasswordReset>(
            wire, sent("/api/users/requestotp", json, R"({"username":"ada"})"));
        QCOMPARE(posted->login, u"ada"_s);
        QVERIFY(posted->tellsUnknown);
        QCOMPARE(posted->boundTo.size(), 128);
        QVERIFY(posted->lifetime == std::chrono::minutes(30));
        for (const char *spelling : {"otp", "OTP"}) {
            const QByteArray body = QByteArray(R"({"userhash":"aa","?":"123456","reqid":"r",)"
                                               R"("password":"new"})")
                                        .replace("?", spelling);
            const auto reset =
                understood<api::ResetPassword>(wire, sent("/api/users/modifypassword", json, body));
            QVERIFY(reset);
            QCOMPARE(reset->code.reveal(), QByteArray("123456"));
            QCOMPARE(reset->id->text(), u"r"_s);
            QCOMPARE(reset->boundTo, u"aa"_s);
        }
    }

    void readsASuccessInEitherForm()
    {
        const Wire wire = mmdlWire();
        for (const char *success : {"true", "\"true\""}) {
            const QByteArray body =
                QByteArray(R"({"success":?,"data":{"message":{"userhash":"aa","ssid":"bb"}}})")
                    .replace("?", success);
            const auto begun = wire.read(told(200, body), signingIn());
            QVERIFY(begun);
            QCOMPARE(begun->signedIn->token.reveal(), QByteArray("aa:bb"));
        }
        for (const char *success : {"false", "\"false\""}) {
            const QByteArray body =
                QByteArray(R"({"success":?,"data":{"message":"ERROR_NO_EMAIL_SET"}})")
                    .replace("?", success);
            const auto none = wire.read(told(200, body), api::RequestPasswordReset());
            QCOMPARE(none.error().kind, Kind::Conflict);
            QCOMPARE(none.error().code, u"emailUnverified"_s);
        }
        for (const QByteArray &body :
             {QByteArray(), QByteArray("<html>"), QByteArray("{}"),
              QByteArray(R"({"success":1,"data":{"message":{"userhash":"a","ssid":"b"}}})"),
              QByteArray(R"({"success":"yes","data":{"message":{"userhash":"a","ssid":"b"}}})"),
              QByteArray(R"({"success":true,"data":{"message":null}})")})
            QCOMPARE(wire.read(told(200, body), signingIn()).error().kind, Kind::Protocol);
        const Error wrong =
            wire.read(told(401, R"({"success":"false","data":{"message":"INVALID_PASSWORD"}})"),
                      signingIn())
                .error();
        QCOMPARE(wrong.code, u"wrongCredentials"_s);
        QCOMPARE(wire.read(told(404, "<html>"), signingIn()).error().kind, Kind::NotFound);
    }

    void wordsWhatItCanNotRead()
    {
        const auto login = [](const QByteArray &type, const QByteArray &body) {
            return refusedAt<api::SignIn>(sent("/api/login", type, body));
        };
        const QByteArray json = "application/json";
        QCOMPARE(login(json, R"({"username":"ada"})").body,
                 R"({"success":false,"data":{"message":"REGISTER_FOR_A_PASSWORD"}})");
        for (const HttpReply &reply : {login(json, R"({"password":"pw"})"), login(json, ""),
                                       login("text/plain", "username=ada")}) {
            QCOMPARE(reply.status, 422);
            QCOMPARE(reply.body, R"({"success":"false","data":{"message":"INVALID_INPUT"}})");
        }
        const HttpReply broken = login(json, "{");
        QCOMPARE(broken.status, 400);
        QCOMPARE(broken.headers.value("Content-Type"), "text/plain");
        QCOMPARE(broken.body, QByteArray("Invalid JSON"));
        QCOMPARE(refusedAt<api::ResetPassword>(
                     sent("/api/users/modifypassword", json, R"({"userhash":"a","reqid":"b"})"))
                     .body,
                 R"({"success":false,"data":{"message":"INVALID_INPUT"}})");
        QCOMPARE(refusedAt<api::RequestPasswordReset>({.path = "/api/users/requestotp"}).status,
                 422);
    }

    void theTokenIsAPair()
    {
        const Wire wire = mmdlWire();
        HttpRequest request;
        wire.putCredential(request, Secret(QByteArray("aa:bb")));
        QCOMPARE(request.headers.value("Authorization"), "Basic YWE6YmI=");
        QCOMPARE(wire.takeCredential(request.headers)->reveal(), QByteArray("aa:bb"));
        for (const char *field : {"", "Basic", "Basic ", "Basic YWE=", "Basic YTpiOmM=",
                                  "Bearer YWE6YmI=", "basic YWE6YmI=", "Basic !!!"})
            QVERIFY(!wire.takeCredential({{"Authorization", field}}));
        const Secret made =
            wire.sessions.makeToken({.random = QByteArray(32, 'r'), .login = u"ada"_s});
        const auto halves = made.reveal().split(':');
        QCOMPARE(halves.at(0),
                 QByteArray("86225ea73dd6fb47a8b413116002d4da1c5858ea745731fae2dc51cc2cfe28cb"
                            "48da20813bfe3c2b43b8e7b3aaf30008bd7825627fc2b36ef9629650f0297bf0"));
        QCOMPARE(halves.at(1).size(), 128);
    }

    /// As its own server does, for whoever looks over an administrator's shoulder.
    void masksEachSecondCharacterOfAListedUser()
    {
        const Wire wire = mmdlWire();
        api::User user;
        user.id = api::UserId(u"usr_AAAAEQAAAAAAAAAAAAAAAA"_s); // 32 bits of it are 17
        user.userName = u"ada"_s;
        user.email = u"a\u4E2D\U0001F600b@x.org"_s;
        user.phone = u"+14104350691"_s;
        user.createdAt = Timestamp(std::chrono::seconds(1'800'000'000));
        const HttpReply reply =
            wire.translation<api::ListAccounts>()->writeReply({{user}, {}}, HttpRequest());
        QVERIFY(reply.body.startsWith(
            R"({"success":true,"data":{"message":[{"users_id":17,"username":"a*a",)"));
        QVERIFY(reply.body.contains(
            "\"created\":\"1800000000\",\"level\":\"0\",\"userhash\":\"8*2*5*a*"));
        const auto heard = wire.read(reply, api::ListAccounts());
        QVERIFY(heard);
        const api::User &listed = heard->users.constFirst();
        QCOMPARE(listed.id.text(), u"17"_s);
        QCOMPARE(listed.userName.value_or(QString()), u"a*a"_s);
        QCOMPARE(listed.email, u"a*\U0001F600*@*.*r*"_s);
        QCOMPARE(listed.phone.value_or(QString()), u"+*4*0*3*0*9*"_s);
    }

    /// A part would look like all.
    void listsAllAccountsOrNone()
    {
        const Wire wire = mmdlWire();
        const HttpReply reply = wire.translation<api::ListAccounts>()->writeReply(
            {{api::User()}, u"a cursor"_s}, HttpRequest());
        QCOMPARE(reply.status, 500);
        QVERIFY(reply.body.contains(R"("success":false)"));
        QVERIFY(!wire.read(reply, api::ListAccounts()));
    }

    void tellsSettingsOfTheServerByTheirNames()
    {
        const Wire wire = mmdlWire();
        const QByteArray path = "/api/settings/modify";
        const QByteArray json = "application/json";
        const auto &isMeant = wire.translation<api::EditServerSettings>()->isMeant;
        const auto to = [&](const QByteArray &name, const QByteArray &value) {
            return sent(path, json, "{\"name\":\"" + name + "\",\"value\":" + value + '}');
        };
        const QByteArray closing = "GLOBAL_DISABLE_USER_REGISTRATION";
        for (const char *value : {"1", "\"1\"", "\"true\""}) {
            QVERIFY(isMeant(to(closing, value)));
            QVERIFY(*understood<api::EditServerSettings>(wire, to(closing, value))->signUpOpen);
        }
        for (const char *value : {"0", "\"0\"", "\"False\""})
            QVERIFY(!*understood<api::EditServerSettings>(wire, to(closing, value))->signUpOpen);
        QVERIFY(!understood<api::EditServerSettings>(wire, to("GLOBAL_OTHER", "1")));
        QVERIFY(!isMeant(to("view", "1")));
        const auto own = understood<api::SetPreference>(wire, to("view", "\"week\""));
        QCOMPARE(own->name, u"view"_s);
        QCOMPARE(own->value, u"week"_s);
        for (const char *value : {"null", "\" \"", "{}", "true"})
            QVERIFY(!understood<api::SetPreference>(wire, to("view", value)));
        const auto &isAsked = wire.translation<api::ShowServerSettings>()->isMeant;
        QVERIFY(isAsked({.path = "/api/settings/getone", .query = "name=GLOBAL_OTHER"}));
        QVERIFY(!isAsked({.path = "/api/settings/getone", .query = "name=view"}));
    }

    /// What we know nothing of is there, and null.
    void showsEveryMemberOfAnAccount()
    {
        const Wire wire = mmdlWire();
        api::User ada;
        ada.id = api::UserId(u"usr_1"_s);
        ada.userName = u"ada"_s;
        ada.email = u"ada@example.com"_s;
        const HttpRequest asked{.path = "/api/users/info"};
        const auto shown = [&] { return wire.translation<api::Me>()->writeReply(ada, asked).body; };
        const QByteArray members =
            R"("mobile":?,"id":null,"expires":null,"session_token":null,"name":null,)"
            R"("email_verified":null,"emailVerified":null,"image":null)";
        QVERIFY(shown().contains(QByteArray(members).replace("?", "null")));
        ada.phone = u"+14104350691"_s;
        QVERIFY(shown().contains(QByteArray(members).replace("?", R"("+14104350691")")));
        QCOMPARE(shown().count("mobile"), 1);
    }

    void refusesMethodsAsEachOfItsRoutesDoes()
    {
        const Wire wire = mmdlWire();
        Error error = Error::rejected(u"methodNotAllowed"_s, {});
        error.status = 405;
        const auto at = [&](const QByteArray &path) {
            return wire.writeError(error, {HttpMethod::Post, path});
        };
        for (const char *path : {"/api/login", "/api/users/login", "/api/auth/inbuilt/check"}) {
            QCOMPARE(at(path).status, 403);
            QCOMPARE(at(path).body, R"({"success":"false","data":{"message":"INVALID_METHOD."}})");
        }
        QCOMPARE(at("/api/users/register").status, 422);
        QCOMPARE(at("/api/users/register").body,
                 R"({"success":"false","data":{"message":"INVALID_METHOD"}})");
        QCOMPARE(at("/api/users/info").headers.value("Content-Type"),
                 "application/json; charset=utf-8");
        QCOMPARE(at("/api/users/info").status, 422);
        QCOMPARE(at("/api/users/info").body,
                 R"({"success":false,"data":{"message":"INVALID_METHOD"}})");
    }
};

LATCHKEY_TEST(MmdlTest)

#include "tst_mmdl.moc"
