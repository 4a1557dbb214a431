#include "account/codeways.h"
#include "account/factorstore.h"
#include "account/proofbycode.h"
#include "stage.h"
#include "support/testrunner.h"

#include <QSignalSpy>
#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using api::Factor;

/// One of several ways is chosen, and a code is sent where it needs one.
class CodeWaysTest : public QObject
{
    Q_OBJECT

    struct Post
    {
        CodeWays::Send send()
        {
            return [this](Factor way) {
                asked << way;
                answers.emplace_back();
                return answers.back().call();
            };
        }
        void deliver(std::chrono::milliseconds until = 60s)
        {
            answers.back().finish(api::CodeSent{.to = u"a•••@example.org"_s,
                                                .resendAt = clock.now() + until,
                                                .expiresAt = clock.now() + 5min});
            settle();
        }
        void refuse(const QString &code, std::optional<std::chrono::seconds> after = {})
        {
            Error error = Error::of(after ? Kind::RateLimited : Kind::Conflict, code);
            error.retryAfter = after;
            answers.back().finish(failure(error));
            settle();
        }

        ManualClock clock;
        QList<Factor> asked;
        std::vector<CallSource<api::CodeSent>> answers;
    };

    static api::SignInProgress challenged(const QList<Factor> &factors)
    {
        return {.challenge = api::Challenge{.id = api::ChallengeId(u"c1"_s), .factors = factors}};
    }
    static std::unique_ptr<SignInFlow> atFactor(Stage &stage, const QList<Factor> &factors)
    {
        auto flow = stage.accounts.signInFlow(Stage::server());
        flow->submitEmail(u"ada@example.com"_s);
        stage.answer<api::IdentifyUser>({.ways = {api::SignInWay::Password}});
        flow->submitPassword(Secret(u"right"_s));
        stage.answer<api::SignIn>(challenged(factors));
        return flow;
    }
    static api::CodeSent sentFrom(const Stage &stage)
    {
        return {.to = u"a•••@example.org"_s,
                .resendAt = stage.clock.now() + 60s,
                .expiresAt = stage.clock.now() + 5min};
    }
    static Error stepUp()
    {
        Error error = Error::of(Kind::StepUpNeeded, u"stepUpNeeded"_s);
        error.requiredLevel = u"secondFactor"_s;
        return error;
    }

private Q_SLOTS:
    void theBestWayIsFirstAndAsksNobody()
    {
        Post post;
        CodeWays ways(post.clock, post.send());
        ways.offer({Factor::RecoveryCode, Factor::EmailCode, Factor::Unknown, Factor::SmsCode,
                    Factor::Totp});
        QCOMPARE(ways.offered(),
                 QList({Factor::Totp, Factor::SmsCode, Factor::EmailCode, Factor::RecoveryCode}));
        QCOMPARE(ways.chosen(), Factor::Totp);
        QVERIFY(post.asked.isEmpty());
        QVERIFY(!ways.canSend());
        ways.send();
        ways.choose(Factor::Unknown);
        QCOMPARE(ways.chosen(), Factor::Totp);
        QVERIFY(post.asked.isEmpty());
    }

    void aCodeIsSentWhenItsWayIsChosenAndOnceOnly()
    {
        Post post;
        CodeWays ways(post.clock, post.send());
        ways.offer({Factor::EmailCode, Factor::RecoveryCode});
        QCOMPARE(post.asked, QList({Factor::EmailCode}));
        QVERIFY(ways.isSending());
        ways.send();
        ways.choose(Factor::RecoveryCode);
        QVERIFY(!ways.isSending());
        ways.choose(Factor::EmailCode);
        QCOMPARE(post.asked.size(), 1);
        post.deliver();
        QCOMPARE(ways.sent()->to, u"a•••@example.org"_s);
        ways.choose(Factor::RecoveryCode);
        QVERIFY(!ways.sent());
        ways.choose(Factor::EmailCode);
        QCOMPARE(post.asked.size(), 1);
        // Once it is worth nothing any more, choosing it sends another.
        post.clock.advance(5min);
        ways.choose(Factor::EmailCode);
        QCOMPARE(post.asked.size(), 2);
    }

    void anotherIsSentAfterTheWait()
    {
        Post post;
        CodeWays ways(post.clock, post.send());
        ways.offer({Factor::SmsCode});
        post.deliver();
        QCOMPARE(ways.waitsUntil(), post.clock.now() + 60s);
        ways.send();
        QCOMPARE(post.asked.size(), 1);
        post.clock.advance(60s);
        QVERIFY(!ways.waitsUntil() && ways.canSend());
        ways.send();
        QCOMPARE(post.asked.size(), 2);
    }

    void aClockThatIsWrongLetsNobodyWaitForHours()
    {
        Post post;
        CodeWays ways(post.clock, post.send());
        ways.offer({Factor::SmsCode});
        post.deliver(3h);
        QVERIFY(*ways.waitsUntil() <= post.clock.now() + 2min);
    }

    void aCodeWhoseTimesAreNotToldIsGood()
    {
        Post post;
        CodeWays ways(post.clock, post.send());
        ways.offer({Factor::EmailCode, Factor::SmsCode});
        post.answers.back().finish(api::CodeSent());
        settle();
        QVERIFY(!ways.waitsUntil() && ways.canSend());
        QVERIFY(ways.sent()->expiresAt >= post.clock.now() + 5min);
    }

    void aRefusalSaysWhyAndHowLong()
    {
        Post post;
        CodeWays ways(post.clock, post.send());
        QSignalSpy failed(&ways, &CodeWays::failed);
        ways.offer({Factor::EmailCode});
        post.refuse(u"tooManyCodes"_s, 40min);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(ways.error()->code, u"tooManyCodes"_s);
        QCOMPARE(ways.waitsUntil(), post.clock.now() + 40min);
        ways.choose(Factor::EmailCode);
        QCOMPARE(post.asked.size(), 1);
        post.clock.advance(40min);
        ways.send();
        QVERIFY(!ways.error());
        post.refuse(u"noMail"_s);
        QVERIFY(ways.canSend());
    }

    void whatWasAskedForBeforeIsOfNoInterest()
    {
        Post post;
        CodeWays ways(post.clock, post.send());
        ways.offer({Factor::EmailCode});
        const auto first = post.answers.front();
        ways.offer({Factor::EmailCode});
        QCOMPARE(post.asked.size(), 2);
        QVERIFY(!first.isWanted());
        settle();
        QVERIFY(ways.isSending());
        ways.clear();
        QVERIFY(ways.offered().isEmpty() && !ways.isSending());
    }

    void signInSendsTheCodeOfTheChosenWay()
    {
        Stage stage;
        const auto flow = atFactor(stage, {Factor::EmailCode, Factor::Totp, Factor::RecoveryCode});
        QCOMPARE(flow->step(), SignInFlow::Step::SecondFactor);
        QCOMPARE(stage.line(), QByteArray());
        flow->codeWays().choose(Factor::EmailCode);
        QCOMPARE(stage.line(), QByteArray("POST /v1/challenges/c1/code"));
        QVERIFY(stage.asked().body.contains("emailCode"));
        QVERIFY(!flow->isBusy());
        stage.answer<api::SendChallengeCode>(sentFrom(stage));
        QCOMPARE(flow->codeWays().sent()->to, u"a•••@example.org"_s);
        flow->submitCode(Secret(u"123456"_s));
        QVERIFY(stage.asked().body.contains("emailCode"));
        stage.answer<api::AnswerChallenge>({.signedIn = Stage::signedIn()});
        QCOMPARE(flow->step(), SignInFlow::Step::Done);
    }

    void aCodeThatCanNotBeSentLeavesTheOtherWays()
    {
        Stage stage;
        const auto flow = atFactor(stage, {Factor::SmsCode, Factor::RecoveryCode});
        QCOMPARE(stage.line(), QByteArray("POST /v1/challenges/c1/code"));
        stage.refuse(Error::of(Kind::Conflict, u"noTexts"_s));
        QCOMPARE(flow->step(), SignInFlow::Step::SecondFactor);
        QCOMPARE(flow->codeWays().error()->code, u"noTexts"_s);
        QVERIFY(!flow->error());
    }

    void aChallengeThatIsOverAsksForThePassword()
    {
        Stage stage;
        const auto flow = atFactor(stage, {Factor::EmailCode});
        stage.refuse(Error::of(Kind::NotFound, u"challengeUnknown"_s));
        QCOMPARE(flow->step(), SignInFlow::Step::Password);
        QCOMPARE(flow->error()->code, u"challengeUnknown"_s);
        QVERIFY(!flow->challenge());
    }

    void waysThatNobodyHereKnowsAreNoWays()
    {
        Stage stage;
        const auto flow = atFactor(stage, {Factor::Unknown});
        QCOMPARE(flow->step(), SignInFlow::Step::Password);
        QCOMPARE(flow->error()->code, u"noWayToSignIn"_s);
    }

    void proofIsGivenByWhatTheAccountHas()
    {
        Stage stage;
        Account &account = stage.signIn();
        account.ask(api::EndOtherSessions{});
        stage.refuse(stepUp());
        ProofByCode proof(account, *stage.accounts.factors(account.id()));
        QVERIFY(proof.ways().offered().isEmpty());
        stage.answer<api::ListFactors>({.factors = {{.id = api::FactorId(u"f1"_s),
                                                     .kind = Factor::EmailCode,
                                                     .name = u"Mail"_s}},
                                        .recoveryCodes = api::RecoveryCodesLeft{.left = 0}});
        stage.answer<api::ListTrustedDevices>({});
        QCOMPARE(proof.ways().offered(), QList({Factor::EmailCode}));
        QCOMPARE(stage.line(), QByteArray("POST /v1/session/code"));
        stage.answer<api::SendProofCode>(sentFrom(stage));
        QString refusal;
        const auto take = [&refusal](const Result<Nothing> &taken) {
            refusal = taken ? QString() : taken.error().code;
        };
        proof.submit(Secret(u"111111"_s)).then(this, take);
        Error wrong = Error::of(Kind::Unauthorized, u"wrongCode"_s);
        wrong.field = u"code"_s;
        stage.refuse(wrong);
        QCOMPARE(refusal, u"wrongCode"_s);
        QVERIFY(account.isProofNeeded());
        proof.submit(Secret(u"222222"_s)).then(this, take);
        QVERIFY(stage.asked().body.contains("emailCode"));
        stage.answer<api::ProveWithCode>(Stage::signedIn(u"lk-token-2"_s));
        QVERIFY(refusal.isEmpty());
        QCOMPARE(stage.line(), QByteArray("POST /v1/sessions/end-others"));
    }

    void whereItIsNotKnownTheUsualIsOffered()
    {
        Stage stage;
        Account &account = stage.signIn();
        account.ask(api::EndOtherSessions{});
        stage.refuse(stepUp());
        ProofByCode proof(account, *stage.accounts.factors(account.id()));
        stage.refuse(Error::of(Kind::Server, u"broken"_s));
        QCOMPARE(proof.ways().offered(), QList({Factor::Totp, Factor::RecoveryCode}));
        account.declineProof();
        QVERIFY(!account.isProofNeeded());
    }
};

LATCHKEY_TEST(CodeWaysTest)

#include "tst_codeways.moc"
