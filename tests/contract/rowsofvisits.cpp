#include "row.h"
#include "stage.h"
#include "support/fakeproviders.h"

/// Signing in as whom an identity provider saw, and the accounts elsewhere that do.
namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using Server = Row::Server;

namespace {

const Refusal providerUnknown{Kind::NotFound, 404, u"providerUnknown"_s};
const Refusal visitUnknown{Kind::NotFound, 404, u"visitUnknown"_s};
const Refusal identityUnlinked{Kind::Conflict, 409, u"identityUnlinked"_s};
const Refusal identityUnknown{Kind::Forbidden, 403, u"identityUnknown"_s};
const Refusal idTokenInvalid{Kind::Unauthorized, 401, u"idTokenInvalid"_s};
const Refusal unreachable{
    .kind = Kind::Server, .status = 503, .code = u"providerUnreachable"_s, .saysWhen = true};

Refusal tooLong(const QString &field)
{
    return {.code = u"tooLong"_s, .field = field};
}

void provider(Stage &stage, Scene &scene)
{
    stage.makeProvider(scene);
}

/// A browser went there, and came back as them.
Row::Prepare back(const QString &code = {})
{
    return [code](Stage &stage, Scene &scene) {
        stage.makeProvider(scene);
        stage.visit(scene);
        if (!code.isEmpty())
            scene.code = Secret(code);
    };
}

/// They have an account, to which the identity is linked.
void linked(Stage &stage, Scene &scene)
{
    stage.makeProvider(scene);
    stage.signUp(scene);
    stage.link(scene);
}

/// ... and came back from the provider once more.
void linkedAndBack(Stage &stage, Scene &scene)
{
    linked(stage, scene);
    stage.visit(scene);
    scene.now = stage.clock().now();
}

api::VisitProvider visiting(const Scene &scene)
{
    return {.provider = scene.provider, .returnTo = u"http://127.0.0.1:4711/back"_s, .login = {}};
}

api::SignInByProvider entering(const Scene &scene)
{
    return {.id = scene.visit,
            .state = scene.state,
            .code = scene.code,
            .device = theDevice,
            .deviceTrust = {},
            .language = {}};
}

template <class Op, class Change>
auto with(Op (*make)(const Scene &), Change change)
{
    return [make, change](const Scene &scene) {
        Op operation = make(scene);
        change(operation);
        return operation;
    };
}

void visits(Table &table)
{
    using Op = api::VisitProvider;
    const auto check = [](Checks &checks, const api::ProviderVisit &visit, const Scene &scene) {
        checks.isTrue("an id", visit.id.text().startsWith(u"vst_"_s));
        checks.isTrue("its page",
                      visit.address.startsWith(FakeProviders::openId + u"/authorize?state="_s));
        checks.same("expiresAt", toRfc3339(visit.expiresAt), toRfc3339(scene.now + 10min));
    };
    table.succeeds<Op>("usual", visiting, check).on(Server::Providers).with(provider);
    table
        .succeeds<Op>("withALogin", with(visiting, [](Op &op) { op.login = u"ada@example.com"_s; }),
                      check)
        .on(Server::Providers)
        .with(provider);
    const auto refuses = [&table](const char *name, auto change, const Refusal &refusal) {
        table.refuses<Op>(name, with(visiting, change), refusal)
            .on(Server::Providers)
            .with(provider);
    };
    for (const auto &[name, text] : {std::pair{"elsewhere", u"http://192.0.2.1:80/"_s},
                                     {"ofHttps", u"https://127.0.0.1:80/"_s},
                                     {"withoutAPort", u"http://127.0.0.1/"_s},
                                     {"asAName", u"http://localhost:80/"_s},
                                     {"withAUser", u"http://a@127.0.0.1:80/"_s},
                                     {"withAQuery", u"http://127.0.0.1:80/?a"_s}})
        refuses(name, [text](Op &op) { op.returnTo = text; },
                {.code = u"returnToInvalid"_s, .field = u"returnTo"_s});
    refuses(
        "returnToTooLong", [](Op &op) { op.returnTo = QString(201, u'x'); },
        tooLong(u"returnTo"_s));
    refuses("loginTooLong", [](Op &op) { op.login = QString(255, u'x'); }, tooLong(u"login"_s));
    refuses(
        "providerUnreachable", [](Op &op) { op.login = u"unreachable@example.com"_s; },
        unreachable);
    table.refuses<Op>("providerUnknown", visiting, providerUnknown);
    table.refuses<Op>("providerOff", visiting, providerUnknown)
        .on(Server::Providers)
        .with([](Stage &stage, Scene &scene) {
            stage.makeProvider(scene);
            stage.turnOffProvider(scene);
        });
}

api::ReturnFromProvider returning(const Scene &scene)
{
    return {.state = scene.state, .code = scene.code, .error = {}};
}

void returns(Table &table)
{
    using Op = api::ReturnFromProvider;
    const auto onItsWay = [](Stage &stage, Scene &scene) {
        stage.makeProvider(scene);
        stage.visitByPage(scene);
    };
    table
        .succeeds<Op>("usual", returning,
                      [](Checks &checks, const api::VisitReturned &returned, const Scene &) {
                          checks.isTrue("an id", returned.id.text().startsWith(u"vst_"_s));
                      })
        .on(Server::Providers)
        .with(onItsWay);
    const auto refuses = [&](const char *name, auto change, const Refusal &refusal) {
        table.refuses<Op>(name, with(returning, change), refusal)
            .on(Server::Providers)
            .with(onItsWay);
    };
    refuses("denied", [](Op &op) { op.error = u"access_denied"_s; },
            {Kind::Forbidden, 403, u"visitDenied"_s});
    refuses("withoutACode", [](Op &op) { op.code.reset(); },
            {.kind = Kind::Rejected, .status = 400, .code = u"missingField"_s, .field = u"code"_s});
    refuses("stateTooLong", [](Op &op) { op.state = QString(201, u'x'); }, tooLong(u"state"_s));
    refuses(
        "codeTooLong", [](Op &op) { op.code = Secret(QByteArray(4097, 'x')); }, tooLong(u"code"_s));
    refuses("errorTooLong", [](Op &op) { op.error = QString(201, u'x'); }, tooLong(u"error"_s));
    // Where the visit was to end in a program, no page takes it.
    table.refuses<Op>("toAProgram", returning, visitUnknown).on(Server::Providers).with(back());
    table.refuses<Op>("aSecondTime", returning, visitUnknown)
        .on(Server::Providers)
        .with([onItsWay](Stage &stage, Scene &scene) {
            onItsWay(stage, scene);
            stage.must(returning(scene));
        });
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
    after("visitRefused", u"refused"_s, {Kind::Unauthorized, 401, u"visitRefused"_s});
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
        .with([](Stage &stage, Scene &scene) {
            stage.makeProvider(scene);
            stage.signUp(scene);
            stage.visit(scene);
        });
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

void checkIdentity(Checks &checks, const api::Identity &identity, const Scene &scene)
{
    checks.isTrue("an id", identity.id.text().startsWith(u"idn_"_s));
    checks.same("provider.name", identity.provider.name, u"Example"_s);
    checks.same("name", identity.name, scene.email);
    checks.same("linkedAt", toRfc3339(identity.linkedAt), toRfc3339(scene.now));
}

/// They have an account, and came back from the provider.
void signedUpAndBack(Stage &stage, Scene &scene)
{
    stage.makeProvider(scene);
    stage.signUp(scene);
    stage.visit(scene);
}

api::ShowVisit showing(const Scene &scene)
{
    return {.id = scene.visit, .state = scene.state, .code = scene.code};
}

void shows(Table &table)
{
    using Op = api::ShowVisit;
    table
        .succeeds<Op>("usual", showing,
                      [](Checks &checks, const api::SeenAtProvider &seen, const Scene &scene) {
                          checks.same("provider.name", seen.provider.name, u"Example"_s);
                          checks.same("name", seen.name, scene.email);
                      })
        .on(Server::Providers)
        .with(signedUpAndBack);
    const auto changed = [&](const char *name, auto change, const Refusal &refusal) {
        table.refuses<Op>(name, with(showing, change), refusal)
            .on(Server::Providers)
            .with(signedUpAndBack);
    };
    changed("visitRefused", [](Op &op) { op.code = Secret(QByteArray("refused")); },
            {Kind::Unauthorized, 401, u"visitRefused"_s});
    changed(
        "idTokenInvalid", [](Op &op) { op.code = Secret(QByteArray("forged")); }, idTokenInvalid);
    changed(
        "providerUnreachable", [](Op &op) { op.code = Secret(QByteArray("unreachable")); },
        unreachable);
    changed("stateOfAnother", [](Op &op) { op.state = u"another"_s; }, visitUnknown);
    changed("stateTooLong", [](Op &op) { op.state = QString(201, u'x'); }, tooLong(u"state"_s));
    changed(
        "codeTooLong", [](Op &op) { op.code = Secret(QByteArray(4097, 'x')); }, tooLong(u"code"_s));
    // Whom it saw has the address of another account.
    table.refuses<Op>("thatFoundAnother", showing, visitUnknown)
        .on(Server::Providers)
        .with([](Stage &stage, Scene &scene) {
            signedUpAndBack(stage, scene);
            stage.mustRefuse(entering(scene));
            Scene second = scene;
            second.email = u"other."_s + scene.email;
            stage.signUp(second);
            scene.token = second.token;
        });
    table.guards<Op>(showing);
}

api::LinkIdentity linking(const Scene &scene)
{
    return {.id = scene.visit, .state = scene.state, .code = scene.code};
}

void links(Table &table)
{
    using Op = api::LinkIdentity;
    table.succeeds<Op>("usual", linking, checkIdentity).on(Server::Providers).with(signedUpAndBack);
    // They wanted to sign in by it, and had to show that the account is theirs.
    table
        .succeeds<Op>("afterASignIn",
                      with(linking,
                           [](Op &op) {
                               op.state.reset();
                               op.code.reset();
                           }),
                      checkIdentity)
        .on(Server::Providers)
        .with([](Stage &stage, Scene &scene) {
            signedUpAndBack(stage, scene);
            stage.mustRefuse(entering(scene));
        });
    const auto changed = [&](const char *name, auto change, const Refusal &refusal) {
        table.refuses<Op>(name, with(linking, change), refusal)
            .on(Server::Providers)
            .with(signedUpAndBack);
    };
    changed("stateOfAnother", [](Op &op) { op.state = u"another"_s; }, visitUnknown);
    changed("stateTooLong", [](Op &op) { op.state = QString(201, u'x'); }, tooLong(u"state"_s));
    changed(
        "codeTooLong", [](Op &op) { op.code = Secret(QByteArray(4097, 'x')); }, tooLong(u"code"_s));
    table.refuses<Op>("identityElsewhere", linking, {Kind::Conflict, 409, u"identityElsewhere"_s})
        .on(Server::Providers)
        .with([](Stage &stage, Scene &scene) {
            linked(stage, scene);
            Scene second = scene;
            second.email = u"other."_s + scene.email;
            stage.signUp(second);
            stage.visit(scene);
            scene.token = second.token;
        });
    table.guards<Op>(linking);
}

void listing(Table &table)
{
    using Op = api::ListIdentities;
    const auto ask = [](const Scene &) { return Op(); };
    table
        .succeeds<Op>("usual", ask,
                      [](Checks &checks, const api::Identities &all, const Scene &scene) {
                          if (all.identities.size() != 1)
                              return checks.isTrue("one", false);
                          checkIdentity(checks, all.identities.first(), scene);
                          checks.isTrue("never used", !all.identities.first().lastUsedAt);
                          checks.isTrue("a password, too", all.hasPassword);
                      })
        .on(Server::Providers)
        .with(linked);
    table
        .succeeds<Op>("none", ask,
                      [](Checks &checks, const api::Identities &all, const Scene &) {
                          checks.isTrue("none", all.identities.isEmpty());
                      })
        .with([](Stage &stage, Scene &scene) { stage.signUp(scene); });
    // The account was made by it.
    table
        .succeeds<Op>("alone", ask,
                      [](Checks &checks, const api::Identities &all, const Scene &) {
                          checks.same("identities", all.identities.size(), qsizetype(1));
                          checks.isTrue("no password", !all.hasPassword);
                      })
        .on(Server::Providers)
        .with([](Stage &stage, Scene &scene) {
            back()(stage, scene);
            scene.token = stage.must(entering(scene)).signedIn->token;
        });
    table.guards<Op>(ask);
}

void unlinks(Table &table)
{
    using Op = api::UnlinkIdentity;
    const auto make = [](const Scene &scene) { return Op{scene.identity}; };
    table.succeeds<Op>("usual", make, [](Checks &, Nothing, const Scene &) {})
        .on(Server::Providers)
        .with(linked);
    table.refuses<Op>("identityUnlinked", make, {Kind::NotFound, 404, u"identityUnlinked"_s})
        .with([](Stage &stage, Scene &scene) { stage.signUp(scene); });
    // The account was made by it, and nothing else lets its owner in.
    table.refuses<Op>("lastWayIn", make, {Kind::Conflict, 409, u"lastWayIn"_s})
        .on(Server::Providers)
        .with([](Stage &stage, Scene &scene) {
            back()(stage, scene);
            const api::SignInProgress progress = stage.must(entering(scene));
            scene.token = progress.signedIn->token;
            scene.identity = stage.must(api::ListIdentities(), scene.token).identities.first().id;
        });
    table.guards<Op>(make);
}

} // namespace

void addVisits(Table &table)
{
    visits(table);
    returns(table);
    enteringSucceeds(table);
    enteringIsRefused(table);
    google(table);
    shows(table);
    links(table);
    listing(table);
    unlinks(table);
}

} // namespace latchkey::test
