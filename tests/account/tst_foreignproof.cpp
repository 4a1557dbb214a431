#include "account/factorstore.h"
#include "account/identitystore.h"
#include "account/proofbycode.h"
#include "account/proofway.h"
#include "foreignstage.h"
#include "support/testrunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;

Q_DECLARE_METATYPE(latchkey::account::ProofWay)

namespace {

/// Wingspan wants to know who lists the API sessions.
struct Waiting
{
    explicit Waiting(bool hasPhone = false)
        : account(enterBy(stage, u"wingspan"_s))
    {
        if (hasPhone)
            stage.breakOff(); // known as it was
        else
            say(stage, 200, adaOfWingspan);
        account.ask(api::ListApiSessions{}).then(&account, [this](const auto &listed) {
            isListed = listed.has_value();
        });
        say(stage, 403, R"({"error":"OTP verification required"})");
    }

    /// Answers everything, and tells what was asked.
    QByteArrayList rest()
    {
        QByteArrayList lines;
        for (QByteArray line = stage.line(); !line.isEmpty(); line = stage.line()) {
            lines << line;
            if (line == "GET /users/session/api")
                listedWith = stage.asked().headers.value("Authorization");
            if (line.startsWith("DELETE"))
                say(stage, 204, {});
            else
                say(stage, 200, line == "GET /users/session/api" ? "[]" : adaOfWingspan);
        }
        return lines;
    }

    Stage stage;
    bool isListed = false;
    QByteArray listedWith;
    Account &account;
};

} // namespace

/// Who is there is shown by what the server's API has a word for.
class ForeignProofTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWayIsWhatTheWireHas_data()
    {
        QTest::addColumn<QString>("wire");
        QTest::addColumn<api::Level>("level");
        QTest::addColumn<ProofWay>("way");
        const auto row = [](const char *wire, api::Level level, ProofWay way) {
            QTest::addRow("%s %d", wire, int(level)) << QString::fromLatin1(wire) << level << way;
        };
        row("latchkey", api::Level::Password, ProofWay::Password);
        row("latchkey", api::Level::SecondFactor, ProofWay::Code);
        row("wingspan", api::Level::Password, ProofWay::Code);
        row("wingspan", api::Level::SecondFactor, ProofWay::Code);
        for (const char *wire : {"aurora", "oneshot", "mmdl", "temporal"})
            row(wire, api::Level::Password, ProofWay::SignIn);
    }
    void theWayIsWhatTheWireHas()
    {
        QFETCH(const QString, wire);
        QFETCH(const api::Level, level);
        Stage stage;
        const Account &account = enterBy(stage, wire);
        const IdentityStore &identities = *stage.accounts.identities(account.id());
        QTEST(proofWayOf(account, identities, level), "way");
    }

    void wingspanProvesByItsOwnCode()
    {
        Waiting one;
        QCOMPARE(one.account.neededProof(), std::optional(api::Level::Password));
        QSignalSpy ended(&one.account, &Account::proofEnded);
        ProofByCode proof(one.account, *one.stage.accounts.factors(one.account.id()));
        QCOMPARE(proof.ways().offered(), QList{api::Factor::EmailCode});
        QCOMPARE(one.stage.line(), QByteArray("POST /users/session/otp"));
        QVERIFY(one.stage.asked().body.contains(R"("channel":"Email")"));
        say(one.stage, 204, {});
        QVERIFY(proof.ways().sent());

        QString code;
        proof.submit(Secret(u"111111"_s)).then(this, [&code](const auto &proven) {
            code = proven.error().code;
        });
        say(one.stage, 400, R"({"error":"Invalid verification code"})");
        QCOMPARE(code, u"wrongCode"_s);
        QVERIFY(one.account.isProofNeeded());

        proof.submit(Secret(u"123456"_s));
        QCOMPARE(one.stage.line(), QByteArray("PATCH /users/session/otp"));
        say(one.stage, 200, sessionOfWingspan(2));
        QCOMPARE(ended.takeFirst().first().toBool(), true);
        one.rest();
        QVERIFY(one.isListed);
        QCOMPARE(one.listedWith, "Bearer " + foreignToken(2));
    }

    void aPhoneComesFirstAndWhatIsNotThereIsPassedOver()
    {
        Waiting one(true);
        ProofByCode proof(one.account, *one.stage.accounts.factors(one.account.id()));
        const QSignalSpy impossible(&proof, &ProofByCode::impossible);
        QCOMPARE(proof.ways().chosen(), api::Factor::SmsCode);
        QVERIFY(one.stage.asked().body.contains(R"("channel":"SMS")"));
        say(one.stage, 404, R"({"error":"Not found"})");
        QCOMPARE(proof.ways().offered(), QList{api::Factor::EmailCode});
        QVERIFY(impossible.isEmpty());
        QVERIFY(one.stage.asked().body.contains(R"("channel":"Email")"));
        say(one.stage, 404, R"({"error":"Not found"})");
        QCOMPARE(impossible.size(), 1);
        QVERIFY(one.stage.line().isEmpty());
        QVERIFY(one.account.isProofNeeded());
    }

    void aCodeThatCouldNotBeSentCanBeSentOnceMore()
    {
        Waiting one;
        ProofByCode proof(one.account, *one.stage.accounts.factors(one.account.id()));
        const QSignalSpy impossible(&proof, &ProofByCode::impossible);
        one.stage.asked();
        one.stage.breakOff();
        QVERIFY(impossible.isEmpty());
        QCOMPARE(proof.ways().chosen(), api::Factor::EmailCode);
        QVERIFY(proof.ways().error());
        proof.ways().send();
        QCOMPARE(one.stage.line(), QByteArray("POST /users/session/otp"));
    }

    void noDeviceIsTrustedWhereTheApiHasNoWordForIt()
    {
        Stage stage;
        const auto flow = stage.accounts.signInFlow(serverBy(u"wingspan"_s));
        flow->submitEmail(u"ada@example.com"_s);
        settle();
        say(stage, 200, R"({"authenticationStrategy":"Password"})");
        flow->submitPassword(Secret(u"right"_s));
        say(stage, 200,
            R"({"expiration":"2027-01-15T08:05:00.000Z","sessionType":"Guest","token":"chl_1"})");
        QCOMPARE(flow->step(), SignInFlow::Step::SecondFactor);
        QVERIFY(!flow->canTrustDevice());
    }

    void whoSignsInAnewHasProven()
    {
        Waiting one;
        QSignalSpy ended(&one.account, &Account::proofEnded);
        const auto flow = one.stage.accounts.signInAgain(one.account.id());
        QCOMPARE(one.stage.line(), QByteArray("POST /users/authentication"));
        say(one.stage, 200, R"({"authenticationStrategy":"Password"})");
        flow->submitPassword(Secret(u"right"_s));
        QCOMPARE(one.stage.line(), QByteArray("POST /users/session"));
        QVERIFY(one.account.isProofNeeded());
        say(one.stage, 200, sessionOfWingspan(2));
        QCOMPARE(flow->step(), SignInFlow::Step::Done);
        QCOMPARE(flow->profile(), one.account.id());
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended.first().first().toBool(), true);
        const QByteArrayList lines = one.rest();
        QVERIFY(one.isListed);
        QCOMPARE(one.listedWith, "Bearer " + foreignToken(2));
        // Nobody has the other one any more.
        QVERIFY(lines.contains("DELETE /users/session/token/" + foreignToken()));
    }

    void whoDeclinesEndsWhatWaited()
    {
        Waiting one;
        one.account.declineProof();
        settle();
        QVERIFY(!one.account.isProofNeeded());
        QVERIFY(!one.isListed);
        QVERIFY(one.account.state().isOnline());
    }
};

LATCHKEY_TEST(ForeignProofTest)

#include "tst_foreignproof.moc"
