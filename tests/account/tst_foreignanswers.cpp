#include "foreignstage.h"
#include "support/testrunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;

namespace {

/// Somebody whose account has been heard of whole.
struct Known : Stage
{
    explicit Known(const QString &wire, int version = 0)
        : account(enterBy(*this, wire, version))
    {}

    Profile profile() const { return account.profile(); }
    void say(int status, const QByteArray &body, const HttpHeaders &headers = {})
    {
        test::say(*this, status, body, headers);
    }
    /// What the next start will find.
    QString keptToken()
    {
        QString kept;
        keeping.fetch(account.id(), KeepingPlace::Keychain)
            .then(&account, [&kept](const Result<Secret> &token) {
                kept = token ? token->revealText() : QString();
            });
        settle();
        return kept;
    }

    Account &account;
};

} // namespace

/// What an answer leaves out is as it was: of the account, of its session and of its token.
class ForeignAnswersTest : public QObject
{
    Q_OBJECT

    /// Nothing is lost here or for the next start.
    static void isWhole(Known &stage, int token = 1)
    {
        const QByteArray expected = foreignToken(token);
        QVERIFY(stage.account.credential());
        QCOMPARE(stage.account.credential()->reveal(), expected);
        QCOMPARE(stage.keptToken(), QString::fromLatin1(expected));
        QVERIFY(stage.profile().tokenEnds);
        QCOMPARE(*stage.profile().tokenEnds, stage.clock.now() + std::chrono::hours(24));
        QVERIFY(!stage.profile().name.isEmpty());
        QCOMPARE(stage.profile().login(), u"ada"_s);
        QVERIFY(stage.account.state().isOnline());
    }

private Q_SLOTS:
    void temporalTellsNoTokenWithAPassword()
    {
        Known stage(u"temporal"_s);
        QCOMPARE(stage.line(), QByteArray("GET /v2/account/token/username"));
        stage.say(200, R"({"code":200,"response":"ada"})");
        QCOMPARE(stage.account.user()->email, u"ada@example.com"_s);
        QVERIFY(stage.account.user()->emailVerified);
        const QSignalSpy replaced(&stage.account, &Account::credentialReplaced);
        bool isChanged = false;
        stage.account
            .ask(api::ChangePassword{.current = Secret(u"before"_s), .next = Secret(u"after"_s)})
            .then(this, [&isChanged](const auto &begun) { isChanged = begun.has_value(); });
        QCOMPARE(stage.line(), QByteArray("POST /v2/account/password/change"));
        stage.say(200, R"({"code":200,"response":"password changed"})");
        QVERIFY(isChanged);
        QVERIFY(replaced.isEmpty());
        QCOMPARE(api::loginOf(*stage.account.user()), u"ada"_s);
        QCOMPARE(stage.account.user()->email, u"ada@example.com"_s);
        isWhole(stage);
    }

    void auroraTellsNoMoreThanWasAsked()
    {
        Known stage(u"aurora"_s, 7);
        QCOMPARE(stage.line(), QByteArray("GET /api/v7/user/info"));
        stage.say(200, R"({"success":true,"username":"ada","email":"ada@example.com"})");
        stage.account.ask(api::EditAccount{.userName = u"ada"_s,
                                           .email = u"countess@example.com"_s,
                                           .password = Secret(u"after"_s)});
        QCOMPARE(stage.line(), QByteArray("PUT /api/v7/user/info"));
        stage.say(200, R"({"success":true})");
        QCOMPARE(*stage.account.user()->userName, u"ada"_s);
        QCOMPARE(stage.account.user()->email, u"countess@example.com"_s);
        QCOMPARE(*stage.account.user()->phone, u"+14104350691"_s);
        isWhole(stage);
    }

    void oneShotTellsNoAddress()
    {
        const auto shown = [](const QByteArray &name) -> QByteArray {
            return "{\"id\":\"ee8e77d9-290e-4bb9-84a1-c2b7efb338df\",\"name\":\"" + name +
                   "\",\"created_at\":\"2027-01-15T08:00:00.063095Z\"}";
        };
        Known stage(u"oneshot"_s);
        QCOMPARE(stage.line(), QByteArray("GET /user/self"));
        stage.say(200, shown("ada"));
        QCOMPARE(stage.account.user()->email, u"ada@example.com"_s);
        stage.account.ask(
            api::EditAccount{.userName = u"countess"_s, .password = Secret(u"after"_s)});
        stage.say(200, shown("countess"));
        QCOMPARE(*stage.account.user()->userName, u"countess"_s);
        QCOMPARE(stage.profile().email, u"ada@example.com"_s);
        QCOMPARE(stage.keptToken(), QString::fromLatin1(foreignToken(1)));
    }

    void mmdlTellsItAll()
    {
        Known stage(u"mmdl"_s);
        QVERIFY(stage.line().startsWith("GET /api/users/info"));
        stage.say(200, R"({"success":true,"data":{"message":{"users_id":1,"username":"ada",
            "email":"countess@example.com","password":"$2b$10$","created":"1800000000","level":"0",
            "userhash":"aa","mobile":null,"id":"11","expires":null,"session_token":null,
            "name":null,"email_verified":null,"emailVerified":null,"image":null}}})");
        QCOMPARE(stage.account.user()->email, u"countess@example.com"_s);
        isWhole(stage);
    }

    /// Also for whoever asks by the account.
    void mmdlIsAskedAsItsPageHasItWhereItsServerHasNot()
    {
        Known stage(u"mmdl"_s);
        stage.breakOff(); // known as it was
        bool isAsked = false;
        stage.account.ask(api::RequestPasswordReset{.email = {}, .login = u"ada"_s})
            .then(this, [&isAsked](const auto &asked) { isAsked = asked.has_value(); });
        QVERIFY(stage.line().startsWith("GET "));
        stage.say(404, {});
        QCOMPARE(stage.line(), QByteArray("POST /api/users/requestotp"));
        QCOMPARE(stage.asked().body, QByteArray(R"({"username":"ada"})"));
        stage.say(200, saidByMmdl(R"({"userhash":"aa","reqid":"r"})"));
        QVERIFY(isAsked);
    }

    void wingspanTellsAnAddressOrANumberAlone()
    {
        Known stage(u"wingspan"_s);
        QCOMPARE(stage.line(), QByteArray("GET /users/user/usr_1"));
        stage.breakOff(); // known as it was
        stage.account.ask(api::FinishEmailVerification{.code = Secret(u"123456"_s)});
        QCOMPARE(stage.line(), QByteArray("PATCH /users/user/usr_1/verification/email"));
        stage.say(200, R"({"email":"countess@example.com","status":"Verified","userId":"usr_1"})");
        api::User expected = foreignAda();
        expected.email = u"countess@example.com"_s;
        QVERIFY(*stage.account.user() == expected);
        stage.account.ask(api::FinishPhoneVerification{.code = Secret(u"123456"_s)});
        stage.say(200, R"({"phone":"+14104350692","status":"Verified","userId":"usr_1","session":{
            "expiration":"2027-01-15T08:05:00.000Z","sessionType":"User","userId":"usr_1"}})");
        expected.phone = u"+14104350692"_s;
        QVERIFY(*stage.account.user() == expected);
        isWhole(stage);
    }

    void wingspanTellsTheWholeAccountWhereItIsAskedForIt()
    {
        Known stage(u"wingspan"_s);
        stage.say(200, adaOfWingspan);
        QVERIFY(!stage.account.user()->phone); // it has none any more
        QCOMPARE(stage.account.user()->name, u"Ada"_s);
        isWhole(stage);
    }

    void wingspanTellsOfAProvenSessionWhatItsTokenSays()
    {
        Known stage(u"wingspan"_s);
        stage.breakOff();
        bool isProven = false;
        stage.account
            .prove(
                api::ProveWithCode{.factor = api::Factor::EmailCode, .code = Secret(u"123456"_s)})
            .then(this, [&isProven](const auto &proven) { isProven = proven.has_value(); });
        QCOMPARE(stage.line(), QByteArray("PATCH /users/session/otp"));
        stage.say(204, {}, {{"Wingspan-Session", foreignToken(2)}});
        QVERIFY(isProven);
        QVERIFY(*stage.account.user() == foreignAda());
        isWhole(stage, 2);
    }

    void whoSignsInAgainKeepsWhatIsKnown()
    {
        Known stage(u"aurora"_s);
        api::User told; // as a wire tells it that knows no more than by what they signed in
        told.isPart = true;
        told.userName = u"ada"_s;
        const Profile again = stage.accounts.profileFor(stage.profile().server, told);
        QCOMPARE(again.id, stage.profile().id);
        QCOMPARE(again.email, u"ada@example.com"_s);
        QCOMPARE(again.name, u"Ada"_s);
    }
};

LATCHKEY_TEST(ForeignAnswersTest)

#include "tst_foreignanswers.moc"
