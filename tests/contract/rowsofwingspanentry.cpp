#include "wingspanrows.h"
#include "wire/wingspan/wingspan.h"

namespace latchkey::test::wingspan {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Server = Row::Server;

namespace {

api::SignIn entering(const QString &email)
{
    api::SignIn operation;
    operation.login = email;
    operation.password = thePassword;
    return operation;
}

api::SignInProgress enter(Stage &stage, const QString &email)
{
    return mustThere(stage, wire::wingspanWire(), entering(email));
}

void person(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
}

/// An authenticator is asked for, and the password was right.
void challenged(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.activate(scene);
    stage.pass(1min);
    scene.code = stage.shownCode();
    scene.now = stage.clock().now();
    scene.challenge = enter(stage, scene.email).challenge->id;
}

/// Mailed codes are asked for, and the password was right.
void challengedByMail(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.activateCodes(scene);
    stage.pass(1min);
    scene.now = stage.clock().now();
    scene.challenge = enter(stage, scene.email).challenge->id;
}

void answered(Stage &stage, Scene &scene, api::Factor factor)
{
    const api::AnswerChallenge answer{scene.challenge, factor, scene.code};
    scene.token = mustThere(stage, wire::wingspanWire(), answer).signedIn->token;
}

/// Signed in by an authenticator, which shows another code.
void provingByApp(Stage &stage, Scene &scene)
{
    challenged(stage, scene);
    answered(stage, scene, api::Factor::Totp);
    stage.pass(1min);
    scene.code = stage.shownCode();
}

void provingByMail(Stage &stage, Scene &scene)
{
    challengedByMail(stage, scene);
    stage.must(api::SendChallengeCode{scene.challenge, api::Factor::EmailCode});
    scene.code = stage.codeSentTo(scene.email);
    answered(stage, scene, api::Factor::EmailCode);
    stage.pass(1min);
}

void mailed(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.mailSignIn(scene);
}

/// An administrator asks, there.
void administrator(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.help(scene);
    const QString email = stage.must(api::Me(), scene.token).email;
    scene.token = enter(stage, email).signedIn->token;
}

template <class Reply>
void anything(Checks &, const Reply &, const Scene &)
{}

void checkSignedIn(Checks &checks, const api::SignInProgress &progress, const Scene &scene)
{
    checks.isTrue("no challenge", !progress.challenge);
    if (!progress.signedIn)
        return checks.isTrue("signed in", false);
    checks.isTrue("a token", !progress.signedIn->token.isEmpty());
    checks.same("user.id", progress.signedIn->user.id.text(), scene.helped.text());
    checks.same("session.current", progress.signedIn->session.current, true);
}

void checkAsked(Checks &checks, const api::SignInProgress &progress, const Scene &)
{
    checks.isTrue("not signed in", !progress.signedIn);
    checks.isTrue("a challenge",
                  progress.challenge && progress.challenge->id.text().startsWith(u"chl_"_s));
}

void byMailedCode(Table &table)
{
    using Start = api::SignInByEmail;
    const auto start = [](const Scene &scene) { return Start{scene.email}; };
    const auto check = [](Checks &checks, const api::PendingSignIn &pending, const Scene &scene) {
        checks.isTrue("an id", pending.id.text().startsWith(u"sgn_"_s));
        checks.same("sent.to", pending.sent.to, scene.email);
        checks.same("sent.expiresAt", toRfc3339(pending.sent.expiresAt),
                    toRfc3339(scene.now + 5min));
    };
    table.succeeds<Start>("usual", start, check).on(Server::Mailing).with(person);
    table.succeeds<Start>("nobody", start, check).on(Server::Mailing);
    table.refuses<Start>("noMail", start, conflict);
    table.refuses<Start>("codeTooSoon", start, tooMany(u"codeTooSoon"_s))
        .on(Server::Mailing)
        .with(mailed);

    using Finish = api::FinishSignInByEmail;
    const auto finish = [](const Scene &scene) { return Finish{scene.signIn, scene.code, {}, {}}; };
    const auto wrong = [](const Scene &scene) {
        return Finish{scene.signIn, Secret(QByteArray("12345x")), {}, {}};
    };
    table.succeeds<Finish>("usual", finish, checkSignedIn).on(Server::Mailing).with(mailed);
    table.succeeds<Finish>("oneThingMore", finish, checkAsked)
        .on(Server::Mailing)
        .with([](Stage &stage, Scene &scene) {
            stage.signUp(scene);
            stage.activate(scene);
            stage.mailSignIn(scene);
        });
    table.refuses<Finish>("passwordNeeded", finish, conflict)
        .on(Server::Mailing)
        .with([](Stage &stage, Scene &scene) {
            stage.signUp(scene);
            stage.activateCodes(scene);
            stage.mailSignIn(scene);
        });
    table.refuses<Finish>("wrongCode", wrong, wrongCode).on(Server::Mailing).with(mailed);
}

void bySecondFactor(Table &table)
{
    using Send = api::SendChallengeCode;
    const auto send = [](const Scene &scene) {
        return Send{scene.challenge, api::Factor::EmailCode};
    };
    table.succeeds<Send>("usual", send, anything<api::CodeSent>)
        .on(Server::Mailing)
        .with(challengedByMail);
    table.succeeds<Send>("nothingSaid", send, anything<api::CodeSent>).on(Server::None);
    table.refuses<Send>("challengeUnknown", send, notFound);
    table.refuses<Send>("factorUnknown", send, notFound).with(challenged);

    using Answer = api::AnswerChallenge;
    const auto with = [](const std::optional<Secret> &code) {
        return [code](const Scene &scene) {
            return Answer{scene.challenge, api::Factor::Totp, code.value_or(scene.code)};
        };
    };
    table.succeeds<Answer>("usual", with({}), checkSignedIn).with(challenged);
    table.succeeds<Answer>("inAHeader", with({}), checkSignedIn).on(Server::None);
    table.refuses<Answer>("wrongCode", with(Secret(QByteArray("12345x"))), wrongCode)
        .with(challenged);
    table.refuses<Answer>("challengeUnknown", with({}), notFound);
    table.succeeds<Answer>("byMail", with({}), checkSignedIn)
        .on(Server::Mailing)
        .with([](Stage &stage, Scene &scene) {
            challengedByMail(stage, scene);
            stage.must(api::SendChallengeCode{scene.challenge, api::Factor::EmailCode});
            scene.code = stage.codeSentTo(scene.email);
        });
}

void proving(Table &table)
{
    using Send = api::SendProofCode;
    const auto send = [](const Scene &) { return Send{api::Factor::EmailCode}; };
    table.succeeds<Send>("usual", send, anything<api::CodeSent>)
        .on(Server::Mailing)
        .with(provingByMail);
    table.refuses<Send>("factorUnknown", send, notFound).with(joined);
    guardsThere<Send>(table, foreign(), send);

    using Prove = api::ProveWithCode;
    const auto with = [](const std::optional<Secret> &code) {
        return [code](const Scene &scene) {
            return Prove{api::Factor::Totp, code.value_or(scene.code)};
        };
    };
    table
        .succeeds<Prove>("usual", with({}),
                         [](Checks &checks, const api::SignedIn &proven, const Scene &scene) {
                             checks.isTrue("another token", !proven.token.matches(*scene.token));
                             checks.same("user.id", proven.user.id.text(), scene.helped.text());
                         })
        .with(provingByApp);
    table.refuses<Prove>("wrongCode", with(Secret(QByteArray("12345x"))), wrongCode)
        .with(provingByApp);
    guardsThere<Prove>(table, foreign(), with({}));
}

void onBehalf(Table &table)
{
    using Op = api::SignInOnBehalf;
    const auto make = [](const Scene &scene) { return Op{scene.email, {}}; };
    table
        .succeeds<Op>("usual", make,
                      [](Checks &checks, const api::SignedIn &begun, const Scene &scene) {
                          checks.isTrue("a token", !begun.token.isEmpty());
                          checks.same("user.id", begun.user.id.text(), scene.helped.text());
                          checks.same("session.expiresAt", toRfc3339(begun.session.expiresAt),
                                      toRfc3339(scene.now + 30min));
                      })
        .with(administrator);
    table.refuses<Op>("roleTooLow", make, notAllowed).with(joined);
    table.refuses<Op>("isAdmin", make, notAllowed).with([](Stage &stage, Scene &scene) {
        administrator(stage, scene);
        scene.email = mustThere(stage, wire::wingspanWire(), api::Me(), scene.token).email;
    });
    table
        .refuses<Op>(
            "userUnknown", [](const Scene &) { return Op{u"nobody@example.com"_s, {}}; }, notFound)
        .with(administrator);
    table.refuses<Op>("stepUpNeeded", make, stepUpNeeded).with(late(administrator));
    guardsThere<Op>(table, foreign(), make);
    table
        .refuses<api::CreateApiSession>(
            "onBehalf", [](const Scene &) { return api::CreateApiSession(); }, notAllowed)
        .with([make](Stage &stage, Scene &scene) {
            administrator(stage, scene);
            scene.token = mustThere(stage, wire::wingspanWire(), make(scene), scene.token).token;
        });
}

void byToken(Table &table)
{
    using Show = api::SessionByToken;
    const auto show = [](const Scene &scene) { return Show{*scene.token}; };
    const auto nobodys = [](Stage &, Scene &scene) { scene.token = foreign().nobodysToken; };
    table
        .succeeds<Show>("usual", show,
                        [](Checks &checks, const api::OwnedSession &owned, const Scene &scene) {
                            checks.same("user", owned.user.text(), scene.helped.text());
                            checks.same("session.expiresAt", toRfc3339(owned.session.expiresAt),
                                        toRfc3339(scene.now + api::personLife.idle));
                        })
        .with(joined);
    table.refuses<Show>("expired", show, expired).with([](Stage &stage, Scene &scene) {
        joined(stage, scene);
        stage.pass(api::personLife.idle);
    });
    table.refuses<Show>("nobodysToken", show, expired).with(nobodys);
    table.refuses<Show>("tokenOfOurWire", show, expired).with(person);

    using End = api::EndSessionByToken;
    const auto end = [](const Scene &scene) { return End{*scene.token}; };
    table.succeeds<End>("usual", end, anything<Nothing>).with(joined);
    table.succeeds<End>("nobodysToken", end, anything<Nothing>).with(nobodys);
    table
        .succeeds<api::SignOut>(
            "usual", [](const Scene &) { return api::SignOut(); }, anything<Nothing>)
        .with(joined);
    table.refuses<api::Me>(
             "signedOut", [](const Scene &) { return api::Me(); }, expired)
        .with([](Stage &stage, Scene &scene) {
            joined(stage, scene);
            mustThere(stage, wire::wingspanWire(), api::SignOut(), scene.token);
        });
}

} // namespace

void addEntry(Table &table)
{
    byMailedCode(table);
    bySecondFactor(table);
    proving(table);
    onBehalf(table);
    byToken(table);
    // As its own program is answered.
    table
        .succeeds<api::SignIn>(
            "inAHeader", [](const Scene &scene) { return entering(scene.email); }, checkSignedIn)
        .on(Server::None);
}

} // namespace latchkey::test::wingspan
