#include "row.h"
#include "stage.h"

/// What is done in somebody else's account. The scene is of whose account it is, but for the token.
namespace latchkey::test {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;
using api::AccessAction;
using api::AccessScope;

namespace {

const Refusal notAuthorized{Kind::Forbidden, 403, u"notAuthorized"_s};
const QString newName = u"Ada King"_s;

void oneself(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
}

void notLetIn(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    scene.token = stage.signUpReceiver(scene);
}

Row::Prepare letInto(AccessScope scope, AccessAction action)
{
    return [=](Stage &stage, Scene &scene) {
        stage.signUp(scene);
        const Secret receiver = stage.signUpReceiver(scene);
        stage.must(api::CreateAuthorization{scene.receiver, scope, action}, scene.token);
        scene.token = receiver;
    };
}

const auto letReadProfile = letInto(AccessScope::Profile, AccessAction::Read);
const auto letWriteProfile = letInto(AccessScope::Profile, AccessAction::Write);
const auto letReadSessions = letInto(AccessScope::Sessions, AccessAction::Read);

/// It is over from the next request on.
void noLonger(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    const Secret receiver = stage.signUpReceiver(scene);
    const auto given = stage.must(
        api::CreateAuthorization{scene.receiver, AccessScope::Profile, AccessAction::Write},
        scene.token);
    stage.must(api::ShowAccount{scene.helped}, receiver);
    stage.must(api::RevokeAuthorization{given.id}, scene.token);
    scene.token = receiver;
}

/// Who gave it is let into nothing by that.
void asGiver(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.signUpReceiver(scene);
    stage.must(api::CreateAuthorization{scene.receiver, AccessScope::Profile, AccessAction::Read},
               scene.token);
    scene.helped = scene.receiver;
}

void asStranger(Stage &stage, Scene &scene)
{
    letReadProfile(stage, scene);
    scene.token = stage.signUpReceiver(scene, u"Eve"_s);
}

void onBehalf(Stage &stage, Scene &scene)
{
    letReadProfile(stage, scene);
    const QString receiver = stage.must(api::Me(), scene.token).email;
    Scene helping = scene;
    stage.help(helping);
    scene.token =
        stage.must(api::SignInOnBehalf{receiver, u"Helps with the form"_s}, helping.token).token;
}

void show(Table &table)
{
    using Op = api::ShowAccount;
    const auto make = [](const Scene &scene) { return Op{scene.helped}; };
    const auto check = [](Checks &checks, const api::User &user, const Scene &scene) {
        checkUser(checks, user, scene);
        checks.same("user.id", user.id.text(), scene.helped.text());
    };
    table.succeeds<Op>("usual", make, check).with(letReadProfile);
    table.succeeds<Op>("writtenIsRead", make, check).with(letWriteProfile);
    table.succeeds<Op>("oneself", make, check).with(oneself);
    table.refuses<Op>("notAuthorized", make, notAuthorized).with(notLetIn);
    table.refuses<Op>("anotherScope", make, notAuthorized).with(letReadSessions);
    table.refuses<Op>("noLonger", make, notAuthorized).with(noLonger);
    table.refuses<Op>("ofTheReceiver", make, notAuthorized).with(asGiver);
    table.refuses<Op>("stranger", make, notAuthorized).with(asStranger);
    table
        .refuses<Op>(
            "nobody", [](const Scene &) { return Op{api::UserId(u"usr_nobody"_s)}; }, notAuthorized)
        .with(oneself);
    table.refuses<Op>("notOnBehalf", make, {Kind::Forbidden, 403, u"notOnBehalf"_s}).with(onBehalf);
    table.guards<Op>(make);
}

void update(Table &table)
{
    using Op = api::UpdateAccount;
    const auto named = [](qint64 basedOn, const QString &name) {
        return [=](const Scene &scene) { return Op{scene.helped, basedOn, name, {}}; };
    };
    const auto usual = named(1, newName);
    const auto check = [](Checks &checks, const api::User &user, const Scene &scene) {
        Scene renamed = scene;
        renamed.name = newName;
        checkUser(checks, user, renamed);
        checks.same("user.id", user.id.text(), scene.helped.text());
        checks.same("user.version", user.version, qint64(2));
    };
    table.succeeds<Op>("usual", usual, check).with(letWriteProfile);
    table.succeeds<Op>("oneself", usual, check).with(oneself);
    table.refuses<Op>("onlyRead", usual, notAuthorized).with(letReadProfile);
    table.refuses<Op>("notAuthorized", usual, notAuthorized).with(notLetIn);
    table.refuses<Op>("noLonger", usual, notAuthorized).with(noLonger);
    table
        .refuses<Op>("changedMeanwhile", named(7, newName),
                     {Kind::Conflict, 412, u"changedMeanwhile"_s})
        .with(letWriteProfile);
    table
        .refuses<Op>("nameTooLong", named(1, QString(101, u'x')),
                     {.code = u"tooLong"_s, .field = u"name"_s})
        .with(letWriteProfile);
    table.guards<Op>(usual);
}

void sessions(Table &table)
{
    using Op = api::ListAccountSessions;
    const auto make = [](const Scene &scene) { return Op{scene.helped}; };
    table
        .succeeds<Op>("usual", make,
                      [](Checks &checks, const api::AccountSessions &all, const Scene &scene) {
                          checks.same("sessions", all.sessions.size(), qsizetype(1));
                          if (all.sessions.isEmpty())
                              return;
                          const api::Session &one = all.sessions.first();
                          checks.same("id", one.id.text(), scene.session.text());
                          checks.same("device.label", one.device.label, theDevice.label);
                          checks.isTrue("no mark is told", !one.device.mark);
                          checks.isTrue("not the one that asks", !one.current);
                          checks.isTrue("it lives", !one.end);
                      })
        .with(letReadSessions);
    table.refuses<Op>("notAuthorized", make, notAuthorized).with(notLetIn);
    table.refuses<Op>("anotherScope", make, notAuthorized).with(letWriteProfile);
    table.guards<Op>(make);
}

} // namespace

void addAuthorized(Table &table)
{
    show(table);
    update(table);
    sessions(table);
}

} // namespace latchkey::test
