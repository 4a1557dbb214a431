#include "recorded.h"
#include "support/testrunner.h"
#include "wire/temporal/temporal.h"

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

/// Who signs all with the same few bytes.
class Hand final : public api::TokenSigner
{
public:
    QByteArray keyAt(Timestamp) const override { return "2"; }
    QByteArray sign(const QByteArray &, QByteArrayView) const override { return "signed"; }
    bool hasSigned(const QByteArray &, QByteArrayView, QByteArrayView, Timestamp) const override
    {
        return true;
    }
};

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
    void saysInEachHeadWhatMayStillBeAsked()
    {
        const HttpHeaders fields = temporalWire().commonFields(
            {50, 49, Timestamp(std::chrono::milliseconds(1'900'000'000'001))});
        QCOMPARE(fields.value("X-RateLimit-Limit"), QByteArray("50"));
        QCOMPARE(fields.value("X-RateLimit-Remaining"), QByteArray("49"));
        QCOMPARE(fields.value("X-RateLimit-Reset"), QByteArray("1900000001"));
        QCOMPARE(fields.value("Vary"), QByteArray("Origin"));
    }

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

    void leadsToAPlaceThatItKnowsAgain()
    {
        const Wire wire = temporalWire();
        const Timestamp until{std::chrono::hours(500'000)};
        const api::VerificationLink link{
            .login = u"ada b"_s, .code = Secret(QByteArray("ABCDE-12345")), .until = until};
        const auto joined = understood<api::SignUp>(
            wire, form("/v2/auth/register", {{"username", "ada b"},
                                             {"password", "pw"},
                                             {"email_address", "demo@example.org"}}));
        QVERIFY(joined && joined->verificationPath);
        const QByteArray path = joined->verificationPath(link, Hand(), until).reveal();
        QVERIFY(path.startsWith("/temporal/v2/account/email/verify/ada%20b/"));
        const auto opened = understood<api::VerifyEmail>(
            wire, {.path = path.sliced(QByteArray("/temporal").size())});
        QVERIFY(opened && opened->link);
        QCOMPARE(opened->login, u"ada b"_s);
        QCOMPARE(opened->link->login, u"ada b"_s);
        QCOMPARE(opened->link->code.reveal(), QByteArray("ABCDE-12345"));
        QVERIFY(opened->link->until == until);
        QCOMPARE(opened->link->token.reveal(), path.sliced(path.lastIndexOf('/') + 1));
        for (const char *none : {"123456", "nonsense", "a.b.c", "e30.e30.e30"}) {
            const auto typed = understood<api::VerifyEmail>(
                wire, {.path = QByteArray("/v2/account/email/verify/ada/") + none});
            QVERIFY(typed && !typed->link);
        }
    }

    void saysWhatIsWrongWithALink()
    {
        const Wire wire = temporalWire();
        const auto said = [&wire](const QString &code) {
            Error error = Error::rejected(code, u"code"_s);
            error.detail = u"grace"_s;
            return refusedOn<api::VerifyEmail>(wire, error, "/v2/account/email/verify/a/b").body;
        };
        const auto text = [](const QByteArray &words) {
            return QByteArray(R"({"code":400,"response":"?"})").replace("?", words);
        };
        QCOMPARE(said(u"linkForged"_s), text("signature is invalid"));
        QCOMPARE(said(u"linkExpired"_s), text("token is expired"));
        QCOMPARE(said(u"linkOfAnother"_s),
                 text("username from claim does not match expected user of grace"));
        QCOMPARE(said(u"wrongCode"_s), text("failed to validate email verification token"));
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

    void countsCreditsExactly()
    {
        const Wire wire = temporalWire();
        const auto read = [&wire](const QByteArray &number) {
            return wire.read(told(200, R"({"code":200,"response":)" + number + '}'),
                             api::ShowCredits());
        };
        // As its page has it; the last digits are finer than ours.
        QCOMPARE(read("10000464.996296696").value().balance, 10'000'464'996'297);
        QCOMPARE(read("0").value().balance, 0);
        QCOMPARE(read("0.000001").value().balance, 1);
        QCOMPARE(read("1000000000").value().balance, api::creditsAtMost);
        for (const char *nonsense : {"-1", "1e300", "\"5\"", "null", "1000000000.000001"})
            QCOMPARE(read(nonsense).error().kind, Kind::Protocol);
        const auto written = [&wire](qint64 balance) {
            const HttpReply reply = wire.translation<api::ShowCredits>()->writeReply({balance}, {});
            return reply.body;
        };
        QCOMPARE(written(0), R"({"code":200,"response":0.0})");
        QCOMPARE(written(10'000'464'996'297), R"({"code":200,"response":10000464.996297})");
        for (const qint64 balance : {qint64(0), qint64(1), qint64(999'999), qint64(1'000'001),
                                     api::creditsAtMost - 1, api::creditsAtMost})
            QCOMPARE(wire.read(told(200, written(balance)), api::ShowCredits()).value().balance,
                     balance);
    }

    void tellsOfUsageByTier()
    {
        const Wire wire = temporalWire();
        const auto &usage = *wire.translation<api::ShowPlan>();
        const std::pair<api::Tier, QByteArray> tiers[] = {
            {api::Tier::Unverified,
             R"("MonthlyDataLimitBytes":0,"CurrentDataUsedBytes":0,"IPNSRecordsPublished":0,"IPNSRecordsAllowed":0,"PubSubMessagesSent":0,"PubSubMessagesAllowed":0,"KeysCreated":0,"KeysAllowed":0,"Tier":"unverified")"},
            {api::Tier::Free,
             R"("MonthlyDataLimitBytes":3221225472,"CurrentDataUsedBytes":0,"IPNSRecordsPublished":0,"IPNSRecordsAllowed":5,"PubSubMessagesSent":0,"PubSubMessagesAllowed":100,"KeysCreated":0,"KeysAllowed":5,"Tier":"free")"},
            {api::Tier::Paid,
             R"("MonthlyDataLimitBytes":1099511627776000,"CurrentDataUsedBytes":0,"IPNSRecordsPublished":0,"IPNSRecordsAllowed":150,"PubSubMessagesSent":0,"PubSubMessagesAllowed":15000,"KeysCreated":0,"KeysAllowed":150,"Tier":"paid")"},
            {api::Tier::Partner,
             R"("MonthlyDataLimitBytes":1099511627776000,"CurrentDataUsedBytes":0,"IPNSRecordsPublished":0,"IPNSRecordsAllowed":200,"PubSubMessagesSent":0,"PubSubMessagesAllowed":20000,"KeysCreated":0,"KeysAllowed":200,"Tier":"partner")"},
            {api::Tier::WhiteLabeled,
             R"("MonthlyDataLimitBytes":1099511627776000,"CurrentDataUsedBytes":0,"IPNSRecordsPublished":0,"IPNSRecordsAllowed":2147483647,"PubSubMessagesSent":0,"PubSubMessagesAllowed":2147483647,"KeysCreated":0,"KeysAllowed":2147483647,"Tier":"white-labeled")"}};
        for (const auto &[tier, members] : tiers) {
            api::Plan plan{.tier = tier, .meters = api::metersOf(tier)};
            plan.owner.userName = u"ada"_s;
            const HttpReply reply = usage.writeReply(plan, {});
            QCOMPARE(
                reply.body,
                R"({"code":200,"response":{"ID":0,"CreatedAt":"1970-01-01T00:00:00.000Z",)"
                R"("UpdatedAt":"1970-01-01T00:00:00.000Z","DeletedAt":null,"UserName":"ada",)" +
                    members + R"(,"ClaimedENSName":false}})");
            const auto heard = wire.read(reply, api::ShowPlan());
            QVERIFY(heard);
            QCOMPARE(heard->tier, tier);
            QCOMPARE(heard->meters, plan.meters);
        }
        // A tier that came later is one that we don't know.
        const auto newer = wire.read(
            told(200,
                 "{\"code\":200,\"response\":{\"MonthlyDataLimitBytes\":1,\"CurrentDataUsedBytes\":"
                 "2,"
                 "\"IPNSRecordsPublished\":3,\"IPNSRecordsAllowed\":4,\"PubSubMessagesSent\":5,"
                 "\"PubSubMessagesAllowed\":6,\"KeysCreated\":7,\"KeysAllowed\":8,\"Tier\":"
                 "\"golden\"}}"),
            api::ShowPlan());
        QCOMPARE(newer->tier, api::Tier::Unknown);
        using api::Resource;
        QCOMPARE(newer->meters, (QList<api::Meter>{{Resource::Data, 2, 1},
                                                   {Resource::Records, 3, 4},
                                                   {Resource::Messages, 5, 6},
                                                   {Resource::Keys, 7, 8}}));
    }

    void hasOneUpgradeAndOneWordAgainstIt()
    {
        const Wire wire = temporalWire();
        const HttpRequest asked =
            wire.translation<api::UpgradePlan>()->writeRequest(api::UpgradePlan());
        QCOMPARE(asked.method, HttpMethod::Post);
        QCOMPARE(asked.path, QByteArray("/v2/account/upgrade"));
        QVERIFY(asked.body.isEmpty());
        QCOMPARE(understood<api::UpgradePlan>(wire, asked).value().tier, api::Tier::Paid);
        for (const QString &code : {u"planUpgraded"_s, u"emailNotVerified"_s}) {
            const HttpReply reply = refusedOn<api::UpgradePlan>(
                wire, Error::of(Kind::Conflict, code), "/v2/account/upgrade");
            QCOMPARE(reply.status, 400);
            QCOMPARE(reply.body, R"({"code":400,"response":"user account is already upgrade"})");
        }
        const auto upgraded = wire.read(told(200, R"({"code":200,"response":"account upgraded"})"),
                                        api::UpgradePlan());
        QCOMPARE(upgraded->tier, api::Tier::Paid);
        const auto refused = [&wire](const auto &op, const QByteArray &text) {
            return wire.read(told(400, "{\"code\":400,\"response\":\"" + text + "\"}"), op).error();
        };
        QCOMPARE(refused(api::UpgradePlan(), "user account is already upgrade").code,
                 u"planUpgraded"_s);
        QCOMPARE(refused(api::ShowCredits(), "failed to search for user credits").code,
                 u"creditsUnknown"_s);
        QCOMPARE(refused(api::ShowPlan(), "failed to search for account usage data").code,
                 u"planUnknown"_s);
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
        const HttpReply replaced = refusedOn<api::RenewSession>(
            wire, Error::of(Kind::StepUpNeeded, u"stepUpNeeded"_s), "/v2/auth/refresh");
        QCOMPARE(replaced.body, message("Token is expired."));
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
