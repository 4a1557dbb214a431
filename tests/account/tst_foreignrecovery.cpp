#include "account/recoveryflow.h"
#include "api/session.h"
#include "foreignstage.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using Kind = Error::Kind;
using Step = RecoveryFlow::Step;

namespace {

/// Somebody who lost the password to an account that another API keeps.
struct Lost
{
    Lost(const QString &wire, const QString &login)
        : signIn(stage.accounts.signInFlow(serverBy(wire)))
    {
        signIn->submitEmail(login);
        if (stage.line() == "POST /users/authentication")
            say(stage, 200, R"({"authenticationStrategy":"Password"})");
        signIn->recover();
        if (wire == "temporal"_L1)
            say(stage, 200, R"({"code":200,"response":"systems online","version":"v3"})");
        else if (wire == "mmdl"_L1)
            say(stage, 200, R"({"success":true,"data":{"message":true}})");
        else
            say(stage, 204, {});
    }

    RecoveryFlow &flow() { return *signIn->recovery(); }

    Stage stage;
    std::unique_ptr<SignInFlow> signIn;
};

const Secret good(u"violet teapot 42 harbour"_s);
const QByteArray theHash(128, 'a');

} // namespace

/// The ways back into an account that each API has, and no others.
class ForeignRecoveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void someHaveNone_data()
    {
        QTest::addColumn<QString>("wire");
        for (const char *wire : {"aurora", "oneshot"})
            QTest::newRow(wire) << QString::fromLatin1(wire);
    }
    void someHaveNone()
    {
        QFETCH(const QString, wire);
        Stage stage;
        const auto flow = stage.accounts.signInFlow(serverBy(wire));
        flow->submitEmail(u"ada"_s);
        settle();
        QVERIFY(!flow->canRecover());
        flow->recover();
        QCOMPARE(flow->step(), SignInFlow::Step::Password);
    }

    void temporalMailsAllThatThereIsToDo()
    {
        Lost lost(u"temporal"_s, u"ada@example.com"_s);
        RecoveryFlow &flow = lost.flow();
        QCOMPARE(flow.email(), u"ada@example.com"_s);
        QVERIFY(flow.sendsMail()); // as far as anybody knows
        QVERIFY(!flow.takesCode());
        QVERIFY(!flow.asksForName());
        flow.haveCode();
        flow.takeBack();
        QCOMPARE(flow.step(), Step::Email); // nobody there knows of such codes
        flow.submitEmail(u"ada@example.com"_s);
        QCOMPARE(lost.stage.line(), QByteArray("POST /v2/forgot/password"));
        QVERIFY(lost.stage.asked().body.contains("email_address"));
        say(lost.stage, 400, R"({"code":400,"response":"unable to find username"})");
        QCOMPARE(flow.step(), Step::Email);
        QCOMPARE(flow.error()->code, u"userUnknown"_s);
        flow.submitEmail(u"ada@example.com"_s);
        say(lost.stage, 200,
            R"({"code":200,"response":"password reset, please check your email for a new password"})");
        QCOMPARE(flow.step(), Step::Mailed);
        QCOMPARE(flow.email(), u"ada@example.com"_s);
        flow.back();
        QCOMPARE(lost.signIn->step(), SignInFlow::Step::Password);
        QVERIFY(!lost.signIn->isRecovered());
        lost.signIn->recover();
        QCOMPARE(lost.flow().step(), Step::Email);
    }

    void temporalRemindsOfAName()
    {
        Lost lost(u"temporal"_s, u"ada"_s);
        RecoveryFlow &flow = lost.flow();
        QVERIFY(flow.email().isEmpty()); // a name is no address
        QVERIFY(flow.canRemind());
        flow.remind();
        flow.submitReminder(u"ada@example.com"_s);
        QCOMPARE(lost.stage.line(), QByteArray("POST /v2/forgot/username"));
        say(lost.stage, 200, R"({"code":200,"response":"username reminder sent account email"})");
        QCOMPARE(flow.step(), Step::Reminded);
    }

    void wingspanMailsAllThatThereIsToDo()
    {
        Lost lost(u"wingspan"_s, u"ada@example.com"_s);
        RecoveryFlow &flow = lost.flow();
        QVERIFY(!flow.canRemind());
        flow.remind();
        QCOMPARE(flow.step(), Step::Email);
        flow.submitEmail(u"ada@example.com"_s);
        QCOMPARE(lost.stage.line(), QByteArray("POST /users/user/password/reset"));
        QVERIFY(lost.stage.asked().body.contains("ada@example.com"));
        say(lost.stage, 204, {});
        QCOMPARE(flow.step(), Step::Mailed);
    }

    void mmdlIsAskedByName()
    {
        Lost lost(u"mmdl"_s, u"ada"_s);
        RecoveryFlow &flow = lost.flow();
        QVERIFY(flow.asksForName());
        QVERIFY(flow.takesCode());
        QVERIFY(!flow.takesGivenCode());
        QVERIFY(!flow.canRemind());
        QCOMPARE(flow.email(), u"ada"_s);
        flow.submitEmail(u" "_s);
        QCOMPARE(flow.error()->field, u"email"_s);
        flow.submitEmail(u"ada"_s);
        QCOMPARE(lost.stage.line(), QByteArray("GET /api/users/requestotp"));
        QCOMPARE(lost.stage.asked().query, QByteArray("username=ada"));
        say(lost.stage, 403, R"({"success":false,"data":{"message":"ERROR_INVALID_USERNAME"}})");
        QCOMPARE(flow.error()->code, u"userUnknown"_s);
        QCOMPARE(flow.step(), Step::Email);
        flow.submitEmail(u"ada"_s);
        say(lost.stage, 200,
            "{\"success\":true,\"data\":{\"message\":{\"userhash\":\"" + theHash +
                "\",\"reqid\":\"0123456789abcdef\"}}}");
        QCOMPARE(flow.step(), Step::Reset);
        QCOMPARE(flow.ways().sent()->to, u"ada"_s);
        QCOMPARE(flow.ways().sent()->expiresAt, api::never); // it doesn't say for how long

        flow.submit(Secret(u"111111"_s), good);
        QCOMPARE(lost.stage.line(), QByteArray("POST /api/users/modifypassword"));
        say(lost.stage, 401, R"({"success":false,"data":{"message":"ERROR_INVALID_OTP"}})");
        QCOMPARE(flow.error()->code, u"wrongCode"_s);
        QCOMPARE(flow.step(), Step::Reset);
        flow.submit(Secret(u"123456"_s), good);
        const QByteArray body = lost.stage.asked().body;
        QVERIFY(body.contains(theHash) && body.contains("0123456789abcdef"));
        QVERIFY(body.contains("123456") && body.contains("teapot"));
        say(lost.stage, 200, R"({"success":true,"data":{"message":"PASSWORD_RESET_OK"}})");
        QCOMPARE(flow.step(), Step::Done);
        settle();
        QVERIFY(lost.signIn->isRecovered());
        QCOMPARE(lost.signIn->step(), SignInFlow::Step::Password);
        QCOMPARE(lost.signIn->email(), u"ada"_s);
    }

    void mmdlIsAskedAsItsPageHasItWhereThatIsKnown()
    {
        Stage stage;
        const auto signIn = stage.accounts.signInFlow(serverBy(u"mmdl"_s));
        signIn->submitEmail(u"ada"_s);
        settle();
        signIn->submitPassword(Secret(u"right"_s));
        QCOMPARE(stage.line(), QByteArray("POST /api/login"));
        stage.give({.status = 404, .headers = {{"Content-Type", "text/html"}}});
        QVERIFY(signIn->isBusy());
        QCOMPARE(stage.line(), QByteArray("POST /api/users/login"));
        QVERIFY(stage.asked().body.contains("right"));
        stage.give({.status = 404, .headers = {{"Content-Type", "text/html"}}});
        QCOMPARE(stage.line(), QByteArray()); // there is no third
        QCOMPARE(signIn->error()->kind, Kind::NotFound);

        Lost lost(u"mmdl"_s, u"ada"_s);
        RecoveryFlow &flow = lost.flow();
        flow.submitEmail(u"ada"_s);
        say(lost.stage, 422, R"({"success":false,"data":{"message":"INVALID_METHOD"}})");
        QCOMPARE(lost.stage.line(), QByteArray("POST /api/users/requestotp"));
        QCOMPARE(lost.stage.asked().body, QByteArray(R"({"username":"ada"})"));
        say(lost.stage, 200,
            "{\"success\":true,\"data\":{\"message\":{\"userhash\":\"" + theHash +
                "\",\"reqid\":\"0123456789abcdef\"}}}");
        QCOMPARE(flow.step(), Step::Reset);
        flow.submit(Secret(u"123456"_s), good);
        QVERIFY(lost.stage.asked().body.contains("\"otp\":\"123456\""));
        say(lost.stage, 422, R"({"success":false,"data":{"message":"INVALID_INPUT"}})");
        QVERIFY(lost.stage.asked().body.contains("\"OTP\":\"123456\""));
        say(lost.stage, 200, R"({"success":true,"data":{"message":"PASSWORD_RESET_OK"}})");
        QCOMPARE(flow.step(), Step::Done);
    }
};

LATCHKEY_TEST(ForeignRecoveryTest)

#include "tst_foreignrecovery.moc"
