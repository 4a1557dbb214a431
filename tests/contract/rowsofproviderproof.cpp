#include "visitrows.h"

/// A visit to an identity provider proves the session that began it.
namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using Server = Row::Server;

namespace {

void linkedAndBack(Stage &stage, Scene &scene)
{
    linked(stage, scene);
    stage.visitToProve(scene);
}

void visits(Table &table)
{
    using Op = api::VisitToProve;
    table.succeeds<Op>("usual", visiting<Op>, checkVisit).on(Server::Providers).with(linked);
    table
        .succeeds<Op>("withALogin",
                      with(visiting<Op>, [](Op &op) { op.login = u"ada@example.com"_s; }),
                      checkVisit)
        .on(Server::Providers)
        .with(linked);
    const auto refuses = [&table](const char *name, auto change, const Refusal &refusal) {
        table.refuses<Op>(name, with(visiting<Op>, change), refusal)
            .on(Server::Providers)
            .with(linked);
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
    table
        .refuses<Op>("identityUnlinked", visiting<Op>, {Kind::NotFound, 404, u"identityUnlinked"_s})
        .on(Server::Providers)
        .with([](Stage &stage, Scene &scene) {
            stage.makeProvider(scene);
            stage.signUp(scene);
        });
    table.refuses<Op>("providerOff", visiting<Op>, providerUnknown)
        .on(Server::Providers)
        .with([](Stage &stage, Scene &scene) {
            linked(stage, scene);
            stage.turnOffProvider(scene);
        });
    table.guards<Op>(visiting<Op>);
}

void proves(Table &table)
{
    using Op = api::ProveByProvider;
    table
        .succeeds<Op>("usual", showing<Op>,
                      [](Checks &checks, const api::SignedIn &proven, const Scene &scene) {
                          checks.isTrue("a token", proven.token.reveal().startsWith("lks_"));
                          checks.isTrue("another one", !proven.token.matches(*scene.token));
                          checkUser(checks, proven.user, scene);
                          checkOwnSession(checks, proven.session, scene, api::Proof::SignUp);
                      })
        .on(Server::Providers)
        .with(linkedAndBack);
    const auto after = [&table](const char *name, const QString &code, const Refusal &refusal) {
        table.refuses<Op>(name, showing<Op>, refusal)
            .on(Server::Providers)
            .with([code](Stage &stage, Scene &scene) {
                linkedAndBack(stage, scene);
                scene.code = Secret(code);
            });
    };
    after("visitRefused", u"refused"_s, visitRefused);
    after("idTokenInvalid", u"forged"_s, idTokenInvalid);
    after("providerUnreachable", u"unreachable"_s, unreachable);
    after("signInNotAnew", u"before:ada@example.com"_s, {Kind::Forbidden, 403, u"signInNotAnew"_s});
    after("signInUndated", u"undated:ada@example.com"_s,
          {Kind::Forbidden, 403, u"signInUndated"_s});
    after("identityNotYours", u"somebody.else@example.com"_s,
          {Kind::Forbidden, 403, u"identityNotYours"_s});
    const auto changed = [&table](const char *name, auto change, const Refusal &refusal) {
        table.refuses<Op>(name, with(showing<Op>, change), refusal)
            .on(Server::Providers)
            .with(linkedAndBack);
    };
    changed("stateOfAnother", [](Op &op) { op.state = u"another"_s; }, visitUnknown);
    changed("stateTooLong", [](Op &op) { op.state = QString(201, u'x'); }, tooLong(u"state"_s));
    changed(
        "codeTooLong", [](Op &op) { op.code = Secret(QByteArray(4097, 'x')); }, tooLong(u"code"_s));
    table.refuses<Op>("thatSignsIn", showing<Op>, visitUnknown)
        .on(Server::Providers)
        .with([](Stage &stage, Scene &scene) {
            linked(stage, scene);
            stage.visit(scene);
        });
    table.refuses<Op>("aSecondTime", showing<Op>, visitUnknown)
        .on(Server::Providers)
        .with([](Stage &stage, Scene &scene) {
            linkedAndBack(stage, scene);
            scene.token = stage.must(showing<Op>(scene), scene.token).token;
        });
    table.refuses<Op>("tooLate", showing<Op>, visitUnknown)
        .on(Server::Providers)
        .with([](Stage &stage, Scene &scene) {
            linkedAndBack(stage, scene);
            stage.pass(10min);
        });
    table.guards<Op>(showing<Op>);
}

} // namespace

void addProviderProof(Table &table)
{
    visits(table);
    proves(table);
}

} // namespace latchkey::test
