#include "stage.h"
#include "support/testrunner.h"

#include <QTest>

using namespace latchkey;
using namespace latchkey::account;
using namespace latchkey::test;
using Kind = Error::Kind;
using Step = SignUpFlow::Step;
using namespace std::chrono_literals;

class SignUpFlowTest : public QObject
{
    Q_OBJECT

    static SignUpFlow::Form form()
    {
        return {.name = u"Ada"_s,
                .email = u"ada@example.com"_s,
                .password = Secret(u"correct horse battery staple"_s)};
    }
    static api::CodeSent sent(const Stage &stage)
    {
        return {.to = u"ada@example.com"_s,
                .resendAt = stage.clock.now() + 60s,
                .expiresAt = stage.clock.now() + 5min};
    }
    /// A flow that waits for the code of its mail.
    static std::unique_ptr<SignUpFlow> atCode(Stage &stage)
    {
        auto flow = stage.accounts.signUpFlow(Stage::server(), {.name = u"One"_s});
        flow->submit(form());
        stage.answer<api::SignUp>(
            {{}, api::PendingSignUp{.id = api::SignUpId(u"p1"_s), .sent = sent(stage)}});
        return flow;
    }
    static Error wrongCode()
    {
        Error error = Error::of(Kind::Unauthorized, u"wrongCode"_s);
        error.field = u"code"_s;
        return error;
    }

private Q_SLOTS:
    void signsUp()
    {
        Stage stage;
        api::ServerDescription description{.name = u"One"_s};
        description.setupCodeRequired = true;
        const auto flow = stage.accounts.signUpFlow(Stage::server(), description);
        SignUpFlow::Form form{.name = u" "_s,
                              .email = u"ada@example.com"_s,
                              .password = Secret(u"correct horse battery staple"_s)};
        flow->submit(form);
        QCOMPARE(flow->error()->field, u"name"_s);
        form.name = u"Ada"_s;
        flow->submit(form);
        QCOMPARE(flow->error()->field, u"setupCode"_s);
        form.setupCode = Secret(u"code"_s);
        flow->submit({.name = u"Ada"_s, .email = form.email, .password = Secret(u"ada"_s)});
        QCOMPARE(flow->error()->field, u"password"_s);
        QCOMPARE(stage.count(), size_t(0));
        flow->submit(form);
        stage.refuse(Error::rejected(u"emailTaken"_s, u"email"_s));
        QCOMPARE(flow->step(), SignUpFlow::Step::Form);
        QCOMPARE(flow->error()->field, u"email"_s);
        flow->submit(form);
        api::SignedIn signedIn = Stage::signedIn();
        signedIn.user.role = api::Role::Admin;
        stage.answer<api::SignUp>({signedIn, {}});
        QCOMPARE(flow->step(), SignUpFlow::Step::Done);
        QVERIFY(flow->isAdministrator());
        QCOMPARE(stage.profiles.find(flow->profile())->serverName, u"One"_s);
    }

    /// There, an account is made by one thing and its session begun by another.
    void signsInWhereASignUpBeginsNoSession()
    {
        Stage stage;
        auto joins = *stage.wire.translation<api::SignUp>();
        joins.readReply = [](const HttpReply &, const api::SignUp &) {
            return api::SignUpProgress{{}, {}, Stage::user()};
        };
        stage.wire.knows<api::SignUp>(joins);
        const auto flow = stage.accounts.signUpFlow(Stage::server(), {.name = u"One"_s});
        flow->submit(form());
        stage.answer<api::SignUp>({});
        QVERIFY(flow->isBusy());
        QCOMPARE(stage.line(), QByteArray("POST /v1/session"));
        QVERIFY(stage.asked().body.contains(R"("login":"ada@example.com")"));
        stage.answer<api::SignIn>({Stage::signedIn(), {}, {}});
        QCOMPARE(flow->step(), Step::Done);
        QCOMPARE(stage.profiles.all().size(), 1);
    }

    void aCodeThatTheProgramKnowsIsNotAskedFor()
    {
        Stage stage;
        stage.setupCode = Secret(u"own-code"_s);
        api::ServerDescription description{.name = u"One"_s};
        description.setupCodeRequired = true;
        const auto flow = stage.accounts.signUpFlow(Stage::server(), description);
        QVERIFY(!flow->description().setupCodeRequired);
        flow->submit({.name = u"Ada"_s,
                      .email = u"ada@example.com"_s,
                      .password = Secret(u"correct horse battery staple"_s)});
        QVERIFY(stage.asked().body.contains("own-code"));
        stage.answer<api::SignUp>({Stage::signedIn(), {}});
        description.setupCodeRequired = false;
        const auto next = stage.accounts.signUpFlow(Stage::server(), description);
        next->submit({.name = u"Bea"_s,
                      .email = u"bea@example.com"_s,
                      .password = Secret(u"correct horse battery staple"_s)});
        QVERIFY(!stage.asked().body.contains("own-code"));
    }

    void waitsForTheCodeThatTheAddressGot()
    {
        Stage stage;
        const auto flow = atCode(stage);
        QCOMPARE(flow->step(), Step::Code);
        QCOMPARE(flow->codeWays().sent()->to, u"ada@example.com"_s);
        QVERIFY(stage.profiles.all().isEmpty());
        flow->submitCode({});
        QCOMPARE(flow->error()->field, u"code"_s);
        flow->submitCode(Secret(u"111111"_s));
        QVERIFY(flow->isBusy());
        QCOMPARE(stage.line(), QByteArray("POST /v1/sign-ups/p1"));
        stage.refuse(wrongCode());
        QCOMPARE(flow->step(), Step::Code);
        QCOMPARE(flow->error()->code, u"wrongCode"_s);
        flow->submitCode(Secret(u"222222"_s));
        QVERIFY(stage.asked().body.contains("222222"));
        stage.answer<api::FinishSignUp>(Stage::signedIn());
        QCOMPARE(flow->step(), Step::Done);
        QCOMPARE(stage.profiles.find(flow->profile())->serverName, u"One"_s);
    }

    void anotherCodeCanBeSent()
    {
        Stage stage;
        const auto flow = atCode(stage);
        flow->codeWays().send(); // too soon: nothing leaves
        QCOMPARE(stage.line(), QByteArray());
        stage.clock.advance(60s);
        flow->codeWays().send();
        QCOMPARE(stage.line(), QByteArray("POST /v1/sign-ups/p1/code"));
        stage.answer<api::SendSignUpCode>(sent(stage));
        QVERIFY(flow->codeWays().waitsUntil());
        QCOMPARE(flow->step(), Step::Code);
    }

    void backFromTheCodeAsksAgainOnlyForWhatChanged()
    {
        Stage stage;
        const auto flow = atCode(stage);
        flow->back();
        QCOMPARE(flow->step(), Step::Form);
        flow->submit(form());
        QCOMPARE(flow->step(), Step::Code);
        QCOMPARE(stage.line(), QByteArray());
        flow->back();
        SignUpFlow::Form other = form();
        other.email = u"ada@two.example"_s;
        flow->submit(other);
        QCOMPARE(stage.line(), QByteArray("POST /v1/users"));
        QVERIFY(stage.asked().body.contains("ada@two.example"));
        stage.refuse(Error::rejected(u"signUpRefused"_s, u"email"_s));
        QCOMPARE(flow->step(), Step::Form);
        // What was pending is not any more.
        flow->submit(form());
        QCOMPARE(stage.line(), QByteArray("POST /v1/users"));
    }

    void whatWaitedTooLongBeginsAnewAtTheForm_data()
    {
        QTest::addColumn<bool>("isResent");
        QTest::newRow("code typed") << false;
        QTest::newRow("code sent again") << true;
    }

    void whatWaitedTooLongBeginsAnewAtTheForm()
    {
        QFETCH(const bool, isResent);
        Stage stage;
        const auto flow = atCode(stage);
        stage.clock.advance(20min);
        if (isResent)
            flow->codeWays().send();
        else
            flow->submitCode(Secret(u"111111"_s));
        stage.refuse(Error::of(Kind::NotFound, u"signUpUnknown"_s));
        QCOMPARE(flow->step(), Step::Form);
        QCOMPARE(flow->error()->code, u"signUpUnknown"_s);
        flow->submit(form());
        QCOMPARE(stage.line(), QByteArray("POST /v1/users"));
    }

    void neitherASessionNorACodeIsNoAnswer()
    {
        Stage stage;
        const auto flow = stage.accounts.signUpFlow(Stage::server(), {.name = u"One"_s});
        flow->submit(form());
        stage.answer<api::SignUp>({});
        QCOMPARE(flow->step(), Step::Form);
        QCOMPARE(flow->error()->kind, Kind::Protocol);
    }

    void cancelledWhileTheAccountIsMade()
    {
        Stage stage;
        const auto flow = atCode(stage);
        flow->submitCode(Secret(u"111111"_s));
        stage.asked();
        flow->cancel();
        QCOMPARE(flow->step(), Step::Cancelled);
        QVERIFY(!flow->isBusy());
        QVERIFY(stage.profiles.all().isEmpty());
    }
};

LATCHKEY_TEST(SignUpFlowTest)

#include "tst_signupflow.moc"
