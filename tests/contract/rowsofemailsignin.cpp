#include "row.h"
#include "stage.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using Server = Row::Server;

namespace {

const Refusal wrongCode{.code = u"wrongCode"_s, .field = u"code"_s};
const Refusal tooManyTries{
    .kind = Kind::RateLimited, .status = 429, .code = u"tooManyTries"_s, .saysWhen = true};

void person(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
}

/// A code came that lets them in.
void mailed(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.mailSignIn(scene);
}

/// An authenticator is asked for, and codes by mail.
void withBothFactors(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.activateCodes(scene);
    stage.activate(scene);
}

void onlyMailedCodes(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.activateCodes(scene);
}

/// ... and it is what a mailed code has begun.
template <class Enrol>
Row::Prepare mailedAfter(Enrol enrol)
{
    return [enrol](Stage &stage, Scene &scene) {
        enrol(stage, scene);
        stage.mailSignIn(scene);
    };
}

/// The code was given back; what else is asked for is.
void halfWayIn(Stage &stage, Scene &scene)
{
    mailedAfter(withBothFactors)(stage, scene);
    scene.challenge =
        stage.must(api::FinishSignInByEmail{scene.signIn, scene.code, theDevice, {}}).challenge->id;
    stage.pass(60s);
}

api::FinishSignInByEmail finishing(const Scene &scene)
{
    return {scene.signIn, scene.code, theDevice, {}};
}

void starting(Table &table)
{
    using Op = api::SignInByEmail;
    const auto ask = [](const Scene &scene) { return Op{scene.email}; };
    const auto with = [](const QString &email) {
        return [email](const Scene &) { return Op{email}; };
    };
    const auto check = [](Checks &checks, const api::PendingSignIn &pending, const Scene &scene) {
        checks.isTrue("an id", pending.id.text().startsWith(u"sgn_"_s));
        checks.same("sent.to", pending.sent.to, scene.email);
        checks.same("sent.resendAt", toRfc3339(pending.sent.resendAt), toRfc3339(scene.now + 60s));
        checks.same("sent.expiresAt", toRfc3339(pending.sent.expiresAt),
                    toRfc3339(scene.now + 5min));
    };
    table.succeeds<Op>("usual", ask, check).on(Server::Mailing).with(person);
    table.succeeds<Op>("nobody", ask, check).on(Server::Mailing);
    table.refuses<Op>("noMail", ask, {Kind::Conflict, 409, u"noMail"_s}).with(person);
    table
        .refuses<Op>(
            "codeTooSoon", ask,
            {.kind = Kind::RateLimited, .status = 429, .code = u"codeTooSoon"_s, .saysWhen = true})
        .on(Server::Mailing)
        .with(mailed);
    table
        .refuses<Op>("emailInvalid", with(u"a b@c"_s),
                     {.code = u"emailInvalid"_s, .field = u"email"_s})
        .on(Server::Mailing);
    table.refuses<Op>("emailTooShort", with(u"a"_s), {.code = u"tooShort"_s, .field = u"email"_s});
}

void finishingSucceeds(Table &table)
{
    using Op = api::FinishSignInByEmail;
    table
        .succeeds<Op>("usual", finishing,
                      [](Checks &checks, const api::SignInProgress &progress, const Scene &scene) {
                          checks.isTrue("no challenge", !progress.challenge);
                          if (!progress.signedIn)
                              return checks.isTrue("signed in", false);
                          const api::SignedIn &begun = *progress.signedIn;
                          checks.isTrue("a token", begun.token.reveal().startsWith("lks_"));
                          checks.same("user.email", begun.user.email, scene.email);
                          checks.isTrue("verified", begun.user.emailVerified);
                          checkOwnSession(checks, begun.session, scene, api::Proof::EmailCode);
                      })
        .on(Server::Mailing)
        .with(mailed);
    const auto asks = [](const QList<api::Factor> &factors) {
        return [factors](Checks &checks, const api::SignInProgress &progress, const Scene &scene) {
            checks.isTrue("not signed in", !progress.signedIn);
            if (!progress.challenge)
                return checks.isTrue("a challenge", false);
            checks.isTrue("challenge.id", progress.challenge->id.text().startsWith(u"chl_"_s));
            checks.isTrue("by these factors", progress.challenge->factors == factors);
            checks.same("challenge.expiresAt", toRfc3339(progress.challenge->expiresAt),
                        toRfc3339(scene.now + 5min));
        };
    };
    // The mail is no second factor then: it was the first.
    table.succeeds<Op>("oneThingMore", finishing, asks({api::Factor::Totp}))
        .on(Server::Mailing)
        .with(mailedAfter(withBothFactors));
}

void finishingIsRefused(Table &table)
{
    using Op = api::FinishSignInByEmail;
    const auto with = [](auto change) {
        return [change](const Scene &scene) {
            Op operation = finishing(scene);
            change(operation);
            return operation;
        };
    };
    const auto code = [with](const QByteArray &text) {
        return with([text](Op &operation) { operation.code = Secret(text); });
    };
    table.refuses<Op>("passwordNeeded", finishing, {Kind::Conflict, 409, u"passwordNeeded"_s})
        .on(Server::Mailing)
        .with(mailedAfter(onlyMailedCodes));
    table.refuses<Op>("wrongCode", code("12345x"), wrongCode).on(Server::Mailing).with(mailed);
    table.refuses<Op>("anothersCode", finishing, wrongCode)
        .on(Server::Mailing)
        .with([](Stage &stage, Scene &scene) {
            Scene other = scene;
            other.email.prepend(u"other."_s);
            mailed(stage, other);
            mailed(stage, scene);
            scene.signIn = other.signIn;
        });
    table.refuses<Op>("aSecondTime", finishing, wrongCode)
        .on(Server::Mailing)
        .with([](Stage &stage, Scene &scene) {
            mailed(stage, scene);
            stage.must(finishing(scene));
        });
    table.refuses<Op>("nobodysAddress", code("123456"), wrongCode)
        .on(Server::Mailing)
        .with([](Stage &stage, Scene &scene) {
            scene.signIn = stage.must(api::SignInByEmail{scene.email}).id;
        });
    table.refuses<Op>("signInUnknown", finishing, wrongCode);
    table.refuses<Op>("tooManyTries", finishing, tooManyTries)
        .on(Server::Mailing)
        .with([](Stage &stage, Scene &scene) {
            mailed(stage, scene);
            for (int i = 0; i < 5; ++i)
                stage.mustRefuse(Op{scene.signIn, Secret(QByteArray("12345x")), theDevice, {}});
        });
    table.refuses<Op>("codeEmpty", code({}), {.code = u"empty"_s, .field = u"code"_s});
    table.refuses<Op>("codeTooLong", code(QByteArray(65, '1')),
                      {.code = u"tooLong"_s, .field = u"code"_s});
    table.refuses<Op>("trustTooLong", with([](Op &operation) {
                          operation.deviceTrust = Secret(QByteArray(201, 'x'));
                      }),
                      {.code = u"tooLong"_s, .field = u"deviceTrust"_s});
    table.refuses<Op>("programTooLong",
                      with([](Op &operation) { operation.device.program = QString(101, u'x'); }),
                      {.code = u"tooLong"_s, .field = u"device.program"_s});
}

/// What comes after the mailed code.
void whatIsAskedThen(Table &table)
{
    using Answer = api::AnswerChallenge;
    const auto by = [](api::Factor factor) {
        return [factor](const Scene &scene) {
            return Answer{scene.challenge, factor, scene.code, false};
        };
    };
    table
        .succeeds<Answer>("afterAMailedCode", by(api::Factor::Totp),
                          [](Checks &checks, const api::SignInProgress &progress, const Scene &) {
                              if (!progress.signedIn)
                                  return checks.isTrue("signed in", false);
                              checks.same("proof", int(progress.signedIn->session.proof),
                                          int(api::Proof::Totp));
                          })
        .on(Server::Mailing)
        .with([](Stage &stage, Scene &scene) {
            halfWayIn(stage, scene);
            scene.code = stage.shownCode();
        });
    table.refuses<Answer>("sameMailboxAgain", by(api::Factor::EmailCode), wrongCode)
        .on(Server::Mailing)
        .with(halfWayIn);
    table
        .refuses<api::SendChallengeCode>("sameMailboxAgain",
                                         [](const Scene &scene) {
                                             return api::SendChallengeCode{scene.challenge,
                                                                           api::Factor::EmailCode};
                                         },
                                         {Kind::NotFound, 404, u"factorUnknown"_s})
        .on(Server::Mailing)
        .with(halfWayIn);
}

} // namespace

void addEmailSignIn(Table &table)
{
    starting(table);
    finishingSucceeds(table);
    finishingIsRefused(table);
    whatIsAskedThen(table);
}

} // namespace latchkey::test
