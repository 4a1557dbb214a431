#include "row.h"
#include "stage.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using Server = Row::Server;

namespace {

const Refusal wrongCode{.code = u"wrongCode"_s, .field = u"code"_s};
const Refusal codeEmpty{.code = u"empty"_s, .field = u"code"_s};
const Refusal codeTooLong{.code = u"tooLong"_s, .field = u"code"_s};
const Refusal emailInvalid{.code = u"emailInvalid"_s, .field = u"email"_s};
const Refusal emailTooShort{.code = u"tooShort"_s, .field = u"email"_s};
const Refusal noMail{Kind::Conflict, 409, u"noMail"_s};
const Refusal signUpUnknown{Kind::NotFound, 404, u"signUpUnknown"_s};
const Refusal codeTooSoon{
    .kind = Kind::RateLimited, .status = 429, .code = u"codeTooSoon"_s, .saysWhen = true};

void person(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
}

void waiting(Stage &stage, Scene &scene)
{
    stage.waitForCode(scene);
}

void forgetful(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.requestReset(scene);
}

void checkSent(Checks &checks, const api::CodeSent &sent, const Scene &scene)
{
    checks.same("to", sent.to, scene.email);
    checks.same("resendAt", toRfc3339(sent.resendAt), toRfc3339(scene.now + 60s));
    checks.same("expiresAt", toRfc3339(sent.expiresAt), toRfc3339(scene.now + 5min));
}

void signingUpWaits(Table &table)
{
    table
        .succeeds<api::SignUp>(
            "waiting", signingUp,
            [](Checks &checks, const api::SignUpProgress &progress, const Scene &scene) {
                checks.isTrue("nobody is signed in", !progress.signedIn);
                if (!progress.pending)
                    return checks.isTrue("it waits", false);
                checks.isTrue("an id", progress.pending->id.text().startsWith(u"sgn_"_s));
                checkSent(checks, progress.pending->sent, scene);
            })
        .on(Server::Mailing);

    using Send = api::SendSignUpCode;
    const auto send = [](const Scene &scene) { return Send{scene.signUp}; };
    table.succeeds<Send>("usual", send, checkSent)
        .on(Server::Mailing)
        .with([](Stage &stage, Scene &scene) {
            stage.waitForCode(scene);
            stage.pass(60s);
            scene.now = stage.clock().now();
        });
    table.refuses<Send>("codeTooSoon", send, codeTooSoon).on(Server::Mailing).with(waiting);
    table.refuses<Send>("signUpUnknown", send, signUpUnknown);
}

void finishingSignUp(Table &table)
{
    using Op = api::FinishSignUp;
    const auto finish = [](const Scene &scene) { return Op{scene.signUp, scene.code}; };
    const auto with = [](const QByteArray &code) {
        return [code](const Scene &scene) { return Op{scene.signUp, Secret(code)}; };
    };
    table
        .succeeds<Op>("usual", finish,
                      [](Checks &checks, const api::SignedIn &begun, const Scene &scene) {
                          checks.isTrue("a token", begun.token.reveal().startsWith("lks_"));
                          checks.same("user.email", begun.user.email, scene.email);
                          checks.isTrue("verified", begun.user.emailVerified);
                          checkOwnSession(checks, begun.session, scene, api::Proof::SignUp);
                      })
        .on(Server::Mailing)
        .with(waiting);
    table.refuses<Op>("wrongCode", with("12345x"), wrongCode).on(Server::Mailing).with(waiting);
    table.refuses<Op>("signUpUnknown", finish, signUpUnknown);
    table.refuses<Op>("codeEmpty", with({}), codeEmpty);
    table.refuses<Op>("codeTooLong", with(QByteArray(17, '1')), codeTooLong);
}

/// What asks for a mail to an address that may have an account.
template <class Op>
void asking(Table &table, const Table::Check<Op> &check)
{
    const auto ask = [](const Scene &scene) { return Op{scene.email}; };
    const auto with = [](const QString &email) {
        return [email](const Scene &) { return Op{email}; };
    };
    table.succeeds<Op>("usual", ask, check).on(Server::Mailing).with(person);
    table.succeeds<Op>("nobody", ask, check).on(Server::Mailing);
    table.refuses<Op>("noMail", ask, noMail).with(person);
    table.refuses<Op>("emailInvalid", with(u"a b@c"_s), emailInvalid).on(Server::Mailing);
    table.refuses<Op>("emailTooShort", with(u"a"_s), emailTooShort);
}

void requestingResets(Table &table)
{
    using Op = api::RequestPasswordReset;
    asking<Op>(table, [](Checks &checks, const api::ResetRequested &requested, const Scene &scene) {
        checks.isTrue("an id", requested.id.text().startsWith(u"rst_"_s));
        checks.same("resendAt", toRfc3339(requested.resendAt), toRfc3339(scene.now + 60s));
        checks.same("expiresAt", toRfc3339(requested.expiresAt), toRfc3339(scene.now + 5min));
    });
    table
        .refuses<Op>(
            "codeTooSoon", [](const Scene &scene) { return Op{scene.email}; }, codeTooSoon)
        .on(Server::Mailing)
        .with(forgetful);
}

void resetting(Table &table)
{
    using Op = api::ResetPassword;
    const auto with = [](auto change) {
        return [change](const Scene &scene) {
            Op operation{scene.reset, scene.code, anotherPassword};
            change(operation);
            return operation;
        };
    };
    const auto password = [with](const QByteArray &text) {
        return with([text](Op &operation) { operation.password = Secret(text); });
    };
    const auto code = [with](const QByteArray &text) {
        return with([text](Op &operation) { operation.code = Secret(text); });
    };
    table.succeeds<Op>("usual", with([](Op &) {}), [](Checks &, const Nothing &, const Scene &) {})
        .on(Server::Mailing)
        .with(forgetful);
    table.refuses<Op>("wrongCode", code("12345x"), wrongCode).on(Server::Mailing).with(forgetful);
    table.refuses<Op>("nobodyAskedForIt", with([](Op &) {}), wrongCode);
    table.refuses<Op>("nobodyWasSentIt", with([](Op &operation) { operation.id.reset(); }),
                      wrongCode);
    table
        .refuses<Op>("passwordTooWeak", password("password1"),
                     {.code = u"passwordTooWeak"_s, .field = u"password"_s})
        .on(Server::Mailing)
        .with(forgetful);
    table.refuses<Op>("passwordEmpty", password({}), {.code = u"empty"_s, .field = u"password"_s});
    table.refuses<Op>("codeEmpty", code({}), codeEmpty);
    table.refuses<Op>("codeTooLong", code(QByteArray(65, '1')), codeTooLong);
}

} // namespace

void addRecovery(Table &table)
{
    signingUpWaits(table);
    finishingSignUp(table);
    requestingResets(table);
    resetting(table);
    asking<api::RemindUserName>(table, [](Checks &, const Nothing &, const Scene &) {});
}

} // namespace latchkey::test
