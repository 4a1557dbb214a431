#include "visitrows.h"

/// The accounts elsewhere that sign in to one.
namespace latchkey::test {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;
using Server = Row::Server;

namespace {

void checkIdentity(Checks &checks, const api::Identity &identity, const Scene &scene)
{
    checks.isTrue("an id", identity.id.text().startsWith(u"idn_"_s));
    checks.same("provider.name", identity.provider.name, u"Example"_s);
    checks.same("name", identity.name, scene.email);
    checks.same("linkedAt", toRfc3339(identity.linkedAt), toRfc3339(scene.now));
}

void links(Table &table)
{
    using Op = api::LinkIdentity;
    table.succeeds<Op>("usual", showing<Op>, checkIdentity)
        .on(Server::Providers)
        .with(signedUpAndBack);
    // They wanted to sign in by it, and had to show that the account is theirs.
    table
        .succeeds<Op>("afterASignIn",
                      with(showing<Op>,
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
        table.refuses<Op>(name, with(showing<Op>, change), refusal)
            .on(Server::Providers)
            .with(signedUpAndBack);
    };
    changed("stateOfAnother", [](Op &op) { op.state = u"another"_s; }, visitUnknown);
    changed("stateTooLong", [](Op &op) { op.state = QString(201, u'x'); }, tooLong(u"state"_s));
    changed(
        "codeTooLong", [](Op &op) { op.code = Secret(QByteArray(4097, 'x')); }, tooLong(u"code"_s));
    table
        .refuses<Op>("identityElsewhere", showing<Op>,
                     {Kind::Conflict, 409, u"identityElsewhere"_s})
        .on(Server::Providers)
        .with([](Stage &stage, Scene &scene) {
            linked(stage, scene);
            Scene second = scene;
            second.email = u"other."_s + scene.email;
            stage.signUp(second);
            stage.visit(scene);
            scene.token = second.token;
        });
    table.guards<Op>(showing<Op>);
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

void addIdentities(Table &table)
{
    links(table);
    listing(table);
    unlinks(table);
}

} // namespace latchkey::test
