#include "recorded.h"
#include "support/testrunner.h"
#include "wire/aurora.h"

using namespace latchkey;
using namespace latchkey::test;
using namespace latchkey::wire;
using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

const QByteArray loginBody = R"({"username":"Christelle68","password":"VVxb7UVU0peMp3a"})";
const QByteArray signUpBody =
    R"({"username":"Serena.Daniel","email":"Serena.Pagac@gmail.com","password":"IZX7gQmXTJjWNkn"})";
const QByteArray malformed =
    R"({"success":false,"error":"One or more API parameters are malformed. Please check your request and try again"})";
const QByteArray invalid =
    R"({"success":false,"error":"Invalid username, password, or access token"})";
const QByteArray duplicate = R"({"success":false,"error":"Username or email already in use"})";

api::SignIn signingIn()
{
    api::SignIn op;
    op.login = u"Christelle68"_s;
    op.password = Secret(QByteArray("VVxb7UVU0peMp3a"));
    return op;
}

api::SignUp signingUp()
{
    api::SignUp op;
    op.name = u"Serena Daniel"_s;
    op.userName = u"Serena.Daniel"_s;
    op.email = u"Serena.Pagac@gmail.com"_s;
    op.password = Secret(QByteArray("IZX7gQmXTJjWNkn"));
    return op;
}

} // namespace

/// Against exchanges that neither of our sides wrote.
class AuroraTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAsTheVendorsClientsDo()
    {
        const Wire published = auroraWire(auroraPublished);
        compareAsked(published, signingIn(), {HttpMethod::Post, "/api/v3/login", loginBody});
        compareAsked(published, signingUp(), {HttpMethod::Post, "/api/v2/signup", signUpBody});
        QVERIFY(!published.can<api::Me>());
        const Wire newest = auroraWire();
        compareAsked(newest, signingIn(), {HttpMethod::Post, "/api/v11/login", loginBody});
        compareAsked(newest, signingUp(), {HttpMethod::Post, "/api/v11/signup", signUpBody});
        compareAsked(newest, api::Me(), {HttpMethod::Get, "/api/v11/user/info", {}});
        compareAsked(newest,
                     api::EditAccount{.userName = u"a"_s,
                                      .email = u"a@b.c"_s,
                                      .password = Secret(QByteArray("p"))},
                     {HttpMethod::Put, "/api/v11/user/info",
                      R"({"username":"a","email":"a@b.c","autoExecuteTts":false,"password":"p"})"});
        compareAsked(auroraWire(7),
                     api::EditAccount{.userName = u"a"_s,
                                      .email = u"a@b.c"_s,
                                      .password = Secret(QByteArray("p"))},
                     {HttpMethod::Put, "/api/v7/user/info",
                      R"({"username":"a","email":"a@b.c","password":"p"})"});
    }

    /// Of which 11.0.0 alone asked for a voice, and refuses what tells none.
    void tellsAllThatAnyClientOfAVersionKnows()
    {
        const Wire wire = auroraWire();
        api::User user;
        user.userName = u"a"_s;
        user.email = u"a@b.c"_s;
        const auto told = [&](const QByteArray &path) {
            return wire.translation<api::Me>()->writeReply(user, {.path = path}).body;
        };
        QCOMPARE(told("/api/v11/user/info"),
                 R"({"success":true,"username":"a","email":"a@b.c","autoExecuteTts":false,)"
                 R"("preferredTtsCharacter":0})"_ba);
        user.preferences = {{u"aurora.preferredTtsCharacter"_s, u"3"_s},
                            {u"aurora.autoExecuteTts"_s, u"true"_s}};
        QCOMPARE(told("/api/v11/user/info"),
                 R"({"success":true,"username":"a","email":"a@b.c","autoExecuteTts":true,)"
                 R"("preferredTtsCharacter":3})"_ba);
        user.preferences = {{u"aurora.autoExecuteTts"_s, u"false"_s}}; // as anybody may set it
        QVERIFY(told("/api/v11/user/info").contains(R"("autoExecuteTts":false)"));
        QCOMPARE(told("/api/v9/user/info"),
                 R"({"success":true,"username":"a","email":"a@b.c"})"_ba);
        const auto read = [&](const QByteArray &voice) {
            return understood<api::EditAccount>(
                wire, requestOf({HttpMethod::Put, "/api/v11/user/info",
                                 R"({"username":"a","email":"a@b.c","preferredTtsCharacter":)" +
                                     voice + R"(,"password":"p"})"}));
        };
        QCOMPARE(read("3")->userName, u"a"_s);
        QCOMPARE(read("3")->preferences,
                 (QList<api::Preference>{{u"aurora.preferredTtsCharacter"_s, u"3"_s}}));
        QCOMPARE(read("0")->preferences,
                 (QList<api::Preference>{{u"aurora.preferredTtsCharacter"_s, {}}}));
        QCOMPARE(read("\"Christy\"").error().kind, Kind::Rejected);
    }

    void understandsEveryVersion()
    {
        const Wire wire = auroraWire();
        for (int version = 2; version <= 11; ++version) {
            const QByteArray api = "/api/v" + QByteArray::number(version);
            const auto login = understood<api::SignIn>(
                wire, requestOf({HttpMethod::Post, api + "/login", loginBody}));
            QVERIFY(login);
            QCOMPARE(login->login, u"Christelle68"_s);
            QVERIFY(!login->takesChallenge);
            QVERIFY(!login->tellsUnknown);
            const auto signUp = understood<api::SignUp>(
                wire, requestOf({HttpMethod::Post, api + "/signup", signUpBody}));
            QVERIFY(signUp);
            QCOMPARE(signUp->userName, u"Serena.Daniel"_s);
            QVERIFY(signUp->answersAtOnce);
            const auto me =
                understood<api::Me>(wire, requestOf({HttpMethod::Get, api + "/user/info", {}}));
            QCOMPARE(me.has_value(), version >= 7);
            if (me)
                QCOMPARE(me->preferences.size(), version >= 11 ? 2 : 0);
        }
        QVERIFY(!understood<api::SignIn>(
            wire, requestOf({HttpMethod::Post, "/api/v12/login", loginBody})));
    }

    void aSignInThatTellsATokenOnlyIsOfWhoeverAsked()
    {
        const Wire wire = auroraWire(auroraPublished);
        for (const QByteArray &body : {QByteArray(R"({"success":true,"accessToken":"TOK123"})"),
                                       QByteArray(R"({"accessToken":"TOK123","more":[null]})")}) {
            const auto read = wire.read(told(200, body), signingIn());
            QVERIFY(read);
            QCOMPARE(read->signedIn->token.reveal(), QByteArray("TOK123"));
            QCOMPARE(read->signedIn->user.userName, u"Christelle68"_s);
        }
        for (const QByteArray &body :
             {QByteArray("{}"), QByteArray(), QByteArray("<html>"), QByteArray("[]"),
              QByteArray(R"({"success":false,"accessToken":"x"})"),
              QByteArray(R"({"success":"true","accessToken":"x"})"),
              QByteArray(R"({"accessToken":5})"), QByteArray(R"({"accessToken":"x"}{})")})
            QCOMPARE(wire.read(told(200, body), signingIn()).error().kind, Kind::Protocol);
        for (const int status : {201, 204, 302})
            QCOMPARE(wire.read(told(status, {}), signingIn()).error().kind, Kind::Protocol);
    }

    void tellsOfTheQuotaFromVersionNine()
    {
        QVERIFY(!auroraWire(8).can<api::ShowPlan>());
        compareAsked(auroraWire(9), api::ShowPlan(), {HttpMethod::Get, "/api/v9/user/quota", {}});
        const Wire wire = auroraWire();
        compareAsked(wire, api::ShowPlan(), {HttpMethod::Get, "/api/v11/user/quota", {}});
        for (int version = 2; version <= 11; ++version) {
            const QByteArray path = "/api/v" + QByteArray::number(version) + "/user/quota";
            const auto asked =
                understood<api::ShowPlan>(wire, requestOf({HttpMethod::Get, path, {}}));
            QCOMPARE(asked.has_value(), version >= 9);
        }
        const HttpReply free = wire.translation<api::ShowPlan>()->writeReply(
            {.tier = api::Tier::Free, .meters = api::metersOf(api::Tier::Free)}, {});
        QCOMPARE(free.status, 200);
        QCOMPARE(free.body, R"({"success":true,"quotaUsed":0,"quotaMax":100,"ttsUsed":0,)"
                            R"("ttsMax":0,"planName":"free","isChristy":false})");
        // Its own plans have other names than ours.
        const auto read = wire.read(
            told(200,
                 "{\"success\":true,\"quotaUsed\":3,\"quotaMax\":50,\"ttsUsed\":1,\"ttsMax\":5,"
                 "\"planName\":\"Christy's\",\"isChristy\":true}"),
            api::ShowPlan());
        QVERIFY(read);
        QCOMPARE(read->tier, api::Tier::Unknown);
        using api::Resource;
        QCOMPARE(read->meters,
                 (QList<api::Meter>{{Resource::Messages, 3, 50}, {Resource::Speech, 1, 5}}));
        for (const QByteArray &body :
             {QByteArray("{}"), QByteArray(R"({"quotaUsed":3,"quotaMax":50,"planName":"x"})"),
              QByteArray(R"({"quotaUsed":-1,"quotaMax":1,"ttsUsed":1,"ttsMax":5,"planName":"x"})")})
            QCOMPARE(wire.read(told(200, body), api::ShowPlan()).error().kind, Kind::Protocol);
    }

    void readsTheClosedListOfRefusals()
    {
        const Wire wire = auroraWire();
        const auto refused = [&wire]<class Op>(const Op &op, int status, const QByteArray &body) {
            return wire.read(told(status, body), op).error();
        };
        QCOMPARE(refused(signingIn(), 401, invalid).code, u"wrongCredentials"_s);
        QCOMPARE(refused(signingIn(), 400, malformed).code, u"malformedRequest"_s);
        QCOMPARE(refused(api::Me(), 401, invalid).code, u"tokenUnknown"_s);
        const Error taken = refused(signingUp(), 401, duplicate);
        QCOMPARE(taken.kind, Kind::Conflict);
        QCOMPARE(taken.code, u"nameOrEmailTaken"_s);
        QCOMPARE(refused(signingUp(), 400, malformed).code, u"signUpRefused"_s);
        const Error quota = refused(
            api::Me(), 429,
            R"({"success":false,"error":"You have exceeded your Message/TTS quota. To send more messages, please upgrade your plan or wait until your subscription renews."})");
        QCOMPARE(quota.kind, Kind::RateLimited);
        QCOMPARE(quota.code, u"quotaExceeded"_s);
        const Error often =
            refused(api::Me(), 429, R"({"statusCode":429,"error":"Too Many","message":"slower"})");
        QCOMPARE(often.kind, Kind::RateLimited);
        QCOMPARE(refused(signingIn(), 502, "<html>").kind, Kind::Server);
    }

    void refusesInWordsOfTheListAlone()
    {
        const Wire wire = auroraWire();
        const Error taken = Error::of(Kind::Conflict, u"userNameTaken"_s);
        const Error tries = Error::of(Kind::RateLimited, u"tooManyTries"_s);
        const auto signUp = [&](const Error &error, int version) {
            return refusedOn<api::SignUp>(wire, error,
                                          "/api/v" + QByteArray::number(version) + "/signup");
        };
        QCOMPARE(signUp(taken, 2).status, 401);
        QCOMPARE(signUp(taken, 5).body, duplicate);
        QCOMPARE(signUp(taken, 6).status, 400);
        QCOMPARE(signUp(taken, 11).body, malformed);
        QCOMPARE(signUp(tries, 3).body, malformed);
        QCOMPARE(signUp(Error::of(Kind::Forbidden, u"signUpClosed"_s), 3).body, malformed);
        const HttpReply locked = refusedOn<api::SignIn>(wire, tries, "/api/v3/login");
        QCOMPARE(locked.status, 401);
        QCOMPARE(locked.body, invalid);
        const Error soon = Error::of(Kind::RateLimited, u"codeTooSoon"_s);
        const HttpReply edited = refusedOn<api::EditAccount>(wire, soon, "/api/v11/user/info");
        QCOMPARE(edited.status, 400);
        QCOMPARE(edited.body, malformed);
    }

    void theTokenHasAHeaderOfItsOwn()
    {
        const Wire wire = auroraWire();
        HttpRequest request;
        QVERIFY(!wire.takeCredential(request.headers));
        QVERIFY(!wire.takeCredential({{"x-access-token", ""}}));
        wire.putCredential(request, Secret(QByteArray("TOK123")));
        QCOMPARE(request.headers.value("x-access-token"), QByteArray("TOK123"));
        QCOMPARE(wire.takeCredential(request.headers)->reveal(), QByteArray("TOK123"));
    }
};

LATCHKEY_TEST(AuroraTest)

#include "tst_aurora.moc"
