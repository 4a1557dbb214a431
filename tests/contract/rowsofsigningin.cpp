#include "row.h"
#include "stage.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Error::Kind;

namespace {

void person(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
}

const Refusal tooManyTries{
    .kind = Kind::RateLimited, .status = 429, .code = u"tooManyTries"_s, .saysWhen = true};

api::SignIn signingIn(const Scene &scene)
{
    api::SignIn operation;
    operation.login = scene.email;
    operation.password = thePassword;
    operation.device = theDevice;
    return operation;
}

void protectedPerson(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.activate(scene);
}

void challenged(Stage &stage, Scene &scene)
{
    protectedPerson(stage, scene);
    stage.challenge(scene);
}

void checkBegunBy(Checks &checks, const api::SignInProgress &progress, const Scene &scene,
                  api::Proof proof)
{
    checks.isTrue("no challenge", !progress.challenge);
    if (!progress.signedIn)
        return checks.isTrue("signed in", false);
    checks.isTrue("a token", progress.signedIn->token.reveal().startsWith("lks_"));
    checkUser(checks, progress.signedIn->user, scene);
    checkOwnSession(checks, progress.signedIn->session, scene, proof);
}

void checkBegun(Checks &checks, const api::SignInProgress &progress, const Scene &scene)
{
    checkBegunBy(checks, progress, scene, api::Proof::Password);
    checks.isTrue("no trust", !progress.deviceTrust);
}

void checkAnswered(Checks &checks, const api::SignInProgress &progress, const Scene &scene)
{
    checkBegunBy(checks, progress, scene, api::Proof::Totp);
    checks.isTrue("no trust", !progress.deviceTrust);
}

void checkTrusted(Checks &checks, const api::SignInProgress &progress, const Scene &scene)
{
    checkBegunBy(checks, progress, scene, api::Proof::Totp);
    checks.isTrue("trust",
                  progress.deviceTrust && progress.deviceTrust->reveal().startsWith("lkt_"));
}

void checkAsked(Checks &checks, const api::SignInProgress &progress, const Scene &scene)
{
    checks.isTrue("not signed in", !progress.signedIn);
    if (!progress.challenge)
        return checks.isTrue("a challenge", false);
    checks.isTrue("challenge.id", progress.challenge->id.text().startsWith(u"chl_"_s));
    checks.isTrue("by both", progress.challenge->factors ==
                                 QList{api::Factor::Totp, api::Factor::RecoveryCode});
    checks.same("challenge.expiresAt", toRfc3339(progress.challenge->expiresAt),
                toRfc3339(scene.now + std::chrono::minutes(5)));
}

void signIn(Table &table)
{
    using Op = api::SignIn;
    const auto with = [](auto change) {
        return [change](const Scene &scene) {
            Op operation = signingIn(scene);
            change(operation);
            return operation;
        };
    };
    const auto wrong = with([](Op &operation) { operation.password = anotherPassword; });
    const Refusal wrongCredentials{Kind::Unauthorized, 401, u"wrongCredentials"_s};

    table.succeeds<Op>("usual", signingIn, checkBegun).with(person);
    table.succeeds<Op>("oneThingMore", signingIn, checkAsked).with([](Stage &stage, Scene &scene) {
        protectedPerson(stage, scene);
        stage.must(api::MakeRecoveryCodes(), scene.token);
    });
    table
        .succeeds<Op>("onATrustedDevice", with([](Op &operation) {
                          operation.deviceTrust = Secret(QByteArray("lkt_mine"));
                      }),
                      [](Checks &checks, const api::SignInProgress &progress, const Scene &scene) {
                          checkBegunBy(checks, progress, scene, api::Proof::TrustedDevice);
                      })
        .on(Table::Server::None);
    table.refuses<Op>("trustTooLong", with([](Op &operation) {
                          operation.deviceTrust = Secret(QByteArray(201, 'x'));
                      }),
                      {.code = u"tooLong"_s, .field = u"deviceTrust"_s});
    table.refuses<Op>("wrongPassword", wrong, wrongCredentials).with(person);
    table.refuses<Op>("nobodysAddress", signingIn, wrongCredentials);
    table.refuses<Op>("tooManyTries", signingIn, tooManyTries)
        .on(Table::Server::Strict)
        .with([](Stage &stage, Scene &scene) {
            stage.signUp(scene);
            stage.failToSignIn(scene);
        });
    table.refuses<Op>("emailInvalid", with([](Op &operation) { operation.login = u"a da@"_s; }),
                      {.code = u"emailInvalid"_s, .field = u"login"_s});
    table.refuses<Op>("userNameInvalid", with([](Op &operation) { operation.login = u" "_s; }),
                      {.code = u"userNameInvalid"_s, .field = u"login"_s});
    table.refuses<Op>("passwordEmpty", with([](Op &operation) { operation.password = Secret(); }),
                      {.code = u"empty"_s, .field = u"password"_s});
    table.refuses<Op>("programTooLong",
                      with([](Op &operation) { operation.device.program = QString(101, u'x'); }),
                      {.code = u"tooLong"_s, .field = u"device.program"_s});
}

void answerChallenge(Table &table)
{
    using Op = api::AnswerChallenge;
    const auto with = [](const QByteArray &code) {
        return [code](const Scene &scene) {
            return Op{scene.challenge, api::Factor::RecoveryCode, Secret(code)};
        };
    };
    const auto right = [](bool trustDevice) {
        return [trustDevice](const Scene &scene) {
            return Op{scene.challenge, api::Factor::Totp, scene.code, trustDevice};
        };
    };
    table.succeeds<Op>("usual", right(false), checkAnswered).with(challenged);
    table.succeeds<Op>("trustingTheDevice", right(true), checkTrusted).with(challenged);
    table.succeeds<Op>("oneThingMore", right(false), checkAsked).on(Table::Server::None);
    table.refuses<Op>("challengeUnknown", with("123456"),
                      {Kind::NotFound, 404, u"challengeUnknown"_s});
    table.refuses<Op>("wrongCode", with("654321"), {.code = u"wrongCode"_s, .field = u"code"_s})
        .with(challenged);
    table.refuses<Op>("tooManyTries", right(false), tooManyTries)
        .on(Table::Server::Strict)
        .with([](Stage &stage, Scene &scene) {
            protectedPerson(stage, scene);
            stage.pass(1min); // its activation was a try, too
            stage.challenge(scene);
        });
    table.refuses<Op>("codeEmpty", with({}), {.code = u"empty"_s, .field = u"code"_s});
    table.refuses<Op>("codeTooLong", with(QByteArray(65, '1')),
                      {.code = u"tooLong"_s, .field = u"code"_s});
}

void proveWithCode(Table &table)
{
    using Op = api::ProveWithCode;
    const auto usual = [](const Scene &scene) { return Op{api::Factor::Totp, scene.code}; };
    const auto with = [](const QByteArray &code) {
        return [code](const Scene &) { return Op{api::Factor::Totp, Secret(code)}; };
    };
    table
        .succeeds<Op>("usual", usual,
                      [](Checks &checks, const api::SignedIn &proven, const Scene &scene) {
                          checks.isTrue("a token", proven.token.reveal().startsWith("lks_"));
                          checks.isTrue("another one", !proven.token.matches(*scene.token));
                          checkUser(checks, proven.user, scene);
                          checkOwnSession(checks, proven.session, scene, api::Proof::SignUp);
                      })
        .with(protectedPerson);
    table.refuses<Op>("wrongCode", with("654321"), {.code = u"wrongCode"_s, .field = u"code"_s})
        .with(person);
    table.refuses<Op>("tooManyTries", usual, tooManyTries)
        .on(Table::Server::Strict)
        .with([](Stage &stage, Scene &scene) {
            stage.signUp(scene);
            stage.failToSignIn(scene);
        });
    table.refuses<Op>("codeEmpty", with({}), {.code = u"empty"_s, .field = u"code"_s}).with(person);
    table.guards<Op>(usual);
}

void prove(Table &table)
{
    using Op = api::ProveWithPassword;
    const auto with = [](const Secret &password) {
        return [password](const Scene &) { return Op{password}; };
    };
    table
        .succeeds<Op>("usual", with(thePassword),
                      [](Checks &checks, const api::SignedIn &proven, const Scene &scene) {
                          checks.isTrue("a token", proven.token.reveal().startsWith("lks_"));
                          checks.isTrue("another one", !proven.token.matches(*scene.token));
                          checks.same("session.id", proven.session.id.text(), scene.session.text());
                          checkUser(checks, proven.user, scene);
                          checkOwnSession(checks, proven.session, scene, api::Proof::SignUp);
                      })
        .with(person);
    table
        .refuses<Op>("wrongPassword", with(anotherPassword),
                     {.code = u"wrongPassword"_s, .field = u"password"_s})
        .with(person);
    table.refuses<Op>("tooManyTries", with(thePassword), tooManyTries)
        .on(Table::Server::Strict)
        .with([](Stage &stage, Scene &scene) {
            stage.signUp(scene);
            stage.failToSignIn(scene);
        });
    table.refuses<Op>("passwordEmpty", with(Secret()), {.code = u"empty"_s, .field = u"password"_s})
        .with(person);
    table.guards<Op>(with(thePassword));
}

void current(Table &table)
{
    using Op = api::CurrentSession;
    const auto make = [](const Scene &) { return Op(); };
    table
        .succeeds<Op>("usual", make,
                      [](Checks &checks, const api::Session &session, const Scene &scene) {
                          checks.same("session.id", session.id.text(), scene.session.text());
                          checkOwnSession(checks, session, scene, api::Proof::SignUp);
                      })
        .with(person);
    table.guards<Op>(make);
}

void renewing(Table &table)
{
    using Op = api::RenewSession;
    const auto make = [](const Scene &) { return Op(); };
    table
        .succeeds<Op>("usual", make,
                      [](Checks &checks, const api::RenewedSession &renewed, const Scene &scene) {
                          checks.isTrue("another token", !renewed.token.matches(*scene.token));
                          checks.same("expiresAt", toRfc3339(renewed.expiresAt),
                                      toRfc3339(scene.now + api::personLife.idle));
                      })
        .with(person);
    table.guards<Op>(make);
}

void signOut(Table &table)
{
    using Op = api::SignOut;
    const auto make = [](const Scene &) { return Op(); };
    table.succeeds<Op>("usual", make, [](Checks &, Nothing, const Scene &) {}).with(person);
    table.guards<Op>(make);
}

} // namespace

void addSigningIn(Table &table)
{
    signIn(table);
    answerChallenge(table);
    prove(table);
    proveWithCode(table);
    renewing(table);
    current(table);
    signOut(table);
}

} // namespace latchkey::test
