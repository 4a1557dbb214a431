#include "wingspanrows.h"

namespace latchkey::test::wingspan {

using namespace Qt::StringLiterals;
using Server = Row::Server;

namespace {

// It has no word of its own for who isn't believed.
const Refusal unauthorized{Error::Kind::Unauthorized, 401, u"tokenUnknown"_s};

void provider(Stage &stage, Scene &scene)
{
    stage.makeProvider(scene);
}

/// A browser came back to the server's own page, where it got what is given here.
void fromThePage(Stage &stage, Scene &scene)
{
    stage.visitByPage(scene);
    scene.visit = stage.must(api::ReturnFromProvider{scene.state, scene.code, {}}).id;
}

Row::Prepare back(const QString &as = {})
{
    return [as](Stage &stage, Scene &scene) {
        stage.makeProvider(scene);
        const QString email = scene.email;
        if (!as.isEmpty())
            scene.email = as;
        fromThePage(stage, scene);
        scene.email = email;
    };
}

void identifying(Table &table)
{
    using Op = api::IdentifyUser;
    const auto make = [](const Scene &scene) { return Op{scene.email}; };
    table.succeeds<Op>(
        "usual", make, [](Checks &checks, const api::SignInWays &ways, const Scene &) {
            checks.isTrue("by password", ways.ways == QList{api::SignInWay::Password});
        });
    table
        .succeeds<Op>("singleSignOn", make,
                      [](Checks &checks, const api::SignInWays &ways, const Scene &) {
                          checks.isTrue("there",
                                        ways.ways.constFirst() == api::SignInWay::Provider);
                          checks.isTrue("a page", !ways.page.isEmpty());
                      })
        .on(Server::Providers)
        .with(provider);
    table.refuses<Op>("emailInvalid", [](const Scene &) { return Op{u"a@@b"_s}; }, malformed);
}

void checkBegun(Checks &checks, const api::SignInProgress &progress, const Scene &)
{
    checks.isTrue("no challenge", !progress.challenge);
    checks.isTrue("a token", progress.signedIn && !progress.signedIn->token.isEmpty());
}

void bySingleSignOn(Table &table)
{
    using Op = api::SignInByProvider;
    const auto make = [](const Scene &scene) {
        Op op;
        op.id = scene.visit;
        return op;
    };
    table.succeeds<Op>("usual", make, checkBegun).on(Server::Providers).with(back());
    table
        .succeeds<Op>("oneThingMore", make,
                      [](Checks &checks, const api::SignInProgress &progress, const Scene &) {
                          checks.isTrue("not signed in", !progress.signedIn);
                          checks.isTrue("a challenge", progress.challenge.has_value());
                      })
        .on(Server::Providers)
        .with([](Stage &stage, Scene &scene) {
            stage.makeProvider(scene);
            stage.signUp(scene);
            stage.link(scene);
            stage.activate(scene);
            fromThePage(stage, scene);
        });
    table.refuses<Op>("visitUnknown", make, notFound);
    table.refuses<Op>("visitRefused", make, unauthorized)
        .on(Server::Providers)
        .with(back(u"refused"_s));
    table.refuses<Op>("identityUnknown", make, notAllowed)
        .on(Server::Providers)
        .with(back(u"nobody"_s));
    table.refuses<Op>("identityUnlinked", make, conflict)
        .on(Server::Providers)
        .with([](Stage &stage, Scene &scene) {
            stage.makeProvider(scene);
            stage.signUp(scene);
            fromThePage(stage, scene);
        });
}

void byGoogle(Table &table)
{
    using Op = api::SignInByGoogle;
    const auto make = [](const Scene &scene) {
        Op op;
        op.idToken = scene.code;
        return op;
    };
    const auto giving = [](const QString &token) {
        return [token](Stage &stage, Scene &scene) {
            stage.makeProvider(scene, api::ProviderKind::Google);
            scene.code = Secret(token.isEmpty() ? scene.email : token);
        };
    };
    table.succeeds<Op>("usual", make, checkBegun).on(Server::Providers).with(giving({}));
    table.refuses<Op>("idTokenInvalid", make, unauthorized)
        .on(Server::Providers)
        .with(giving(u"forged"_s));
    table.refuses<Op>("identityUnknown", make, notAllowed)
        .on(Server::Providers)
        .with(giving(u"nobody at Wingspan"_s));
    table.refuses<Op>("providerUnknown", make, notFound);
}

} // namespace

void addSignOn(Table &table)
{
    identifying(table);
    bySingleSignOn(table);
    byGoogle(table);
}

} // namespace latchkey::test::wingspan
