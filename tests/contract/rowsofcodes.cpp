#include "row.h"
#include "stage.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using Server = Row::Server;

namespace {

const Refusal factorUnknown{Kind::NotFound, 404, u"factorUnknown"_s};
const Refusal codeTooSoon{
    .kind = Kind::RateLimited, .status = 429, .code = u"codeTooSoon"_s, .saysWhen = true};

void person(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
}

/// Mailed codes are asked for, and another may be sent.
void mailed(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.activateCodes(scene);
    stage.pass(60s);
    scene.now = stage.clock().now();
}

void challenged(Stage &stage, Scene &scene)
{
    mailed(stage, scene);
    stage.challenge(scene);
}

void provingByMail(Stage &stage, Scene &scene)
{
    mailed(stage, scene);
    stage.must(api::SendProofCode{api::Factor::EmailCode}, scene.token);
    scene.code = stage.codeSentTo(scene.email);
}

void checkSent(Checks &checks, const api::CodeSent &sent, const QString &to, const Scene &scene)
{
    checks.same("to", sent.to, to);
    checks.same("resendAt", toRfc3339(sent.resendAt), toRfc3339(scene.now + 60s));
    checks.same("expiresAt", toRfc3339(sent.expiresAt), toRfc3339(scene.now + 5min));
}

void sendChallengeCode(Table &table)
{
    using Op = api::SendChallengeCode;
    const auto by = [](api::Factor factor) {
        return [factor](const Scene &scene) { return Op{scene.challenge, factor}; };
    };
    const auto usual = by(api::Factor::EmailCode);
    table
        .succeeds<Op>("usual", usual,
                      [](Checks &checks, const api::CodeSent &sent, const Scene &scene) {
                          checkSent(checks, sent, u"a•••@example.com"_s, scene);
                      })
        .on(Server::Mailing)
        .with(challenged);
    table.refuses<Op>("challengeUnknown", usual, {Kind::NotFound, 404, u"challengeUnknown"_s})
        .with(person);
    table.refuses<Op>("factorUnknown", usual, factorUnknown).with([](Stage &stage, Scene &scene) {
        stage.signUp(scene);
        stage.activate(scene);
        stage.challenge(scene);
    });
    table
        .refuses<Op>("notSent", by(api::Factor::Totp),
                     {Kind::Rejected, 400, u"unknownValue"_s, u"factor"_s})
        .on(Server::Mailing)
        .with(challenged);
    table.refuses<Op>("codeTooSoon", usual, codeTooSoon)
        .on(Server::Mailing)
        .with([](Stage &stage, Scene &scene) {
            challenged(stage, scene);
            stage.must(api::SendChallengeCode{scene.challenge, api::Factor::EmailCode});
        });

    using Answer = api::AnswerChallenge;
    table
        .succeeds<Answer>(
            "byMail",
            [](const Scene &scene) {
                return Answer{scene.challenge, api::Factor::EmailCode, scene.code, false};
            },
            [](Checks &checks, const api::SignInProgress &progress, const Scene &) {
                if (!progress.signedIn)
                    return checks.isTrue("signed in", false);
                checks.same("proof", int(progress.signedIn->session.proof),
                            int(api::Proof::EmailCode));
            })
        .on(Server::Mailing)
        .with([](Stage &stage, Scene &scene) {
            challenged(stage, scene);
            stage.must(api::SendChallengeCode{scene.challenge, api::Factor::EmailCode});
            scene.code = stage.codeSentTo(scene.email);
        });
}

void sendProofCode(Table &table)
{
    using Op = api::SendProofCode;
    const auto by = [](api::Factor factor) {
        return [factor](const Scene &) { return Op{factor}; };
    };
    const auto usual = by(api::Factor::EmailCode);
    table
        .succeeds<Op>("usual", usual,
                      [](Checks &checks, const api::CodeSent &sent, const Scene &scene) {
                          checkSent(checks, sent, scene.email, scene);
                      })
        .on(Server::Mailing)
        .with(mailed);
    table.refuses<Op>("factorUnknown", usual, factorUnknown).with(person);
    table
        .refuses<Op>("notSent", by(api::Factor::RecoveryCode),
                     {Kind::Rejected, 400, u"unknownValue"_s, u"factor"_s})
        .with(person);
    table.refuses<Op>("codeTooSoon", usual, codeTooSoon).on(Server::Mailing).with(provingByMail);
    table.guards<Op>(usual);

    using Prove = api::ProveWithCode;
    table
        .succeeds<Prove>(
            "byMail", [](const Scene &scene) { return Prove{api::Factor::EmailCode, scene.code}; },
            [](Checks &checks, const api::SignedIn &proven, const Scene &scene) {
                checks.isTrue("another token", !proven.token.matches(*scene.token));
                checks.same("session.id", proven.session.id.text(), scene.session.text());
            })
        .on(Server::Mailing)
        .with(provingByMail);
}

void enrolCodes(Table &table)
{
    using Op = api::EnrolCodes;
    const auto by = [](api::Factor kind, const QString &name = u"Mail"_s) {
        return [kind, name](const Scene &) { return Op{kind, name}; };
    };
    const auto usual = by(api::Factor::EmailCode);
    const auto conflict = [](const QString &code) { return Refusal{Kind::Conflict, 409, code}; };
    table
        .succeeds<Op>("usual", usual,
                      [](Checks &checks, const api::NewCodes &reply, const Scene &scene) {
                          checks.isTrue("an id", reply.id.text().startsWith(u"fac_"_s));
                          checkSent(checks, reply.sent, scene.email, scene);
                      })
        .on(Server::Mailing)
        .with(person);
    table.refuses<Op>("emailNotVerified", usual, conflict(u"emailNotVerified"_s)).with(person);
    table.refuses<Op>("noPhone", by(api::Factor::SmsCode), conflict(u"noPhone"_s)).with(person);
    table.refuses<Op>("factorThere", usual, conflict(u"factorThere"_s))
        .on(Server::Mailing)
        .with(mailed);
    table
        .refuses<Op>("notSent", by(api::Factor::Totp),
                     {Kind::Rejected, 400, u"unknownValue"_s, u"kind"_s})
        .with(person);
    table
        .refuses<Op>("nameBlank", by(api::Factor::EmailCode, u" "_s),
                     {.code = u"empty"_s, .field = u"name"_s})
        .with(person);
    table
        .refuses<Op>("nameTooLong", by(api::Factor::EmailCode, QString(101, u'x')),
                     {.code = u"tooLong"_s, .field = u"name"_s})
        .with(person);
    table.guards<Op>(usual);

    using Activate = api::ActivateFactor;
    table
        .succeeds<Activate>(
            "byMail", [](const Scene &scene) { return Activate{scene.factor, scene.code}; },
            [](Checks &checks, const api::SignedIn &reply, const Scene &scene) {
                checks.isTrue("another token", !reply.token.matches(*scene.token));
                checkOwnSession(checks, reply.session, scene, api::Proof::SignUp);
            })
        .on(Server::Mailing)
        .with([](Stage &stage, Scene &scene) {
            stage.signUp(scene);
            stage.enrolCodes(scene);
        });

    using Change = api::ChangePassword;
    table
        .refuses<Change>("stepUpNeeded",
                         [](const Scene &) { return Change{thePassword, anotherPassword, true}; },
                         {Kind::StepUpNeeded, 403, u"stepUpNeeded"_s, {}, u"secondFactor"_s})
        .with([](Stage &stage, Scene &scene) {
            stage.signUp(scene);
            stage.activate(scene);
            stage.pass(6min);
        });
}

} // namespace

void addCodes(Table &table)
{
    sendChallengeCode(table);
    sendProofCode(table);
    enrolCodes(table);
}

} // namespace latchkey::test
