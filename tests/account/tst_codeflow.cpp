#include "account/factorenrolment.h"
#include "account/factorstore.h"
#include "account/verification.h"
#include "stage.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using Step = CodeFlow::Step;

/// A code goes out, and comes back typed: for what it is good is the way's.
class CodeFlowTest : public QObject
{
    Q_OBJECT

    static api::CodeSent sent(Stage &stage, const QString &to = u"ada@example.com"_s)
    {
        return {
            .to = to, .resendAt = stage.clock.now() + 60s, .expiresAt = stage.clock.now() + 5min};
    }
    static Error refused(Kind kind, const QString &code, const QString &field = {})
    {
        Error error = Error::of(kind, code);
        error.field = field;
        return error;
    }
    static Error tooSoon()
    {
        Error soon = Error::of(Kind::RateLimited, u"codeTooSoon"_s);
        soon.retryAfter = 20s;
        return soon;
    }
    static api::User verified()
    {
        api::User user = Stage::user(u"Ada"_s, 2);
        user.emailVerified = true;
        return user;
    }

private Q_SLOTS:
    void theAddressIsVerifiedByTheCodeItGot()
    {
        Stage stage;
        Account &account = stage.signIn();
        CodeFlow flow(stage.clock);
        flow.start(emailVerification(account));
        QVERIFY(flow.isBusy());
        QCOMPARE(stage.line(), QByteArray("POST /v1/me/email/code"));
        stage.answer<api::StartEmailVerification>(sent(stage));
        QCOMPARE(flow.step(), Step::Code);
        QCOMPARE(flow.ways().sent()->to, u"ada@example.com"_s);
        flow.submit(Secret(u"000000"_s));
        stage.refuse(refused(Kind::Rejected, u"wrongCode"_s, u"code"_s));
        QCOMPARE(flow.step(), Step::Code);
        QCOMPARE(flow.error()->code, u"wrongCode"_s);
        flow.submit(Secret(u"123456"_s));
        QVERIFY(!flow.error());
        QVERIFY(stage.asked().body.contains("123456"));
        stage.answer<api::FinishEmailVerification>(verified());
        QCOMPARE(flow.step(), Step::Done);
        QVERIFY(account.user()->emailVerified);
    }

    void anotherOneTakesThePlaceOfTheFirst()
    {
        Stage stage;
        CodeFlow flow(stage.clock);
        flow.start(emailChange(stage.signIn(), u"new@example.com"_s));
        QVERIFY(stage.asked().body.contains("new@example.com"));
        stage.answer<api::StartEmailChange>(sent(stage, u"new@example.com"_s));
        stage.clock.advance(60s);
        flow.ways().send();
        QCOMPARE(stage.line(), QByteArray("POST /v1/me/email/change"));
        QVERIFY(flow.isBusy() && !flow.isTaking());
        flow.submit(Secret(u"111111"_s)); // which of the two it is good for nobody knows now
        stage.refuse(tooSoon());
        QCOMPARE(flow.step(), Step::Code); // the one before still counts
        QVERIFY(!flow.error());
        QCOMPARE(flow.ways().error()->code, u"codeTooSoon"_s);
        stage.clock.advance(20s);
        flow.ways().send();
        stage.answer<api::StartEmailChange>(sent(stage, u"new@example.com"_s));
        QVERIFY(!flow.ways().error());
        QCOMPARE(flow.ways().sent()->resendAt, stage.clock.now() + 60s);
        flow.submit(Secret(u"123456"_s));
        QCOMPARE(stage.line(), QByteArray("PUT /v1/me/email"));
    }

    void whatTheSignUpSentIsTypedWhileNoOtherLeaves()
    {
        Stage stage;
        CodeFlow flow(stage.clock);
        flow.start(emailVerification(stage.signIn()));
        stage.refuse(tooSoon());
        QCOMPARE(flow.step(), Step::Code);
        QVERIFY(!flow.error() && !flow.ways().error());
        QCOMPARE(flow.ways().sent()->to, u"ada@example.com"_s);
        QCOMPARE(flow.ways().sent()->expiresAt, api::never); // nobody said
        QVERIFY(flow.ways().waitsUntil() == stage.clock.now() + 20s);
        flow.submit(Secret(u"123456"_s));
        QCOMPARE(stage.line(), QByteArray("POST /v1/me/email/verify"));
        stage.answer<api::FinishEmailVerification>(verified());
        QCOMPARE(flow.step(), Step::Done);
    }

    void whatHasJustLeftIsTypedForTheSameAlone()
    {
        Stage stage;
        Account &account = stage.signIn();
        CodeFlow flow(stage.clock);
        const auto asksFor = [&](const CodeFlow::Purpose &purpose) {
            flow.leave();
            flow.start(purpose);
            stage.refuse(tooSoon());
            return flow.step() == Step::Start && flow.error()->code == "codeTooSoon"_L1;
        };
        QVERIFY(asksFor(emailChange(account, u"new@example.com"_s)));
        flow.start(emailChange(account, u"new@example.com"_s));
        stage.answer<api::StartEmailChange>(sent(stage, u"new@example.com"_s));
        QVERIFY(asksFor(emailChange(account, u"other@example.com"_s)));
        QVERIFY(asksFor(emailVerification(account)));
        QVERIFY(!asksFor(emailChange(account, u"new@example.com"_s)));
        QCOMPARE(flow.ways().sent()->to, u"new@example.com"_s);
        QCOMPARE(flow.ways().sent()->expiresAt, stage.clock.now() + 5min);
        flow.submit(Secret(u"123456"_s));
        stage.answer<api::FinishEmailChange>(verified());
        QCOMPARE(flow.step(), Step::Done);
        QVERIFY(asksFor(emailChange(account, u"new@example.com"_s))); // it is used up
    }

    void whatIsThereAlreadyIsNotSent()
    {
        Stage stage;
        Account &account = stage.signIn();
        CodeFlow flow(stage.clock);
        flow.start(begunEmailChange(account));
        settle();
        QCOMPARE(flow.step(), Step::Code);
        QVERIFY(!flow.isBusy() && flow.ways().isGiven());
        QVERIFY(!flow.ways().isSent() && !flow.ways().canSend());
        flow.submit(Secret(u"123456"_s));
        QCOMPARE(stage.line(), QByteArray("PUT /v1/me/email"));
        stage.answer<api::FinishEmailChange>(verified());
        QCOMPARE(flow.step(), Step::Done);
        QVERIFY(!flow.ways().isGiven());
    }

    void aClockThatIsWrongHoldsNobody_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("ahead");
        QTest::addRow("the server's is ahead") << std::chrono::milliseconds(3h);
        QTest::addRow("the server's is behind") << std::chrono::milliseconds(-3h);
    }

    void aClockThatIsWrongHoldsNobody()
    {
        QFETCH(const std::chrono::milliseconds, ahead);
        Stage stage;
        CodeFlow flow(stage.clock);
        flow.start(emailVerification(stage.signIn()));
        api::CodeSent told = sent(stage);
        told.resendAt += ahead;
        told.expiresAt += ahead;
        stage.answer<api::StartEmailVerification>(told);
        const Timestamp now = stage.clock.now();
        const api::CodeSent ours = *flow.ways().sent();
        QVERIFY(ours.resendAt >= now && ours.resendAt <= now + 2min);
        QVERIFY(ours.expiresAt >= now + 4min && ours.expiresAt <= now + 6min);
    }

    void thePhoneIsToldAsItWasTyped()
    {
        Stage stage;
        CodeFlow flow(stage.clock);
        flow.start(phoneVerification(stage.signIn(), u"(410) 435-0691 x609"_s, u"US"_s));
        QVERIFY(stage.asked().body.contains("(410) 435-0691 x609"));
        QVERIFY(stage.asked().body.contains("\"US\""));
        stage.refuse(refused(Kind::Rejected, u"phoneNotValid"_s, u"phone"_s));
        QCOMPARE(flow.step(), Step::Start);
        QCOMPARE(flow.error()->field, u"phone"_s);
    }

    void noAnswerAndABrokenOneCanBeTriedAgain()
    {
        Stage stage;
        Account &account = stage.signIn();
        CodeFlow flow(stage.clock);
        flow.start(emailVerification(account));
        stage.breakOff();
        QCOMPARE(flow.step(), Step::Start);
        QVERIFY(flow.error() && !flow.isBusy());
        flow.start(emailVerification(account));
        stage.give({.status = 200, .headers = {}, .body = R"({"to": 3})"});
        QVERIFY(flow.error());
        flow.start(emailVerification(account));
        stage.answer<api::StartEmailVerification>(sent(stage));
        flow.submit(Secret(u"123456"_s));
        stage.breakOff();
        QCOMPARE(flow.step(), Step::Code);
        QVERIFY(flow.error() && !flow.isBusy());
    }

    void whoDoesNotProveItIsToldNothing()
    {
        Stage stage;
        Account &account = stage.signIn();
        CodeFlow flow(stage.clock);
        flow.start(emailChange(account, u"new@example.com"_s));
        Error error = Error::of(Kind::StepUpNeeded, u"stepUpNeeded"_s);
        error.requiredLevel = u"password"_s;
        stage.refuse(error);
        QVERIFY(account.isProofNeeded() && flow.isBusy());
        account.declineProof();
        settle();
        QVERIFY(!flow.isBusy() && !flow.error());
        QCOMPARE(flow.step(), Step::Start);
    }

    void whoDoesNotProveItForAnotherKeepsTheFirst()
    {
        Stage stage;
        Account &account = stage.signIn();
        CodeFlow flow(stage.clock);
        flow.start(emailChange(account, u"new@example.com"_s));
        stage.answer<api::StartEmailChange>(sent(stage, u"new@example.com"_s));
        stage.clock.advance(60s);
        flow.ways().send();
        Error error = Error::of(Kind::StepUpNeeded, u"stepUpNeeded"_s);
        error.requiredLevel = u"password"_s;
        stage.refuse(error);
        account.declineProof();
        settle();
        QVERIFY(!flow.isBusy() && !flow.error() && !flow.ways().error());
        QCOMPARE(flow.step(), Step::Code);
        QVERIFY(flow.ways().canSend());
    }

    void whatIsLeftIsNobodysAnyMore()
    {
        Stage stage;
        Account &account = stage.signIn();
        CodeFlow flow(stage.clock);
        flow.start(emailVerification(account));
        settle();
        flow.leave();
        settle();
        QCOMPARE(flow.step(), Step::Start);
        flow.start(emailVerification(account));
        stage.answer<api::StartEmailVerification>(sent(stage));
        QCOMPARE(flow.step(), Step::Code);
        flow.submit(Secret(u"123456"_s));
        flow.leave();
        stage.answer<api::FinishEmailVerification>(verified());
        QCOMPARE(flow.step(), Step::Start);
        QVERIFY(account.user()->emailVerified); // it was taken all the same
    }

    void codesByMailBecomeAFactor()
    {
        Stage stage;
        Account &account = stage.signIn();
        FactorStore &store = *stage.accounts.factors(account.id());
        FactorEnrolment enrolment(account, store, api::Factor::EmailCode);
        enrolment.submitName(u"Mail"_s);
        QVERIFY(enrolment.isBusy());
        QVERIFY(stage.asked().body.contains("emailCode"));
        stage.refuse(refused(Kind::Conflict, u"emailNotVerified"_s));
        QCOMPARE(enrolment.step(), FactorEnrolment::Step::Name);
        QCOMPARE(enrolment.error()->code, u"emailNotVerified"_s);
        enrolment.submitName(u"Mail"_s);
        stage.answer<api::EnrolCodes>({.id = api::FactorId(u"f7"_s), .sent = sent(stage)});
        QCOMPARE(enrolment.step(), FactorEnrolment::Step::Prove);
        QVERIFY(!enrolment.error());
        QVERIFY(!enrolment.isTaking());
        enrolment.sending().submit(Secret(u"123456"_s));
        QCOMPARE(stage.line(), QByteArray("POST /v1/factors/f7/activate"));
        enrolment.cancel();
        QVERIFY(enrolment.isTaking() && enrolment.sending().isTaking());
        stage.answer<api::ActivateFactor>(Stage::signedIn(u"lk-token-2"_s));
        QCOMPARE(stage.line(), QByteArray("GET /v1/factors"));
        stage.answer<api::ListFactors>(
            {.factors = {{.id = api::FactorId(u"f7"_s), .name = u"Mail"_s}}});
        stage.answer<api::ListTrustedDevices>({});
        QCOMPARE(enrolment.step(), FactorEnrolment::Step::Codes);
        QCOMPARE(stage.line(), QByteArray("POST /v1/recovery-codes"));
        stage.answer<api::MakeRecoveryCodes>({.codes = {Secret(u"AAAAA-BBBBB"_s)}});
        QCOMPARE(enrolment.codes().size(), 1);
    }

    void aFactorThatTheServerForgotBeginsAnew()
    {
        Stage stage;
        Account &account = stage.signIn();
        FactorEnrolment enrolment(account, *stage.accounts.factors(account.id()),
                                  api::Factor::SmsCode);
        enrolment.submitName(u"Texts"_s);
        stage.answer<api::EnrolCodes>({.id = api::FactorId(u"f7"_s), .sent = sent(stage)});
        enrolment.sending().submit(Secret(u"123456"_s));
        stage.refuse(refused(Kind::NotFound, u"factorUnknown"_s));
        QCOMPARE(enrolment.step(), FactorEnrolment::Step::Name);
        QCOMPARE(enrolment.error()->code, u"factorUnknown"_s);
        enrolment.submitName(u"Texts"_s);
        stage.answer<api::EnrolCodes>({.id = api::FactorId(u"f8"_s), .sent = sent(stage)});
        enrolment.cancel();
        QCOMPARE(enrolment.step(), FactorEnrolment::Step::Cancelled);
        QVERIFY(!enrolment.sending().ways().sent());
    }
};

LATCHKEY_TEST(CodeFlowTest)
#include "tst_codeflow.moc"
