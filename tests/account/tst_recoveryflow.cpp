#include "account/recoveryflow.h"
#include "stage.h"
#include "support/testrunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using Step = RecoveryFlow::Step;

/// Back into an account whose password is lost.
class RecoveryFlowTest : public QObject
{
    Q_OBJECT

    /// A recovery that was opened where the password is asked for.
    struct Lost
    {
        explicit Lost(const api::ServerDescription &server = {.name = u"One"_s, .sendsMail = true})
        {
            signIn->submitEmail(u"ada@example.com"_s);
            stage.answer<api::IdentifyUser>({.ways = {api::SignInWay::Password}});
            signIn->recover();
            stage.answer<api::DescribeServer>(server);
        }
        RecoveryFlow &flow() { return *signIn->recovery(); }
        api::ResetRequested requested() const
        {
            return {.id = api::ResetId(u"r1"_s),
                    .resendAt = stage.clock.now() + 60s,
                    .expiresAt = stage.clock.now() + 5min};
        }
        void toReset()
        {
            flow().submitEmail(u"ada@example.com"_s);
            stage.answer<api::RequestPasswordReset>(requested());
        }

        Stage stage;
        std::unique_ptr<SignInFlow> signIn = stage.accounts.signInFlow(Stage::server());
    };

    static Secret good() { return Secret(u"violet teapot 42 harbour"_s); }
    static Error wrongCode()
    {
        Error error = Error::rejected(u"wrongCode"_s, u"code"_s);
        error.status = 422;
        return error;
    }

private Q_SLOTS:
    void aNewPasswordBringsBackToTheSignIn()
    {
        Lost lost;
        RecoveryFlow &flow = lost.flow();
        QCOMPARE(lost.signIn->step(), SignInFlow::Step::Recovery);
        QCOMPARE(flow.email(), u"ada@example.com"_s);
        flow.submitEmail(u" ada@Example.com "_s);
        QVERIFY(flow.isBusy());
        QCOMPARE(lost.stage.line(), QByteArray("POST /v1/resets"));
        lost.stage.answer<api::RequestPasswordReset>(lost.requested());
        QCOMPARE(flow.step(), Step::Reset);
        QCOMPARE(flow.ways().sent()->to, u"ada@example.com"_s);
        flow.submit(Secret(u"123456"_s), good());
        QCOMPARE(lost.stage.line(), QByteArray("POST /v1/password"));
        const QByteArray body = lost.stage.asked().body;
        QVERIFY(body.contains("r1") && body.contains("123456") && body.contains("teapot"));
        lost.stage.answer<api::ResetPassword>({});
        QCOMPARE(flow.step(), Step::Done);
        // The address is known, so that the password is the next that is asked for.
        QVERIFY(lost.signIn->isRecovered());
        QCOMPARE(lost.stage.line(), QByteArray("POST /v1/identify"));
        lost.stage.answer<api::IdentifyUser>({.ways = {api::SignInWay::Password}});
        QCOMPARE(lost.signIn->step(), SignInFlow::Step::Password);
        QCOMPARE(lost.signIn->email(), u"ada@example.com"_s);
        lost.signIn->submitPassword(good());
        lost.stage.answer<api::SignIn>({.signedIn = Stage::signedIn()});
        QCOMPARE(lost.signIn->step(), SignInFlow::Step::Done);
        QVERIFY(!lost.signIn->isRecovered());
    }

    void whatIsWrongIsToldBeforeAnythingIsSent()
    {
        Lost lost({.sendsMail = true, .passwords = {.minLength = 12}});
        RecoveryFlow &flow = lost.flow();
        flow.submitEmail(u"ada"_s);
        QCOMPARE(flow.error()->field, u"email"_s);
        QCOMPARE(flow.email(), u"ada"_s);
        lost.toReset();
        flow.submit({}, good());
        QCOMPARE(flow.error()->field, u"code"_s);
        flow.submit(Secret(u"123456"_s), Secret(u"zk4)Tq9x"_s));
        QCOMPARE(flow.error()->code, u"passwordTooShort"_s);
        QCOMPARE(flow.error()->field, u"password"_s);
        QCOMPARE(lost.stage.line(), QByteArray());
        flow.submit(Secret(u"111111"_s), good());
        lost.stage.refuse(wrongCode());
        QCOMPARE(flow.step(), Step::Reset);
        QCOMPARE(flow.error()->field, u"code"_s);
    }

    void backAndForthAsksForNoOtherCode()
    {
        Lost lost;
        RecoveryFlow &flow = lost.flow();
        lost.toReset();
        flow.back();
        QCOMPARE(flow.step(), Step::Email);
        flow.back();
        QCOMPARE(lost.signIn->step(), SignInFlow::Step::Password);
        lost.signIn->recover();
        QCOMPARE(lost.signIn->step(), SignInFlow::Step::Recovery);
        QCOMPARE(lost.signIn->recovery(), &flow);
        flow.submitEmail(u"ada@example.com"_s);
        QCOMPARE(flow.step(), Step::Reset);
        QCOMPARE(lost.stage.line(), QByteArray());
        // For another address, and for one that is worth nothing any more, it does.
        flow.back();
        flow.submitEmail(u"bea@example.com"_s);
        QCOMPARE(lost.stage.line(), QByteArray("POST /v1/resets"));
        lost.stage.answer<api::RequestPasswordReset>(lost.requested());
        flow.back();
        lost.stage.clock.advance(5min);
        flow.submitEmail(u"bea@example.com"_s);
        QCOMPARE(lost.stage.line(), QByteArray("POST /v1/resets"));
    }

    void aClockThatIsWrongMakesNoCodeLastForHours()
    {
        Lost lost;
        RecoveryFlow &flow = lost.flow();
        flow.submitEmail(u"ada@example.com"_s);
        api::ResetRequested told = lost.requested();
        told.resendAt += 3h;
        told.expiresAt += 3h;
        lost.stage.answer<api::RequestPasswordReset>(told);
        flow.back();
        lost.stage.clock.advance(10min);
        flow.submitEmail(u"ada@example.com"_s);
        QCOMPARE(lost.stage.line(), QByteArray("POST /v1/resets"));
    }

    void anotherCodeBelongsToAnotherRequest()
    {
        Lost lost;
        RecoveryFlow &flow = lost.flow();
        lost.toReset();
        lost.stage.clock.advance(60s);
        flow.ways().send();
        QVERIFY(lost.stage.asked().body.contains("ada@example.com"));
        lost.stage.answer<api::RequestPasswordReset>(
            {.id = api::ResetId(u"r2"_s), .expiresAt = lost.stage.clock.now() + 5min});
        flow.submit(Secret(u"123456"_s), good());
        QVERIFY(lost.stage.asked().body.contains("r2"));
    }

    void tooSoonIsToldAtTheAddress()
    {
        Lost lost;
        lost.flow().submitEmail(u"ada@example.com"_s);
        Error early = Error::of(Kind::RateLimited, u"codeTooSoon"_s);
        early.retryAfter = 40s;
        lost.stage.refuse(early);
        QCOMPARE(lost.flow().step(), Step::Email);
        QCOMPARE(lost.flow().error()->code, u"codeTooSoon"_s);
    }

    void anAdministratorsCodeNeedsNoRequest()
    {
        Lost lost;
        RecoveryFlow &flow = lost.flow();
        lost.toReset();
        flow.back();
        flow.haveCode();
        QVERIFY(flow.isCodeGiven());
        flow.submit(Secret(u"ABCDE-FGHJK-MNPQR"_s), good());
        const QByteArray body = lost.stage.asked().body;
        QVERIFY(body.contains("ABCDE-FGHJK-MNPQR") && !body.contains("r1"));
        lost.stage.refuse(wrongCode());
        flow.back();
        flow.submitEmail(u"ada@example.com"_s);
        QVERIFY(!flow.isCodeGiven());
        QCOMPARE(flow.step(), Step::Reset);
    }

    void howeverTheAddressWasTypedTheNewPasswordIsTold_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("then");
        QTest::addColumn<bool>("isTold");
        QTest::addRow("the same") << u" ada@Example.com "_s << u"ada@example.com"_s << true;
        QTest::addRow("nothing") << QString() << u"ada@example.com"_s << true;
        QTest::addRow("another") << u"ada@example.com"_s << u"bea@example.com"_s << false;
    }

    void howeverTheAddressWasTypedTheNewPasswordIsTold()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, then);
        QFETCH(const bool, isTold);
        Lost lost;
        RecoveryFlow &flow = lost.flow();
        flow.keepTyped(typed);
        flow.haveCode();
        flow.submit(Secret(u"ABCDE-FGHJK-MNPQR"_s), good());
        lost.stage.answer<api::ResetPassword>({});
        QVERIFY(lost.signIn->isRecovered());
        if (!typed.isEmpty()) {
            lost.stage.answer<api::IdentifyUser>({.ways = {api::SignInWay::Password}});
            lost.signIn->back();
        }
        lost.signIn->submitEmail(then);
        QCOMPARE(lost.signIn->isRecovered(), isTold);
    }

    void theNameIsSentToTheAddress()
    {
        Lost lost;
        RecoveryFlow &flow = lost.flow();
        flow.remind();
        flow.submitReminder(u"ada"_s);
        QCOMPARE(flow.error()->field, u"email"_s);
        flow.submitReminder(u"old@example.com"_s);
        QCOMPARE(lost.stage.line(), QByteArray("POST /v1/reminders"));
        lost.stage.answer<api::RemindUserName>({});
        QCOMPARE(flow.step(), Step::Reminded);
        flow.back();
        QCOMPARE(flow.step(), Step::Email);
        QCOMPARE(lost.signIn->step(), SignInFlow::Step::Recovery);
    }

    void aTakenBackAddressLeadsToTheReset()
    {
        Lost lost;
        RecoveryFlow &flow = lost.flow();
        flow.takeBack();
        flow.submitTakeBack({});
        QCOMPARE(flow.error()->field, u"code"_s);
        flow.submitTakeBack(Secret(u"WRONG"_s));
        lost.stage.refuse(wrongCode());
        QCOMPARE(flow.step(), Step::TakeBack);
        flow.submitTakeBack(Secret(u"RIGHT"_s));
        QCOMPARE(lost.stage.line(), QByteArray("POST /v1/email/take-back"));
        lost.stage.answer<api::TakeBackEmail>({});
        QCOMPARE(flow.step(), Step::Email);
        QVERIFY(flow.isTakenBack());
        QCOMPARE(flow.email(), QString());
        lost.toReset();
        QCOMPARE(flow.step(), Step::Reset);
    }

    void theAddressThatWasTypedStaysThoughOneWasTakenBack()
    {
        Lost lost;
        RecoveryFlow &flow = lost.flow();
        flow.keepTyped(u"old@example.com"_s);
        flow.takeBack();
        flow.submitTakeBack(Secret(u"RIGHT"_s));
        lost.stage.answer<api::TakeBackEmail>({});
        QCOMPARE(flow.email(), u"old@example.com"_s);
    }

    void whatWasRequestedBeforeItIsWorthNothing()
    {
        Lost lost;
        RecoveryFlow &flow = lost.flow();
        lost.toReset();
        flow.back();
        flow.takeBack();
        flow.submitTakeBack(Secret(u"RIGHT"_s));
        lost.stage.answer<api::TakeBackEmail>({});
        QVERIFY(!flow.ways().sent());
        flow.submitEmail(u"ada@example.com"_s);
        QCOMPARE(lost.stage.line(), QByteArray("POST /v1/resets"));
    }

    void whatTheServerMayHaveDoneIsWaitedFor()
    {
        Lost lost;
        RecoveryFlow &flow = lost.flow();
        lost.toReset();
        flow.submit(Secret(u"123456"_s), good());
        QCOMPARE(lost.stage.line(), QByteArray("POST /v1/password"));
        QVERIFY(flow.isTaking());
        flow.back();
        QCOMPARE(flow.step(), Step::Reset);
        QCOMPARE(lost.stage.line(), QByteArray("POST /v1/password"));
        lost.stage.refuse(wrongCode());
        QVERIFY(!flow.isTaking() && !flow.isBusy());
        flow.back();
        QCOMPARE(flow.step(), Step::Email);
        flow.takeBack();
        flow.submitTakeBack(Secret(u"RIGHT"_s));
        QCOMPARE(lost.stage.line(), QByteArray("POST /v1/email/take-back"));
        flow.back();
        QCOMPARE(flow.step(), Step::TakeBack);
        lost.stage.answer<api::TakeBackEmail>({});
        QVERIFY(flow.isTakenBack() && !flow.isTaking());
    }

    void aServerWithoutMailIsKnownAsSuch()
    {
        QVERIFY(Lost().flow().sendsMail());
        QVERIFY(!Lost({.sendsMail = false}).flow().sendsMail());
    }

    void nothingGoesToAServerThatNobodyVouchesFor()
    {
        Lost lost;
        lost.toReset();
        lost.stage.vouch = [](const QUrl &) {
            return Call<Nothing>::finished(failure(Error::of(Kind::Conflict, u"ownServerInUse"_s)));
        };
        lost.flow().submit(Secret(u"123456"_s), good());
        settle();
        QCOMPARE(lost.stage.line(), QByteArray());
        QCOMPARE(lost.flow().error()->code, u"ownServerInUse"_s);
    }

    void closedWhileLoading()
    {
        Lost lost;
        lost.flow().submitEmail(u"ada@example.com"_s);
        lost.stage.asked();
        const size_t asked = lost.stage.count() - 1;
        lost.signIn.reset();
        settle();
        QVERIFY(!lost.stage.net().isWanted(asked));
    }
};

LATCHKEY_TEST(RecoveryFlowTest)

#include "tst_recoveryflow.moc"
