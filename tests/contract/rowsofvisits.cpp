#include "visitrows.h"

/// Visits to an identity provider: how one begins, how a browser comes back, and whom it saw.
namespace latchkey::test {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;
using Server = Row::Server;

namespace {

void provider(Stage &stage, Scene &scene)
{
    stage.makeProvider(scene);
}

void visits(Table &table)
{
    using Op = api::VisitProvider;
    table.succeeds<Op>("usual", visiting<Op>, checkVisit).on(Server::Providers).with(provider);
    table
        .succeeds<Op>("withALogin",
                      with(visiting<Op>, [](Op &op) { op.login = u"ada@example.com"_s; }),
                      checkVisit)
        .on(Server::Providers)
        .with(provider);
    const auto refuses = [&table](const char *name, auto change, const Refusal &refusal) {
        table.refuses<Op>(name, with(visiting<Op>, change), refusal)
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
    table.refuses<Op>("providerUnknown", visiting<Op>, providerUnknown);
    table.refuses<Op>("providerOff", visiting<Op>, providerUnknown)
        .on(Server::Providers)
        .with([](Stage &stage, Scene &scene) {
            stage.makeProvider(scene);
            stage.turnOffProvider(scene);
        });
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

void shows(Table &table)
{
    using Op = api::ShowVisit;
    table
        .succeeds<Op>("usual", showing<Op>,
                      [](Checks &checks, const api::SeenAtProvider &seen, const Scene &scene) {
                          checks.same("provider.name", seen.provider.name, u"Example"_s);
                          checks.same("name", seen.name, scene.email);
                      })
        .on(Server::Providers)
        .with(signedUpAndBack);
    const auto changed = [&](const char *name, auto change, const Refusal &refusal) {
        table.refuses<Op>(name, with(showing<Op>, change), refusal)
            .on(Server::Providers)
            .with(signedUpAndBack);
    };
    changed("visitRefused", [](Op &op) { op.code = Secret(QByteArray("refused")); }, visitRefused);
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
    table.refuses<Op>("thatFoundAnother", showing<Op>, visitUnknown)
        .on(Server::Providers)
        .with([](Stage &stage, Scene &scene) {
            signedUpAndBack(stage, scene);
            stage.mustRefuse(entering(scene));
            Scene second = scene;
            second.email = u"other."_s + scene.email;
            stage.signUp(second);
            scene.token = second.token;
        });
    table.guards<Op>(showing<Op>);
}

} // namespace

void addVisits(Table &table)
{
    visits(table);
    returns(table);
    shows(table);
}

} // namespace latchkey::test
