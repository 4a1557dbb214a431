#include "wingspanrows.h"
#include "wire/wingspan/wingspan.h"

namespace latchkey::test::wingspan {

using namespace Qt::StringLiterals;
using api::AccessAction;
using api::AccessScope;

namespace {

api::CreateAuthorization usual(const Scene &scene)
{
    return {scene.receiver, AccessScope::Profile, AccessAction::Read};
}

void two(Stage &stage, Scene &scene)
{
    joined(stage, scene);
    joinReceiver(stage, scene);
}

/// Answers the token of who is let in.
Secret give(Stage &stage, Scene &scene)
{
    joined(stage, scene);
    const Secret receiver = joinReceiver(stage, scene);
    scene.authorization = mustThere(stage, wire::wingspanWire(), usual(scene), scene.token).id;
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

void notLetIn(Stage &stage, Scene &scene)
{
    joined(stage, scene);
    scene.token = joinReceiver(stage, scene);
}

void revoked(Stage &stage, Scene &scene)
{
    asReceiver(stage, scene);
    mustThere(stage, wire::wingspanWire(), api::RevokeAuthorization{scene.authorization},
              scene.token);
}

auto is(AccessScope scope, AccessAction action)
{
    return [=](Checks &checks, const api::Authorization &given, const Scene &scene) {
        checks.isTrue("an id", given.id.text().startsWith(u"atz_"_s));
        checks.same("giver.id", given.giver.id.text(), scene.helped.text());
        checks.same("receiver.id", given.receiver.id.text(), scene.receiver.text());
        checks.same("scope", int(given.scope), int(scope));
        checks.same("action", int(given.action), int(action));
        checks.same("createdAt", toRfc3339(given.createdAt), toRfc3339(scene.now));
    };
}

const auto isRead = is(AccessScope::Profile, AccessAction::Read);

auto areScopes(const QList<AccessScope> &read)
{
    return [read](Checks &checks, const api::AccessScopes &scopes, const Scene &) {
        checks.same("read", scopes.read, read);
        checks.same("write", scopes.write, {});
    };
}

void scopes(Table &table)
{
    using List = api::ListAccessScopes;
    const auto list = [](const Scene &) { return List(); };
    // Its page has no word for which of them may be written.
    table.succeeds<List>("usual", list, areScopes({AccessScope::Profile, AccessScope::Sessions}))
        .with(joined);
    guardsThere<List>(table, foreign(), list);

    using Show = api::ShowAccessScopes;
    const auto show = [](const Scene &scene) { return Show{scene.receiver}; };
    table.succeeds<Show>("none", show, areScopes({})).with(two);
    table.succeeds<Show>("usual", show, areScopes({AccessScope::Profile})).with(asGiver);
    guardsThere<Show>(table, foreign(), show);
}

void lists(Table &table)
{
    using List = api::ListAuthorizations;
    const auto list = [](const Scene &) { return List(); };
    const auto isOne = [](Checks &checks, const api::Authorizations &all, const Scene &scene) {
        checks.same("authorizations", all.authorizations.size(), qsizetype(1));
        if (!all.authorizations.isEmpty())
            isRead(checks, all.authorizations.first(), scene);
    };
    table
        .succeeds<List>("none", list,
                        [](Checks &checks, const api::Authorizations &all, const Scene &) {
                            checks.isTrue("none", all.authorizations.isEmpty());
                        })
        .with(joined);
    table.succeeds<List>("given", list, isOne).with(asGiver);
    table.succeeds<List>("received", list, isOne).with(asReceiver);
    guardsThere<List>(table, foreign(), list);

    using Open = api::ListOpenAccounts;
    const auto open = [](const Scene &) { return Open(); };
    table
        .succeeds<Open>("none", open,
                        [](Checks &checks, const api::OpenAccounts &all, const Scene &) {
                            checks.isTrue("none", all.accounts.isEmpty());
                        })
        .with(asGiver);
    table
        .succeeds<Open>("usual", open,
                        [](Checks &checks, const api::OpenAccounts &all, const Scene &scene) {
                            checks.same("accounts", all.accounts.size(), qsizetype(1));
                            if (all.accounts.isEmpty())
                                return;
                            const api::OpenAccount &one = all.accounts.first();
                            checks.same("account.id", one.account.id.text(), scene.helped.text());
                            checks.same("account.name", one.account.name, userNameOf(scene));
                            checks.same("scopes.read", one.scopes.read, {AccessScope::Profile});
                        })
        .with(asReceiver);
    guardsThere<Open>(table, foreign(), open);
}

void creating(Table &table)
{
    using Op = api::CreateAuthorization;
    table.succeeds<Op>("usual", usual, isRead).with(two);
    table.refuses<Op>("authorizationExists", usual, conflict).with(asGiver);
    table.refuses<Op>("userUnknown", usual, notFound).with(joined);
    table
        .refuses<Op>(
            "authorizationToSelf",
            [](const Scene &scene) {
                return Op{scene.helped, AccessScope::Profile, AccessAction::Read};
            },
            malformed)
        .with(joined);
    table
        .refuses<Op>(
            "actionNotGiven",
            [](const Scene &scene) {
                return Op{scene.receiver, AccessScope::Sessions, AccessAction::Write};
            },
            malformed)
        .with(two);
    table.refuses<Op>("stepUpNeeded", usual, stepUpNeeded).with(late(two));
    guardsThere<Op>(table, foreign(), usual);
}

void oneOfThem(Table &table)
{
    using Show = api::ShowAuthorization;
    const auto show = [](const Scene &scene) { return Show{scene.authorization}; };
    table.succeeds<Show>("given", show, isRead).with(asGiver);
    table.succeeds<Show>("received", show, isRead).with(asReceiver);
    table.refuses<Show>("authorizationUnknown", show, notFound).with(joined);
    guardsThere<Show>(table, foreign(), show);

    using Update = api::UpdateAuthorization;
    const auto write = [](const Scene &scene) {
        return Update{scene.authorization, {}, AccessAction::Write};
    };
    table.succeeds<Update>("action", write, is(AccessScope::Profile, AccessAction::Write))
        .with(asGiver);
    table
        .succeeds<Update>(
            "scope",
            [](const Scene &scene) {
                return Update{scene.authorization, AccessScope::Sessions, {}};
            },
            is(AccessScope::Sessions, AccessAction::Read))
        .with(asGiver);
    table.refuses<Update>("received", write, notAllowed).with(asReceiver);
    table.refuses<Update>("authorizationUnknown", write, notFound).with(joined);
    table.refuses<Update>("stepUpNeeded", write, stepUpNeeded).with(late(asGiver));
    guardsThere<Update>(table, foreign(), write);

    using Revoke = api::RevokeAuthorization;
    const auto revoke = [](const Scene &scene) { return Revoke{scene.authorization}; };
    table.succeeds<Revoke>("given", revoke, isRead).with(asGiver);
    table.succeeds<Revoke>("received", revoke, isRead).with(asReceiver);
    table.refuses<Revoke>("authorizationUnknown", revoke, notFound).with(joined);
    guardsThere<Revoke>(table, foreign(), revoke);
}

void showing(Table &table)
{
    using Op = api::ShowAccount;
    const auto make = [](const Scene &scene) { return Op{scene.helped}; };
    const auto check = [](Checks &checks, const api::User &user, const Scene &scene) {
        checks.same("user.id", user.id.text(), scene.helped.text());
        checks.same("user.email", user.email, scene.email);
    };
    table.succeeds<Op>("usual", make, check).with(asReceiver);
    table.succeeds<Op>("oneself", make, check).with(joined);
    table.refuses<Op>("notAuthorized", make, notAllowed).with(notLetIn);
    table.refuses<Op>("noLonger", make, notAllowed).with(revoked);
    guardsThere<Op>(table, foreign(), make);
}

} // namespace

void addLetIn(Table &table)
{
    scopes(table);
    lists(table);
    creating(table);
    oneOfThem(table);
    showing(table);
}

} // namespace latchkey::test::wingspan
