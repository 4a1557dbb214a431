#include "givenrows.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;
using Server = Row::Server;
using api::AccessAction;
using api::AccessScope;

namespace {

const Refusal authorizationUnknown{Kind::NotFound, 404, u"authorizationUnknown"_s};
const Refusal authorizationExists{Kind::Conflict, 409, u"authorizationExists"_s};
const Refusal actionNotGiven{.code = u"actionNotGiven"_s, .field = u"action"_s};

Refusal unknownValue(const QString &field)
{
    return {Kind::Rejected, 400, u"unknownValue"_s, field};
}

/// What is given.
struct What
{
    AccessScope scope = AccessScope::Profile;
    AccessAction action = AccessAction::Read;
};

api::CreateAuthorization usual(const Scene &scene)
{
    return {.receiver = scene.receiver, .scope = What().scope, .action = What().action};
}

/// Answers the token of who is let in.
Secret give(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    const Secret receiver = stage.signUpReceiver(scene);
    scene.authorization = stage.must(usual(scene), scene.token).id;
    return receiver;
}

void ofBothScopes(Stage &stage, Scene &scene)
{
    give(stage, scene);
    stage.must(api::CreateAuthorization{scene.receiver, AccessScope::Sessions, AccessAction::Read},
               scene.token);
}

void revoked(Stage &stage, Scene &scene)
{
    give(stage, scene);
    stage.must(api::RevokeAuthorization{scene.authorization}, scene.token);
}

void check(Checks &checks, const api::Authorization &given, const Scene &scene, const What &what)
{
    checks.isTrue("an id", given.id.text().startsWith(u"atz_"_s));
    checkEnds(checks, given, scene);
    checks.same("scope", int(given.scope), int(what.scope));
    checks.same("action", int(given.action), int(what.action));
}

/// That one, as it is after the asking.
auto is(const What &what)
{
    return [what](Checks &checks, const api::Authorization &given, const Scene &scene) {
        check(checks, given, scene, what);
        checks.same("id", given.id.text(), scene.authorization.text());
    };
}

auto isFresh(const What &what)
{
    return [what](Checks &checks, const api::Authorization &given, const Scene &scene) {
        check(checks, given, scene, what);
    };
}

auto are(const QList<What> &all)
{
    return [all](Checks &checks, const api::Authorizations &found, const Scene &scene) {
        const auto &given = found.authorizations;
        checks.same("authorizations", given.size(), all.size());
        for (qsizetype i = 0; i < std::min(all.size(), given.size()); ++i)
            check(checks, given[i], scene, all[i]);
    };
}

auto areScopes(const QList<AccessScope> &read, const QList<AccessScope> &write)
{
    return [read, write](Checks &checks, const api::AccessScopes &scopes, const Scene &) {
        checks.same("read", scopes.read, read);
        checks.same("write", scopes.write, write);
    };
}

const What sessions{.scope = AccessScope::Sessions};
const What written{.action = AccessAction::Write};

void scopes(Table &table)
{
    using List = api::ListAccessScopes;
    const auto list = [](const Scene &) { return List(); };
    table
        .succeeds<List>(
            "usual", list,
            areScopes({AccessScope::Profile, AccessScope::Sessions}, {AccessScope::Profile}))
        .with(person);
    table.guards<List>(list);

    using Show = api::ShowAccessScopes;
    const auto show = [](const Scene &scene) { return Show{scene.receiver}; };
    table.succeeds<Show>("none", show, areScopes({}, {})).with(two);
    table.succeeds<Show>("nobody", show, areScopes({}, {})).with(person);
    table.succeeds<Show>("usual", show, areScopes({AccessScope::Profile}, {})).with(asGiver(give));
    table.succeeds<Show>("written", show, areScopes({AccessScope::Profile}, {AccessScope::Profile}))
        .with([](Stage &stage, Scene &scene) {
            two(stage, scene);
            stage.must(
                api::CreateAuthorization{scene.receiver, AccessScope::Profile, AccessAction::Write},
                scene.token);
        });
    table.guards<Show>(show);
}

void lists(Table &table)
{
    using List = api::ListAuthorizations;
    const auto list = [](const Scene &) { return List(); };
    table.succeeds<List>("none", list, are({})).with(person);
    table.succeeds<List>("given", list, are({What()})).with(asGiver(give));
    table.succeeds<List>("received", list, are({What()})).with(asReceiver(give));
    table.succeeds<List>("two", list, are({sessions, What()})).with(ofBothScopes);
    table.guards<List>(list);

    using Open = api::ListOpenAccounts;
    const auto open = [](const Scene &) { return Open(); };
    table
        .succeeds<Open>("none", open,
                        [](Checks &checks, const api::OpenAccounts &all, const Scene &) {
                            checks.same("accounts", all.accounts.size(), qsizetype(0));
                        })
        .with(asGiver(give));
    table
        .succeeds<Open>("usual", open,
                        [](Checks &checks, const api::OpenAccounts &all, const Scene &scene) {
                            checks.same("accounts", all.accounts.size(), qsizetype(1));
                            if (all.accounts.isEmpty())
                                return;
                            const api::OpenAccount &one = all.accounts.first();
                            checks.same("account.id", one.account.id.text(), scene.helped.text());
                            checks.same("account.name", one.account.name, scene.name);
                            checks.same("scopes.read", one.scopes.read, {AccessScope::Profile});
                            checks.same("scopes.write", one.scopes.write, {});
                        })
        .with(asReceiver(give));
    table.guards<Open>(open);
}

void show(Table &table)
{
    using Op = api::ShowAuthorization;
    const auto make = [](const Scene &scene) { return Op{scene.authorization}; };
    table.succeeds<Op>("given", make, is(What())).with(asGiver(give));
    table.succeeds<Op>("received", make, is(What())).with(asReceiver(give));
    table.refuses<Op>("authorizationUnknown", make, authorizationUnknown).with(person);
    table.refuses<Op>("revoked", make, authorizationUnknown).with(revoked);
    table.refuses<Op>("ofTwoOthers", make, authorizationUnknown).with(asStranger(give));
    table.guards<Op>(make);
}

void create(Table &table)
{
    using Op = api::CreateAuthorization;
    const auto with = [](AccessScope scope, AccessAction action) {
        return [=](const Scene &scene) { return Op{scene.receiver, scope, action}; };
    };
    table.succeeds<Op>("usual", usual, isFresh(What())).with(two);
    table.succeeds<Op>("written", with(AccessScope::Profile, AccessAction::Write), isFresh(written))
        .with(two);
    table
        .succeeds<Op>("another", with(AccessScope::Sessions, AccessAction::Read), isFresh(sessions))
        .with(asGiver(give));
    table.succeeds<Op>("onceMore", usual, isFresh(What())).with(revoked);
    table.refuses<Op>("authorizationExists", usual, authorizationExists).with(asGiver(give));
    table
        .refuses<Op>("authorizationToSelf", [](const Scene &scene) { return Op{scene.helped}; },
                     {.code = u"authorizationToSelf"_s, .field = u"receiver"_s})
        .with(person);
    table
        .refuses<Op>("actionNotGiven", with(AccessScope::Sessions, AccessAction::Write),
                     actionNotGiven)
        .with(two);
    table.refuses<Op>("userUnknown", usual, {Kind::NotFound, 404, u"userUnknown"_s}).with(person);
    // Of ours it takes two hundred accounts: `tests/server_store` has them.
    table
        .refuses<Op>("tooManyAuthorizations", usual,
                     {Kind::Conflict, 409, u"tooManyAuthorizations"_s})
        .on(Server::None);
    table
        .refuses<Op>("scopeUnknown", with(AccessScope::Unknown, AccessAction::Read),
                     unknownValue(u"scope"_s))
        .with(two);
    table
        .refuses<Op>("actionUnknown", with(AccessScope::Profile, AccessAction::Unknown),
                     unknownValue(u"action"_s))
        .with(two);
    table.guards<Op>(usual);
}

void update(Table &table)
{
    using Op = api::UpdateAuthorization;
    const auto to = [](const std::optional<AccessScope> &scope,
                       const std::optional<AccessAction> &action) {
        return [=](const Scene &scene) { return Op{scene.authorization, scope, action}; };
    };
    const auto toWrite = to({}, AccessAction::Write);
    const auto toSessions = to(AccessScope::Sessions, {});
    table.succeeds<Op>("action", toWrite, is(written)).with(asGiver(give));
    table.succeeds<Op>("scope", toSessions, is(sessions)).with(asGiver(give));
    table.succeeds<Op>("nothing", to({}, {}), is(What())).with(asGiver(give));
    table.refuses<Op>("authorizationExists", toSessions, authorizationExists).with(ofBothScopes);
    table
        .refuses<Op>("actionNotGiven", to(AccessScope::Sessions, AccessAction::Write),
                     actionNotGiven)
        .with(asGiver(give));
    table.refuses<Op>("scopeUnknown", to(AccessScope::Unknown, {}), unknownValue(u"scope"_s))
        .with(asGiver(give));
    table.refuses<Op>("actionUnknown", to({}, AccessAction::Unknown), unknownValue(u"action"_s))
        .with(asGiver(give));
    table
        .refuses<Op>("authorizationByOther", toWrite,
                     {Kind::Forbidden, 403, u"authorizationByOther"_s})
        .with(asReceiver(give));
    table.refuses<Op>("authorizationUnknown", toWrite, authorizationUnknown).with(person);
    table.refuses<Op>("ofTwoOthers", toWrite, authorizationUnknown).with(asStranger(give));
    table.guards<Op>(toWrite);
}

api::RevokeAuthorization ending(const Scene &scene)
{
    return {scene.authorization};
}

void revoke(Table &table)
{
    using Op = api::RevokeAuthorization;
    table.succeeds<Op>("given", ending, is(What())).with(asGiver(give));
    table.succeeds<Op>("received", ending, is(What())).with(asReceiver(give));
    table.succeeds<Op>("longAfterProof", ending, is(What())).with([](Stage &stage, Scene &scene) {
        give(stage, scene);
        stage.pass(std::chrono::minutes(6));
    });
    table.refuses<Op>("aSecondTime", ending, authorizationUnknown).with(revoked);
    table.refuses<Op>("authorizationUnknown", ending, authorizationUnknown).with(person);
    table.refuses<Op>("ofTwoOthers", ending, authorizationUnknown).with(asStranger(give));
    table.guards<Op>(ending);
}

} // namespace

void addAuthorizations(Table &table)
{
    scopes(table);
    lists(table);
    show(table);
    create(table);
    update(table);
    revoke(table);
    tellsWhenItEnds<api::RevokeAuthorization>(table, "authorizationsChanged",
                                              api::EventKind::AuthorizationsChanged, give, ending);
}

} // namespace latchkey::test
