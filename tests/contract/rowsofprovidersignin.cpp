#include "visitrows.h"

/// Signing in as whom an identity provider saw.
namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using Server = Row::Server;

namespace {

const Refusal identityUnlinked{Kind::Conflict, 409, u"identityUnlinked"_s};
const Refusal identityUnknown{Kind::Forbidden, 403, u"identityUnknown"_s};

/// They have an account to which the identity is linked, and came back once more.
void linkedAndBack(Stage &stage, Scene &scene)
{
    linked(stage, scene);
    stage.visit(scene);
    scene.now = stage.clock().now();
}

void checkEntered(Checks &checks, const api::SignInProgress &progress, const Scene &scene)
{
    checks.isTrue("no challenge", !progress.challenge);
    if (!progress.signedIn)
        return checks.isTrue("signed in", false);
    checks.isTrue("a token", progress.signedIn->token.reveal().startsWith("lks_"));
    checks.same("user.email", progress.signedIn->user.email, scene.email);
    checks.same("session.proof", int(progress.signedIn->session.proof), int(api::Proof::Provider));
}

void enteringSucceeds(Table &table)
{
    using Op = api::SignInByProvider;
    const auto at = [&table](const char *name, auto make, auto check, Row::Prepare prepare) {
        table.succeeds<Op>(name, make, check).on(Server::Providers).with(std::move(prepare));
    };
    at("usual", entering, checkEntered, linkedAndBack);
    at(
        "somebodyNew", entering,
        [](Checks &checks, const api::SignInProgress &progress, const Scene &scene) {
            checkEntered(checks, progress, scene);
            checks.isTrue("verified", progress.signedIn && progress.signedIn->user.emailVerified);
        },
        back());
    at(
        "oneThingMore", entering,
        [](Checks &checks, const api::SignInProgress &progress, const Scene &) {
            checks.isTrue("not signed in", !progress.signedIn);
            checks.isTrue("a challenge", progress.challenge && progress.challenge->factors ==
                                                                   QList{api::Factor::Totp});
        },
        [](Stage &stage, Scene &scene) {
            linked(stage, scene);
            stage.activate(scene);
            stage.visit(scene);
        });
    at("fromThePage",
       with(entering,
            [](Op &op) {
                op.state.reset();
                op.code.reset();
            }),
       checkEntered, [](Stage &stage, Scene &scene) {
           stage.makeProvider(scene);
           stage.visitByPage(scene);
           scene.visit = stage.must(returning(scene)).id;
       });
}

void enteringIsRefused(Table &table)
{
    using Op = api::SignInByProvider;
    const auto after = [&table](const char *name, const QString &code, const Refusal &refusal) {
        table.refuses<Op>(name, entering, refusal).on(Server::Providers).with(back(code));
    };
    after("visitRefused", u"refused"_s, visitRefused);
    after("idTokenInvalid", u"forged"_s, idTokenInvalid);
    after("providerUnreachable", u"unreachable"_s, unreachable);
    after("identityUnknown", u"nobody"_s, identityUnknown);
    after("notOfItsDomains", u"ada@elsewhere.example"_s, identityUnknown);
    after("emailUnverified", u"unverified:ada@example.com"_s,
          {Kind::Forbidden, 403, u"providerEmailUnverified"_s});
    const auto changed = [&table](const char *name, auto change, const Refusal &refusal) {
        table.refuses<Op>(name, with(entering, change), refusal).on(Server::Providers).with(back());
    };
    changed("stateOfAnother", [](Op &op) { op.state = u"another"_s; }, visitUnknown);
    changed("withoutAState", [](Op &op) { op.state.reset(); }, visitUnknown);
    changed("withoutACode", [](Op &op) { op.code.reset(); }, visitUnknown);
    changed("stateTooLong", [](Op &op) { op.state = QString(201, u'x'); }, tooLong(u"state"_s));
    changed(
        "codeTooLong", [](Op &op) { op.code = Secret(QByteArray(4097, 'x')); }, tooLong(u"code"_s));
    changed(
        "trustTooLong", [](Op &op) { op.deviceTrust = Secret(QByteArray(201, 'x')); },
        tooLong(u"deviceTrust"_s));
    table.refuses<Op>("visitUnknown", entering, visitUnknown);
    table.refuses<Op>("aSecondTime", entering, visitUnknown)
        .on(Server::Providers)
        .with([](Stage &stage, Scene &scene) {
            linkedAndBack(stage, scene);
            stage.must(entering(scene));
        });
    table.refuses<Op>("tooLate", entering, visitUnknown)
        .on(Server::Providers)
        .with([](Stage &stage, Scene &scene) {
            back()(stage, scene);
            stage.pass(10min);
        });
    // An address alone opens no account.
    table.refuses<Op>("identityUnlinked", entering, identityUnlinked)
        .on(Server::Providers)
        .with(signedUpAndBack);
}

api::SignInByGoogle byGoogle(const Scene &scene)
{
    return {.idToken = scene.code,
            .nonce = FakeProviders::nonce,
            .device = theDevice,
            .deviceTrust = {},
            .language = {}};
}

void google(Table &table)
{
    using Op = api::SignInByGoogle;
    const auto known = [](Stage &stage, Scene &scene) {
        stage.makeProvider(scene, api::ProviderKind::Google);
        scene.code = Secret(scene.email);
    };
    const auto refuses = [&](const char *name, auto change, const Refusal &refusal) {
        table.refuses<Op>(name, with(byGoogle, change), refusal).on(Server::Providers).with(known);
    };
    table.succeeds<Op>("usual", byGoogle, checkEntered).on(Server::Providers).with(known);
    table
        .succeeds<Op>("withoutANonce", with(byGoogle, [](Op &op) { op.nonce.reset(); }),
                      checkEntered)
        .on(Server::Providers)
        .with(known);
    refuses(
        "idTokenInvalid", [](Op &op) { op.idToken = Secret(QByteArray("forged")); },
        idTokenInvalid);
    refuses("anotherNonce", [](Op &op) { op.nonce = u"another"_s; }, idTokenInvalid);
    refuses(
        "identityUnknown", [](Op &op) { op.idToken = Secret(QByteArray("nobody")); },
        identityUnknown);
    refuses(
        "idTokenTooLong", [](Op &op) { op.idToken = Secret(QByteArray(8193, 'x')); },
        tooLong(u"idToken"_s));
    refuses("nonceTooLong", [](Op &op) { op.nonce = QString(201, u'x'); }, tooLong(u"nonce"_s));
    refuses(
        "trustTooLong", [](Op &op) { op.deviceTrust = Secret(QByteArray(201, 'x')); },
        tooLong(u"deviceTrust"_s));
    table.refuses<Op>("aSecondTime", byGoogle, idTokenInvalid)
        .on(Server::Providers)
        .with([known](Stage &stage, Scene &scene) {
            known(stage, scene);
            stage.must(byGoogle(scene));
        });
    table.refuses<Op>("providerUnknown", byGoogle, providerUnknown);
}

} // namespace

void addProviderSignIn(Table &table)
{
    enteringSucceeds(table);
    enteringIsRefused(table);
    google(table);
}

} // namespace latchkey::test
