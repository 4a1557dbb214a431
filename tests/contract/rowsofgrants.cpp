#include "givenrows.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;
using Server = Row::Server;
using api::GrantState;
using api::Package;
using api::PackageTier;

namespace {

const Refusal grantUnknown{Kind::NotFound, 404, u"grantUnknown"_s};
const Refusal grantEnded{Kind::Conflict, 409, u"grantEnded"_s};

/// What is given.
struct What
{
    Package package = Package::Professional;
    PackageTier tier = PackageTier::Premium;
    GrantState state = GrantState::Pending;
};

api::CreateGrant usual(const Scene &scene)
{
    return {.receiver = scene.receiver, .package = What().package, .tier = What().tier};
}

/// Answers the token of who received it.
Secret give(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    const Secret receiver = stage.signUpReceiver(scene);
    scene.grant = stage.must(usual(scene), scene.token).id;
    return receiver;
}

void withEnded(Stage &stage, Scene &scene)
{
    give(stage, scene);
    stage.must(api::EndGrant{scene.grant}, scene.token);
}

void check(Checks &checks, const api::Grant &grant, const Scene &scene, const What &what)
{
    checks.isTrue("an id", grant.id.text().startsWith(u"grt_"_s));
    checkEnds(checks, grant, scene);
    checks.same("package", int(grant.package), int(what.package));
    checks.same("tier", int(grant.tier), int(what.tier));
    checks.same("state", int(grant.state), int(what.state));
}

/// That one grant, as it is after the asking.
auto is(const What &what)
{
    return [what](Checks &checks, const api::Grant &grant, const Scene &scene) {
        check(checks, grant, scene, what);
        checks.same("id", grant.id.text(), scene.grant.text());
    };
}

auto isFresh(const What &what)
{
    return [what](Checks &checks, const api::Grant &grant, const Scene &scene) {
        check(checks, grant, scene, what);
    };
}

auto are(const QList<What> &all)
{
    return [all](Checks &checks, const api::Grants &found, const Scene &scene) {
        checks.same("grants", found.grants.size(), all.size());
        for (qsizetype i = 0; i < std::min(all.size(), found.grants.size()); ++i)
            check(checks, found.grants[i], scene, all[i]);
    };
}

const What cancelled{.state = GrantState::Cancelled};

void lists(Table &table)
{
    const auto received = [](const Scene &) { return api::ListReceivedGrants(); };
    const auto given = [](const Scene &) { return api::ListGivenGrants(); };
    table.succeeds<api::ListReceivedGrants>("none", received, are({})).with(asGiver(give));
    table.succeeds<api::ListReceivedGrants>("usual", received, are({What()}))
        .with(asReceiver(give));
    table.guards<api::ListReceivedGrants>(received);
    table.succeeds<api::ListGivenGrants>("none", given, are({})).with(asReceiver(give));
    table.succeeds<api::ListGivenGrants>("usual", given, are({What()})).with(asGiver(give));
    table.succeeds<api::ListGivenGrants>("anotherAfterOne", given, are({What(), cancelled}))
        .with([](Stage &stage, Scene &scene) {
            withEnded(stage, scene);
            stage.must(usual(scene), scene.token);
        });
    table.guards<api::ListGivenGrants>(given);
}

void show(Table &table)
{
    using Op = api::ShowGrant;
    const auto make = [](const Scene &scene) { return Op{scene.grant}; };
    table.succeeds<Op>("given", make, is(What())).with(asGiver(give));
    table.succeeds<Op>("received", make, is(What())).with(asReceiver(give));
    table.succeeds<Op>("ended", make, is(cancelled)).with(withEnded);
    table.refuses<Op>("grantUnknown", make, grantUnknown).with(person);
    table.refuses<Op>("ofTwoOthers", make, grantUnknown).with(asStranger(give));
    table.guards<Op>(make);
}

void create(Table &table)
{
    using Op = api::CreateGrant;
    table.succeeds<Op>("usual", usual, isFresh(What())).with(two);
    table.succeeds<Op>("toAVerifiedAddress", usual, isFresh({.state = GrantState::Active}))
        .on(Server::Mailing)
        .with(two);
    table.succeeds<Op>("afterTheEnd", usual, isFresh(What())).with(withEnded);
    table.refuses<Op>("grantExists", usual, {Kind::Conflict, 409, u"grantExists"_s})
        .with(asGiver(give));
    table
        .refuses<Op>("grantToSelf", [](const Scene &scene) { return Op{scene.helped}; },
                     {.code = u"grantToSelf"_s, .field = u"receiver"_s})
        .with(person);
    table.refuses<Op>("userUnknown", usual, {Kind::NotFound, 404, u"userUnknown"_s}).with(person);
    // Of ours it takes two hundred accounts: `tests/server_store` has them.
    table.refuses<Op>("tooManyGrants", usual, {Kind::Conflict, 409, u"tooManyGrants"_s})
        .on(Server::None);
    table
        .refuses<Op>("packageUnknown",
                     [](const Scene &scene) { return Op{scene.receiver, Package::Unknown}; },
                     {Kind::Rejected, 400, u"unknownValue"_s, u"package"_s})
        .with(two);
    table
        .refuses<Op>("tierUnknown",
                     [](const Scene &scene) {
                         return Op{scene.receiver, Package::Benefits, PackageTier::Unknown};
                     },
                     {Kind::Rejected, 400, u"unknownValue"_s, u"tier"_s})
        .with(two);
    table.guards<Op>(usual);
}

void update(Table &table)
{
    using Op = api::UpdateGrant;
    const auto to = [](const std::optional<Package> &package,
                       const std::optional<PackageTier> &tier) {
        return [package, tier](const Scene &scene) { return Op{scene.grant, package, tier}; };
    };
    const auto corporate = to(Package::Corporate, {});
    table.succeeds<Op>("package", corporate, is({.package = Package::Corporate}))
        .with(asGiver(give));
    table.succeeds<Op>("tier", to({}, PackageTier::Basic), is({.tier = PackageTier::Basic}))
        .with(asGiver(give));
    table.succeeds<Op>("nothing", to({}, {}), is(What())).with(asGiver(give));
    table
        .refuses<Op>("packageUnknown", to(Package::Unknown, {}),
                     {Kind::Rejected, 400, u"unknownValue"_s, u"package"_s})
        .with(asGiver(give));
    table
        .refuses<Op>("tierUnknown", to({}, PackageTier::Unknown),
                     {Kind::Rejected, 400, u"unknownValue"_s, u"tier"_s})
        .with(asGiver(give));
    table.refuses<Op>("grantByOther", corporate, {Kind::Forbidden, 403, u"grantByOther"_s})
        .with(asReceiver(give));
    table.refuses<Op>("grantEnded", corporate, grantEnded).with(withEnded);
    table.refuses<Op>("grantUnknown", corporate, grantUnknown).with(person);
    table.refuses<Op>("ofTwoOthers", corporate, grantUnknown).with(asStranger(give));
    table.guards<Op>(corporate);
}

api::EndGrant ending(const Scene &scene)
{
    return {scene.grant};
}

void end(Table &table)
{
    using Op = api::EndGrant;
    table.succeeds<Op>("given", ending, is(cancelled)).with(asGiver(give));
    table.succeeds<Op>("received", ending, is(cancelled)).with(asReceiver(give));
    table.succeeds<Op>("aSecondTime", ending, is(cancelled)).with(withEnded);
    table.refuses<Op>("grantUnknown", ending, grantUnknown).with(person);
    table.refuses<Op>("ofTwoOthers", ending, grantUnknown).with(asStranger(give));
    table.guards<Op>(ending);
}

} // namespace

void addGrants(Table &table)
{
    lists(table);
    show(table);
    create(table);
    update(table);
    end(table);
    tellsWhenItEnds<api::EndGrant>(table, "grantsChanged", api::EventKind::GrantsChanged, give,
                                   ending);
}

} // namespace latchkey::test
