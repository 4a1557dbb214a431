#include "row.h"
#include "stage.h"
#include "support/fakeproviders.h"

/// A visit to an identity provider proves the session that began it.
namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using Server = Row::Server;

namespace {

const Refusal visitUnknown{Kind::NotFound, 404, u"visitUnknown"_s};
const Refusal unreachable{
    .kind = Kind::Server, .status = 503, .code = u"providerUnreachable"_s, .saysWhen = true};

Refusal tooLong(const QString &field)
{
    return {.code = u"tooLong"_s, .field = field};
}

void linked(Stage &stage, Scene &scene)
{
    stage.makeProvider(scene);
    stage.signUp(scene);
    stage.link(scene);
}

void linkedAndBack(Stage &stage, Scene &scene)
{
    linked(stage, scene);
    stage.visitToProve(scene);
}

api::VisitToProve visiting(const Scene &scene)
{
    return {.provider = scene.provider, .returnTo = u"http://127.0.0.1:4711/back"_s, .login = {}};
}

api::ProveByProvider proving(const Scene &scene)
{
    return {.id = scene.visit, .state = scene.state, .code = scene.code};
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
    using Op = api::VisitToProve;
    const auto check = [](Checks &checks, const api::ProviderVisit &visit, const Scene &scene) {
        checks.isTrue("an id", visit.id.text().startsWith(u"vst_"_s));
        checks.isTrue("its page",
                      visit.address.startsWith(FakeProviders::openId + u"/authorize?state="_s));
        checks.same("expiresAt", toRfc3339(visit.expiresAt), toRfc3339(scene.now + 10min));
    };
    table.succeeds<Op>("usual", visiting, check).on(Server::Providers).with(linked);
    table
        .succeeds<Op>("withALogin", with(visiting, [](Op &op) { op.login = u"ada@example.com"_s; }),
                      check)
        .on(Server::Providers)
        .with(linked);
    const auto refuses = [&table](const char *name, auto change, const Refusal &refusal) {
        table.refuses<Op>(name, with(visiting, change), refusal).on(Server::Providers).with(linked);
    };
    refuses("elsewhere", [](Op &op) { op.returnTo = u"https://127.0.0.1:80/"_s; },
            {.code = u"returnToInvalid"_s, .field = u"returnTo"_s});
    refuses(
        "returnToTooLong", [](Op &op) { op.returnTo = QString(201, u'x'); },
        tooLong(u"returnTo"_s));
    refuses("loginTooLong", [](Op &op) { op.login = QString(255, u'x'); }, tooLong(u"login"_s));
    refuses(
        "providerUnreachable", [](Op &op) { op.login = u"unreachable@example.com"_s; },
        unreachable);
    table.refuses<Op>("identityUnlinked", visiting, {Kind::NotFound, 404, u"identityUnlinked"_s})
        .on(Server::Providers)
        .with([](Stage &stage, Scene &scene) {
            stage.makeProvider(scene);
            stage.signUp(scene);
        });
    table.refuses<Op>("providerOff", visiting, {Kind::NotFound, 404, u"providerUnknown"_s})
        .on(Server::Providers)
        .with([](Stage &stage, Scene &scene) {
            linked(stage, scene);
            stage.turnOffProvider(scene);
        });
    table.guards<Op>(visiting);
}

void proves(Table &table)
{
    using Op = api::ProveByProvider;
    table
        .succeeds<Op>("usual", proving,
                      [](Checks &checks, const api::SignedIn &proven, const Scene &scene) {
                          checks.isTrue("a token", proven.token.reveal().startsWith("lks_"));
                          checks.isTrue("another one", !proven.token.matches(*scene.token));
                          checkUser(checks, proven.user, scene);
                          checkOwnSession(checks, proven.session, scene, api::Proof::SignUp);
                      })
        .on(Server::Providers)
        .with(linkedAndBack);
    const auto after = [&table](const char *name, const QString &code, const Refusal &refusal) {
        table.refuses<Op>(name, proving, refusal)
            .on(Server::Providers)
            .with([code](Stage &stage, Scene &scene) {
                linkedAndBack(stage, scene);
                scene.code = Secret(code);
            });
    };
    after("visitRefused", u"refused"_s, {Kind::Unauthorized, 401, u"visitRefused"_s});
    after("idTokenInvalid", u"forged"_s, {Kind::Unauthorized, 401, u"idTokenInvalid"_s});
    after("providerUnreachable", u"unreachable"_s, unreachable);
    after("signInNotAnew", u"before:ada@example.com"_s, {Kind::Forbidden, 403, u"signInNotAnew"_s});
    after("signInUndated", u"undated:ada@example.com"_s,
          {Kind::Forbidden, 403, u"signInUndated"_s});
    after("identityNotYours", u"somebody.else@example.com"_s,
          {Kind::Forbidden, 403, u"identityNotYours"_s});
    const auto changed = [&table](const char *name, auto change, const Refusal &refusal) {
        table.refuses<Op>(name, with(proving, change), refusal)
            .on(Server::Providers)
            .with(linkedAndBack);
    };
    changed("stateOfAnother", [](Op &op) { op.state = u"another"_s; }, visitUnknown);
    changed("stateTooLong", [](Op &op) { op.state = QString(201, u'x'); }, tooLong(u"state"_s));
    changed(
        "codeTooLong", [](Op &op) { op.code = Secret(QByteArray(4097, 'x')); }, tooLong(u"code"_s));
    table.refuses<Op>("thatSignsIn", proving, visitUnknown)
        .on(Server::Providers)
        .with([](Stage &stage, Scene &scene) {
            linked(stage, scene);
            stage.visit(scene);
        });
    table.refuses<Op>("aSecondTime", proving, visitUnknown)
        .on(Server::Providers)
        .with([](Stage &stage, Scene &scene) {
            linkedAndBack(stage, scene);
            scene.token = stage.must(proving(scene), scene.token).token;
        });
    table.refuses<Op>("tooLate", proving, visitUnknown)
        .on(Server::Providers)
        .with([](Stage &stage, Scene &scene) {
            linkedAndBack(stage, scene);
            stage.pass(10min);
        });
    table.guards<Op>(proving);
}

} // namespace

void addProviderProof(Table &table)
{
    visits(table);
    proves(table);
}

} // namespace latchkey::test
