#include "wingspanrows.h"
#include "wire/wingspan/wingspan.h"

namespace latchkey::test::wingspan {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds aMonth = std::chrono::days(30);
const QList<QString> labels{u"Backup"_s, u"team=billing"_s};

api::CreateApiSession creating(const Scene &scene)
{
    return {.labels = {}, .expiresAt = scene.now + aMonth, .unlimited = {}};
}

api::CreateGrant giving(const Scene &scene)
{
    return {scene.receiver, api::Package::Professional, api::PackageTier::Premium};
}

template <api::Operation Op>
typename Op::Reply must(Stage &stage, const Scene &scene, const Op &operation)
{
    return mustThere(stage, wire::wingspanWire(), operation, scene.token);
}

void withApiSession(Stage &stage, Scene &scene)
{
    joined(stage, scene);
    scene.other = must(stage, scene, creating(scene)).session.id;
}

void two(Stage &stage, Scene &scene)
{
    joined(stage, scene);
    joinReceiver(stage, scene);
}

/// Answers the token of who received it.
Secret give(Stage &stage, Scene &scene)
{
    joined(stage, scene);
    const Secret receiver = joinReceiver(stage, scene);
    scene.grant = must(stage, scene, giving(scene)).id;
    return receiver;
}

void asGiver(Stage &stage, Scene &scene)
{
    give(stage, scene);
}

void asReceiver(Stage &stage, Scene &scene)
{
    scene.token = give(stage, scene);
}

void checkEnd(Checks &checks, const api::ApiSession &session, const Scene &scene)
{
    checks.isTrue("an end", session.expiresAt.has_value());
    checks.same("expiresAt", toRfc3339(session.expiresAt.value_or(Timestamp())),
                toRfc3339(scene.now + aMonth));
}

void checkIt(Checks &checks, const api::ApiSession &session, const Scene &scene)
{
    checks.same("id", session.id.text(), scene.other.text());
    checkEnd(checks, session, scene);
}

void listingAndMaking(Table &table)
{
    using List = api::ListApiSessions;
    const auto list = [](const Scene &) { return List(); };
    table
        .succeeds<List>("none", list,
                        [](Checks &checks, const api::ApiSessions &all, const Scene &) {
                            checks.same("sessions", all.sessions.size(), qsizetype(0));
                        })
        .with(joined);
    table
        .succeeds<List>("usual", list,
                        [](Checks &checks, const api::ApiSessions &all, const Scene &scene) {
                            checks.same("sessions", all.sessions.size(), qsizetype(1));
                            if (!all.sessions.isEmpty())
                                checkIt(checks, all.sessions.first(), scene);
                        })
        .with(withApiSession);
    guardsThere<List>(table, foreign(), list);

    using Op = api::CreateApiSession;
    table
        .succeeds<Op>("usual", creating,
                      [](Checks &checks, const api::ApiSessionSecret &made, const Scene &scene) {
                          checks.isTrue("a secret", made.secret.reveal().startsWith("lk_"));
                          checkEnd(checks, made.session, scene);
                      })
        .with(joined);
    table
        .succeeds<Op>(
            "labelled",
            [](const Scene &) { return Op{.labels = labels, .expiresAt = {}, .unlimited = true}; },
            [](Checks &checks, const api::ApiSessionSecret &made, const Scene &) {
                checks.same("labels", made.session.labels, labels);
                checks.isTrue("no end", !made.session.expiresAt);
            })
        .with(joined);
    table
        .refuses<Op>(
            "expiryOutOfRange",
            [](const Scene &scene) {
                return Op{.labels = {}, .expiresAt = scene.now - 1min, .unlimited = {}};
            },
            malformed)
        .with(joined);
    table.refuses<Op>("stepUpNeeded", creating, stepUpNeeded).with(late(joined));
    guardsThere<Op>(table, foreign(), creating);
}

void oneApiSession(Table &table)
{
    using Show = api::ShowApiSession;
    const auto show = [](const Scene &scene) { return Show{scene.other}; };
    table.succeeds<Show>("usual", show, checkIt).with(withApiSession);
    table.refuses<Show>("sessionUnknown", show, notFound).with(joined);
    guardsThere<Show>(table, foreign(), show);

    using Update = api::UpdateApiSession;
    const auto update = [](const Scene &scene) {
        return Update{
            .id = scene.other, .labels = {}, .expiresAt = scene.now + aMonth, .unlimited = {}};
    };
    table.succeeds<Update>("usual", update, checkIt).with(withApiSession);
    table
        .succeeds<Update>(
            "labels",
            [](const Scene &scene) {
                return Update{
                    .id = scene.other, .labels = labels, .expiresAt = {}, .unlimited = {}};
            },
            [](Checks &checks, const api::ApiSession &session, const Scene &scene) {
                checkIt(checks, session, scene);
                checks.same("labels", session.labels, labels);
            })
        .with(withApiSession);
    table.refuses<Update>("sessionUnknown", update, notFound).with(joined);
    table.refuses<Update>("stepUpNeeded", update, stepUpNeeded).with(late(withApiSession));
    guardsThere<Update>(table, foreign(), update);

    using End = api::EndSession;
    const auto end = [](const Scene &scene) { return End{scene.other}; };
    table
        .succeeds<End>("usual", end,
                       [](Checks &checks, const api::Session &session, const Scene &scene) {
                           checks.same("id", session.id.text(), scene.other.text());
                           checks.same("kind", int(session.kind), int(api::SessionKind::Api));
                           checks.isTrue("an end", session.end.has_value());
                       })
        .with(withApiSession);
    table.refuses<End>("sessionUnknown", end, notFound).with(joined);
    table.refuses<End>("stepUpNeeded", end, stepUpNeeded).with(late(withApiSession));
    guardsThere<End>(table, foreign(), end);
}

/// What both ways to tell of a grant tell.
void checkGrant(Checks &checks, const api::Grant &grant, const Scene &scene,
                api::Package package = api::Package::Professional,
                api::GrantState state = api::GrantState::Pending)
{
    checks.isTrue("an id", grant.id.text().startsWith(u"grt_"_s));
    checks.same("giver.id", grant.giver.id.text(), scene.helped.text());
    checks.same("receiver.id", grant.receiver.id.text(), scene.receiver.text());
    checks.same("package", int(grant.package), int(package));
    checks.same("tier", int(grant.tier), int(api::PackageTier::Premium));
    checks.same("state", int(grant.state), int(state));
}

void isGiven(Checks &checks, const api::Grant &grant, const Scene &scene)
{
    checkGrant(checks, grant, scene);
}

template <class Op>
void lists(Table &table, const Row::Prepare &none, const Row::Prepare &one)
{
    const auto list = [](const Scene &) { return Op(); };
    table
        .succeeds<Op>("none", list,
                      [](Checks &checks, const api::Grants &all, const Scene &) {
                          checks.same("grants", all.grants.size(), qsizetype(0));
                      })
        .with(none);
    table
        .succeeds<Op>("usual", list,
                      [](Checks &checks, const api::Grants &all, const Scene &scene) {
                          checks.same("grants", all.grants.size(), qsizetype(1));
                          if (!all.grants.isEmpty())
                              isGiven(checks, all.grants.first(), scene);
                      })
        .with(one);
    guardsThere<Op>(table, foreign(), list);
}

void givingGrants(Table &table)
{
    using Op = api::CreateGrant;
    table.succeeds<Op>("usual", giving, isGiven).with(two);
    table.refuses<Op>("grantExists", giving, conflict).with(asGiver);
    table.refuses<Op>("userUnknown", giving, notFound).with(joined);
    table
        .refuses<Op>(
            "grantToSelf",
            [](const Scene &scene) {
                return Op{scene.helped, api::Package::Benefits, api::PackageTier::Basic};
            },
            malformed)
        .with(joined);
    guardsThere<Op>(table, foreign(), giving);
}

void oneGrant(Table &table)
{
    using Show = api::ShowGrant;
    const auto show = [](const Scene &scene) { return Show{scene.grant}; };
    table.succeeds<Show>("given", show, isGiven).with(asGiver);
    table.succeeds<Show>("received", show, isGiven).with(asReceiver);
    table.refuses<Show>("grantUnknown", show, notFound).with(joined);
    guardsThere<Show>(table, foreign(), show);

    using Update = api::UpdateGrant;
    const auto update = [](const Scene &scene) {
        return Update{scene.grant, api::Package::Corporate, {}};
    };
    table
        .succeeds<Update>("usual", update,
                          [](Checks &checks, const api::Grant &grant, const Scene &scene) {
                              checkGrant(checks, grant, scene, api::Package::Corporate);
                          })
        .with(asGiver);
    table.refuses<Update>("received", update, notAllowed).with(asReceiver);
    table.refuses<Update>("grantUnknown", update, notFound).with(joined);
    guardsThere<Update>(table, foreign(), update);

    using End = api::EndGrant;
    const auto end = [](const Scene &scene) { return End{scene.grant}; };
    table
        .succeeds<End>("usual", end,
                       [](Checks &checks, const api::Grant &grant, const Scene &scene) {
                           checkGrant(checks, grant, scene, api::Package::Professional,
                                      api::GrantState::Cancelled);
                       })
        .with(asReceiver);
    table.refuses<End>("grantUnknown", end, notFound).with(joined);
    guardsThere<End>(table, foreign(), end);
}

} // namespace

void addMade(Table &table)
{
    listingAndMaking(table);
    oneApiSession(table);
    lists<api::ListReceivedGrants>(table, asGiver, asReceiver);
    lists<api::ListGivenGrants>(table, asReceiver, asGiver);
    givingGrants(table);
    oneGrant(table);
}

} // namespace latchkey::test::wingspan
