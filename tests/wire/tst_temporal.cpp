#include "recorded.h"
#include "support/testrunner.h"
#include "wire/temporal.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::wire;
using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

HttpRequest sent(const QByteArray &path, const QByteArray &type, const QByteArray &body)
{
    return {.method = HttpMethod::Post,
            .path = path,
            .headers = {{"Content-Type", type}},
            .body = body};
}

/// As a browser's `FormData` is sent.
HttpRequest form(const QByteArray &path, const QList<std::pair<QByteArray, QByteArray>> &fields)
{
    QByteArray body;
    for (const auto &[name, value] : fields) {
        body += "------formdata-undici-0123\r\nContent-Disposition: form-data; name=\"" + name +
                "\"\r\n\r\n" + value + "\r\n";
    }
    return sent(path, "multipart/form-data; boundary=----formdata-undici-0123",
                body + "------formdata-undici-0123--");
}

template <api::Operation Op>
QByteArray bodyRefused(const HttpRequest &request)
{
    const Wire wire = temporalWire();
    const auto read = understood<Op>(wire, request);
    return read ? QByteArray("read") : refusedOn<Op>(wire, read.error(), request.path).body;
}

api::SignIn signingIn()
{
    api::SignIn op;
    op.login = u"doc1"_s;
    op.password = Secret(QByteArray("pw"));
    return op;
}

} // namespace

/// Against exchanges that neither of our sides wrote.
class TemporalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsItsDocumentsClient()
    {
        const Wire wire = temporalWire();
        for (const char *type :
             {"text/plain", "application/json", "", "text/plain; charset=UTF-8"}) {
            const auto in = understood<api::SignIn>(
                wire, sent("/v2/auth/login", type, R"({"username":"doc1","password":"pw"})"));
            QVERIFY(in);
            QCOMPARE(in->login, u"doc1"_s);
            QVERIFY(!in->takesChallenge);
        }
        const auto joined = understood<api::SignUp>(
            wire, form("/v2/auth/register", {{"username", "postables-demo"},
                                             {"password", "a&b<c"},
                                             {"email_address", "demo@example.org"}}));
        QVERIFY(joined);
        QCOMPARE(joined->userName, u"postables-demo"_s);
        QCOMPARE(joined->password.reveal(), QByteArray("a&b<c"));
        QVERIFY(joined->answersAtOnce);
        QVERIFY(!joined->beginsSession);
        const auto changed = understood<api::ChangePassword>(
            wire, form("/v2/account/password/change",
                       {{"old_password", "old"}, {"new_password", "new"}}));
        QVERIFY(changed);
        QVERIFY(changed->keepsToken);
        const auto encoded = understood<api::RemindUserName>(
            wire, sent("/v2/forgot/username", "application/x-www-form-urlencoded",
                       "email_address=demo%40example.org"));
        QVERIFY(encoded);
        QCOMPARE(encoded->email, u"demo@example.org"_s);
        QVERIFY(encoded->tellsUnknown);
        const auto verified = understood<api::VerifyEmail>(
            wire, {.path = "/v2/account/email/verify/postables-demo/123456"});
        QVERIFY(verified);
        QCOMPARE(verified->login, u"postables-demo"_s);
    }

    void missesFieldsInTheirOrder()
    {
        const QByteArray path = "/v2/auth/register";
        const auto refused = [](const QByteArray &text) {
            return QByteArray(R"({"code":400,"response":"?"})").replace("?", text);
        };
        QCOMPARE(bodyRefused<api::SignUp>(form(path, {})), refused("username not present"));
        QCOMPARE(bodyRefused<api::SignUp>(form(path, {{"username", "a"}, {"password", ""}})),
                 refused("password not present"));
        QCOMPARE(bodyRefused<api::SignUp>(form(path, {{"username", "a"}, {"password", "b"}})),
                 refused("email_address not present"));
        QCOMPARE(bodyRefused<api::SignUp>(sent(path, "text/plain", "x")),
                 refused("username not present"));
        QCOMPARE(bodyRefused<api::SignUp>(form(
                     path, {{"username", "a"}, {"password", "b"}, {"email_address", "a+b@c.de"}})),
                 refused("emails must not contain + signs, this is to prevent abuse of catch all "
                         "routing"));
        QCOMPARE(bodyRefused<api::SignUp>(form(
                     path, {{"username", "a@b"}, {"password", "b"}, {"email_address", "a@c.de"}})),
                 refused("usernames cant contain @ sign"));
        QCOMPARE(bodyRefused<api::ChangePassword>(form("/v2/account/password/change", {})),
                 refused("old_password not present"));
        QCOMPARE(bodyRefused<api::RequestPasswordReset>(form("/v2/forgot/password", {})),
                 refused("email_address not present"));
        for (const QByteArray &body :
             {QByteArray(), QByteArray("{"), QByteArray("[]"), QByteArray(R"({"username":"a"})"),
              QByteArray(R"({"username":"","password":"b"})")}) {
            const Wire wire = temporalWire();
            const auto read =
                understood<api::SignIn>(wire, sent("/v2/auth/login", "application/json", body));
            const HttpReply reply = refusedOn<api::SignIn>(wire, read.error(), "/v2/auth/login");
            QCOMPARE(reply.status, 400);
            QCOMPARE(reply.headers.value("Content-Type"), "text/plain; charset=utf-8");
            QCOMPARE(reply.body, R"({"code":400,"message":"Missing Username or Password"})");
            QVERIFY(reply.headers.value("WWW-Authenticate").isEmpty());
        }
    }

    void readsWhatItsServersSay()
    {
        const Wire wire = temporalWire();
        const auto begun = wire.read(
            told(200, R"({"expire":"2018-12-21T19:31:42Z","token":"eyJhbG.e30.x"})"), signingIn());
        QVERIFY(begun);
        QCOMPARE(begun->signedIn->token.reveal(), QByteArray("eyJhbG.e30.x"));
        QCOMPARE(toRfc3339(begun->signedIn->session.expiresAt), u"2018-12-21T19:31:42.000Z"_s);
        QCOMPARE(begun->signedIn->user.userName, u"doc1"_s);
        const auto name = wire.read(told(200, R"({"code":200,"response":"a\u0026b"})"), api::Me());
        QCOMPARE(name->userName, u"a&b"_s);
        // Nothing, two documents at once, another code, somebody else's page.
        for (const QByteArray &body :
             {QByteArray(), QByteArray(R"({"code":200,"response":"a"}{"code":400})"),
              QByteArray(R"({"code":400,"response":"a"})"), QByteArray("<html>"),
              QByteArray(R"({"code":200})"), QByteArray(R"({"code":200,"response":5})")})
            QCOMPARE(wire.read(told(200, body), api::Me()).error().kind, Kind::Protocol);
        for (const int status : {201, 204, 301})
            QCOMPARE(wire.read(told(status, {}), api::Me()).error().kind, Kind::Protocol);
        QCOMPARE(wire.read(told(500, {}), api::RenewSession()).error().kind, Kind::Server);
        const Error often =
            wire.read(HttpReply{.status = 429, .headers = {}, .body = "Limit exceeded"}, api::Me())
                .error();
        QCOMPARE(often.kind, Kind::RateLimited);
    }

    void tellsOfTokensByWhatIsWrong()
    {
        const Wire wire = temporalWire();
        const auto refused = [&](const QString &code) {
            const HttpReply reply = wire.writeError(Error::of(Kind::Unauthorized, code), {});
            return reply.status == 401 &&
                           reply.headers.value("WWW-Authenticate") == "JWT realm=temporal"
                       ? reply.body
                       : QByteArray();
        };
        const auto message = [](const QByteArray &text) {
            return QByteArray(R"({"code":401,"message":"?"})").replace("?", text);
        };
        QCOMPARE(refused(wire.takeCredential({}).error().code), message("auth header empty"));
        for (const char *field : {"bearer a.b.c", "Basic a.b.c", "Bearer ", "a.b.c"}) {
            QCOMPARE(refused(wire.takeCredential({{"Authorization", field}}).error().code),
                     message("invalid auth header"));
        }
        QCOMPARE(refused(u"tokenMalformed"_s),
                 message("token contains an invalid number of segments"));
        QCOMPARE(refused(u"tokenForged"_s), message("signature is invalid"));
        QCOMPARE(refused(u"sessionEnded"_s), message("Token is expired"));
        const HttpReply refresh = refusedOn<api::RenewSession>(
            wire, Error::of(Kind::Unauthorized, u"sessionEnded"_s), "/v2/auth/refresh");
        QCOMPARE(refresh.body, message("Token is expired."));
        const HttpReply unknown = wire.writeError(Error::of(Kind::NotFound, u"pathUnknown"_s), {});
        QCOMPARE(unknown.status, 404);
        QCOMPARE(unknown.body, QByteArray("404 page not found"));
        QCOMPARE(unknown.headers.value("Content-Type"), "text/plain");
    }

    void tellsFiguresToAdministratorsAlone()
    {
        const Wire wire = temporalWire();
        using Op = api::ShowFigures;
        const HttpReply refusal = refusedOn<Op>(wire, Error::of(Kind::Forbidden, u"roleTooLow"_s),
                                                "/v2/statistics/stats");
        QCOMPARE(refusal.status, 403);
        QCOMPARE(refusal.body,
                 QByteArray(R"({"code":403,"response":"user is not an administrator"})"));
        const api::Figures figures{u"1.2"_s, 3, 7, 2};
        const HttpReply reply = wire.translation<Op>()->writeReply(figures, HttpRequest());
        QCOMPARE(reply.body, QByteArray(R"({"response":{"users":3,"sessions":7,)"
                                        R"("sessions_begun":2},"version":"1.2"})"));
        QCOMPARE(wire.read(reply, Op()).value(), figures);
        // Its own server counts other things.
        const auto others =
            wire.read(told(200, R"({"response":{"uptime":"1h"},"version":"v2"})"), Op());
        QCOMPARE(others->version, u"v2"_s);
        QVERIFY(!others->users);
    }
};

LATCHKEY_TEST(TemporalTest)

#include "tst_temporal.moc"
