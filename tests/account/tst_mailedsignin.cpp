#include "stage.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using namespace std::chrono_literals;
using api::SignInWay;
using Kind = Error::Kind;
using Step = SignInFlow::Step;

namespace {

/// A flow whose password is asked for, and whose mailbox will do.
struct Entering
{
    explicit Entering(QList<SignInWay> ways = {SignInWay::Password, SignInWay::EmailCode},
                      const QString &login = u"ada@example.com"_s)
        : flow(stage.accounts.signInFlow(Stage::server()))
    {
        flow->submitEmail(login);
        stage.answer<api::IdentifyUser>({.ways = std::move(ways)});
    }

    void sent(const QString &id = u"sgn1"_s)
    {
        stage.answer<api::SignInByEmail>({.id = api::SignInId(id),
                                          .sent = {.to = u"ada@example.com"_s,
                                                   .resendAt = stage.clock.now() + 60s,
                                                   .expiresAt = stage.clock.now() + 5min}});
    }

    Stage stage;
    std::unique_ptr<SignInFlow> flow;
};

} // namespace

class MailedSignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsInByTheCodeOfTheMailbox()
    {
        Entering one;
        QVERIFY(one.flow->canMailCode());
        one.flow->mailCode();
        QCOMPARE(one.flow->step(), Step::EmailCode);
        QVERIFY(one.flow->codeWays().isSending());
        QCOMPARE(one.stage.line(), QByteArray("POST /v1/email-sign-ins"));
        QVERIFY(one.stage.asked().body.contains("ada@example.com"));
        one.sent();
        QCOMPARE(one.flow->codeWays().chosen(), api::Factor::EmailCode);
        one.flow->submitCode(Secret(u"000000"_s));
        QCOMPARE(one.stage.line(), QByteArray("POST /v1/email-sign-ins/sgn1"));
        one.stage.refuse(Error::rejected(u"wrongCode"_s, u"code"_s));
        QCOMPARE(one.flow->step(), Step::EmailCode);
        one.flow->submitCode(Secret(u"123456"_s));
        QVERIFY(one.stage.asked().body.contains("of this one at one.example"));
        one.stage.answer<api::FinishSignInByEmail>({.signedIn = Stage::signedIn()});
        QCOMPARE(one.flow->step(), Step::Done);
    }

    void anotherCodeIsForAnotherRequest()
    {
        Entering one;
        one.flow->mailCode();
        one.sent();
        one.stage.clock.advance(1min);
        one.flow->codeWays().send();
        one.sent(u"sgn2"_s);
        one.flow->submitCode(Secret(u"123456"_s));
        QCOMPARE(one.stage.line(), QByteArray("POST /v1/email-sign-ins/sgn2"));
    }

    void whoGoesBackNeedsNoOtherCode()
    {
        Entering one;
        one.flow->mailCode();
        one.sent();
        one.flow->back();
        QCOMPARE(one.flow->step(), Step::Password);
        one.flow->mailCode();
        QCOMPARE(one.stage.line(), QByteArray());
        QVERIFY(one.flow->codeWays().sent());
        one.flow->submitCode(Secret(u"123456"_s));
        QCOMPARE(one.stage.line(), QByteArray("POST /v1/email-sign-ins/sgn1"));
    }

    void anotherAddressGetsItsOwn()
    {
        Entering one;
        one.flow->mailCode();
        one.sent();
        one.flow->back();
        one.flow->back();
        one.flow->submitEmail(u"grace@example.com"_s);
        one.stage.answer<api::IdentifyUser>({.ways = {SignInWay::Password, SignInWay::EmailCode}});
        one.flow->mailCode();
        QVERIFY(one.stage.asked().body.contains("grace@example.com"));
    }

    void whatCouldNotBeSentIsTold()
    {
        Entering one;
        one.flow->mailCode();
        one.stage.refuse(Error::of(Kind::Conflict, u"noMail"_s));
        QCOMPARE(one.flow->step(), Step::EmailCode);
        QCOMPARE(one.flow->codeWays().error()->code, u"noMail"_s);
        one.flow->submitCode(Secret(u"123456"_s)); // there is none
        QCOMPARE(one.stage.line(), QByteArray());
    }

    void anAccountMayAskForItsPasswordAllTheSame()
    {
        Entering one;
        one.flow->mailCode();
        one.sent();
        one.flow->submitCode(Secret(u"123456"_s));
        one.stage.refuse(Error::of(Kind::Conflict, u"passwordNeeded"_s));
        QCOMPARE(one.flow->step(), Step::Password);
        QCOMPARE(one.flow->error()->code, u"passwordNeeded"_s);
        one.flow->submitPassword(Secret(u"right"_s));
        one.stage.answer<api::SignIn>({.signedIn = Stage::signedIn()});
        QCOMPARE(one.flow->step(), Step::Done);
    }

    void aSecondFactorTakesItsPlace()
    {
        Entering one;
        one.flow->mailCode();
        one.sent();
        one.flow->submitCode(Secret(u"123456"_s));
        one.stage.answer<api::FinishSignInByEmail>(
            {.challenge = api::Challenge{.id = api::ChallengeId(u"c1"_s),
                                         .factors = {api::Factor::SmsCode}}});
        QCOMPARE(one.flow->step(), Step::SecondFactor);
        QCOMPARE(one.stage.line(), QByteArray("POST /v1/challenges/c1/code"));
        one.stage.refuse(Error::of(Kind::NotFound, u"challengeUnknown"_s));
        QCOMPARE(one.flow->step(), Step::Password);
        // The code of the mailbox was used up.
        one.flow->mailCode();
        QCOMPARE(one.stage.line(), QByteArray("POST /v1/email-sign-ins"));
    }

    void onlyWhereItIsOffered()
    {
        QVERIFY(!Entering({SignInWay::Password}).flow->canMailCode());
        QVERIFY(
            !Entering({SignInWay::Password, SignInWay::EmailCode}, u"ada"_s).flow->canMailCode());
        Entering one({SignInWay::Password});
        one.flow->mailCode();
        QCOMPARE(one.flow->step(), Step::Password);
    }

    void whereItIsTheOnlyWayItIsGone()
    {
        Entering one({SignInWay::EmailCode});
        QCOMPARE(one.flow->step(), Step::EmailCode);
        one.flow->back();
        QCOMPARE(one.flow->step(), Step::Email);
    }

    void aTrustedDeviceSaysSo()
    {
        Entering one;
        const ProfileId id = one.stage.signIn().id();
        one.stage.keeping.keepTrust(id, KeepingPlace::Keychain, Secret(u"lkt_x"_s));
        one.flow->mailCode();
        one.sent();
        one.flow->submitCode(Secret(u"123456"_s));
        QVERIFY(one.stage.asked().body.contains("lkt_x"));
    }
};

LATCHKEY_TEST(MailedSignInTest)

#include "tst_mailedsignin.moc"
