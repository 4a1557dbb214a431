#include "row.h"
#include "stage.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using Server = Row::Server;
using api::Inherited;

namespace {

const QString theName = u"Grace Hopper"_s;
const QString theReason = u"They asked for help by phone"_s;
const api::Inheritance someOfIt{.fundingSource = Inherited::Parent,
                                .financialSettings = Inherited::Parent};
const Refusal childUnknown{Kind::NotFound, 404, u"childUnknown"_s};

QString theirEmail(const Scene &scene)
{
    return u"child."_s + scene.email;
}

api::MakeChildAccount making(const Scene &scene)
{
    return {.name = theName, .email = theirEmail(scene)};
}

void person(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
}

void parent(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    scene.child = stage.must(making(scene), scene.token).user.id;
}

/// Another account asks about that child.
void stranger(Stage &stage, Scene &scene)
{
    parent(stage, scene);
    Scene other = scene;
    other.email.prepend(u"eve."_s);
    stage.signUp(other);
    scene.token = other.token;
}

void child(Stage &stage, Scene &scene)
{
    parent(stage, scene);
    const QString email = theirEmail(scene);
    const api::PendingSignIn pending = stage.must(api::SignInByEmail{email});
    const api::SignInProgress begun =
        stage.must(api::FinishSignInByEmail{pending.id, stage.codeSentTo(email), theDevice, {}});
    scene.token = begun.signedIn->token;
}

void acting(Stage &stage, Scene &scene)
{
    parent(stage, scene);
    scene.token = stage.must(api::SignInAsParent{scene.child, theReason}, scene.token).token;
}

void check(Checks &checks, const api::ChildAccount &child, const Scene &scene,
           const api::Inheritance &inheritance = {})
{
    checks.same("user.name", child.user.name, theName);
    checks.same("user.email", child.user.email, theirEmail(scene));
    checks.isTrue("not verified", !child.user.emailVerified);
    checks.same("user.role", int(child.user.role), int(api::Role::User));
    checks.same("parent", child.parent.text(), scene.helped.text());
    checks.isTrue("inherits that", child.inheritance == inheritance);
    checks.same("madeAt", toRfc3339(child.madeAt), toRfc3339(scene.now));
    checks.same("changedAt", toRfc3339(child.changedAt), toRfc3339(scene.now));
}

/// That one, as it is after the asking.
auto is(const api::Inheritance &inheritance = {})
{
    return [inheritance](Checks &checks, const api::ChildAccount &child, const Scene &scene) {
        check(checks, child, scene, inheritance);
        checks.same("user.id", child.user.id.text(), scene.child.text());
    };
}

void listing(Table &table)
{
    using Op = api::ListChildAccounts;
    const auto list = [](const Scene &) { return Op(); };
    table
        .succeeds<Op>("none", list,
                      [](Checks &checks, const api::ChildAccounts &all, const Scene &) {
                          checks.isTrue("none", all.accounts.isEmpty());
                      })
        .with(person);
    table
        .succeeds<Op>("usual", list,
                      [](Checks &checks, const api::ChildAccounts &all, const Scene &scene) {
                          if (all.accounts.size() != 1)
                              return checks.isTrue("one", false);
                          is()(checks, all.accounts.first(), scene);
                      })
        .on(Server::Mailing)
        .with(parent);
    const auto page = [](const std::optional<QString> &after, qint64 limit) {
        return [after, limit](const Scene &) { return Op{after, limit}; };
    };
    table
        .refuses<Op>("cursorInvalid", page(u"no cursor & of=ours"_s, 100),
                     {.code = u"cursorInvalid"_s, .field = u"after"_s})
        .with(person);
    table
        .refuses<Op>("limitTooLarge", page({}, api::childAccountsAtMost + 1),
                     {.code = u"outOfRange"_s, .field = u"limit"_s})
        .with(person);
    table.guards<Op>(list);

    using One = api::ShowChildAccount;
    const auto show = [](const Scene &scene) { return One{scene.child}; };
    table.succeeds<One>("usual", show, is()).on(Server::Mailing).with(parent);
    table.refuses<One>("childUnknown", show, childUnknown).with(person);
    table.refuses<One>("ofAnother", show, childUnknown).on(Server::Mailing).with(stranger);
    table.guards<One>(show);
}

void makingThem(Table &table)
{
    using Op = api::MakeChildAccount;
    const auto with = [](auto change) {
        return [change](const Scene &scene) {
            Op operation = making(scene);
            change(operation);
            return operation;
        };
    };
    table
        .succeeds<Op>("usual", making,
                      [](Checks &checks, const api::ChildAccount &child, const Scene &scene) {
                          checks.isTrue("an id", child.user.id.text().startsWith(u"usr_"_s));
                          check(checks, child, scene);
                      })
        .on(Server::Mailing)
        .with(person);
    table.refuses<Op>("signUpRefused", making, {.code = u"signUpRefused"_s, .field = u"email"_s})
        .on(Server::Mailing)
        .with(parent);
    table.refuses<Op>("noMail", making, {Kind::Conflict, 409, u"noMail"_s}).with(person);
    table.refuses<Op>("signUpClosed", making, {Kind::Forbidden, 403, u"signUpClosed"_s})
        .on(Server::Closed)
        .with([](Stage &stage, Scene &scene) { stage.help(scene); });
    table
        .refuses<Op>("nameBlank", with([](Op &operation) { operation.name = u"  "_s; }),
                     {.code = u"empty"_s, .field = u"name"_s})
        .with(person);
    table
        .refuses<Op>("emailInvalid", with([](Op &operation) { operation.email = u"a b@c"_s; }),
                     {.code = u"emailInvalid"_s, .field = u"email"_s})
        .with(person);
    table.guards<Op>(making);
}

void inheriting(Table &table)
{
    using Op = api::SetInheritance;
    const auto of = [](const std::optional<api::Inheritance> &inheritance) {
        return [inheritance](const Scene &scene) { return Op{scene.child, inheritance}; };
    };
    table.succeeds<Op>("usual", of(someOfIt), is(someOfIt)).on(Server::Mailing).with(parent);
    table.succeeds<Op>("nothing", of({}), is()).on(Server::Mailing).with(parent);
    table.refuses<Op>("childUnknown", of(someOfIt), childUnknown).with(person);
    table.guards<Op>(of(someOfIt));
}

void actingInThem(Table &table)
{
    using Op = api::SignInAsParent;
    const auto act = [](const QString &reason) {
        return [reason](const Scene &scene) { return Op{scene.child, reason}; };
    };
    const auto usual = act(theReason);
    table
        .succeeds<Op>("usual", usual,
                      [](Checks &checks, const api::SignedIn &begun, const Scene &scene) {
                          const api::Session &session = begun.session;
                          checks.isTrue("a token", begun.token.reveal().startsWith("lks_"));
                          checks.same("user.id", begun.user.id.text(), scene.child.text());
                          checks.same("kind", int(session.kind), int(api::SessionKind::OnBehalf));
                          checks.same("expiresAt", toRfc3339(session.expiresAt),
                                      toRfc3339(scene.now + 30min));
                          if (!session.onBehalf)
                              return checks.isTrue("on behalf", false);
                          checks.same("by", session.onBehalf->by.text(), scene.helped.text());
                          checks.same("reason", session.onBehalf->reason, theReason);
                      })
        .on(Server::Mailing)
        .with(parent);
    table.refuses<Op>("childUnknown", usual, childUnknown).with(person);
    table.refuses<Op>("ofAnother", usual, childUnknown).on(Server::Mailing).with(stranger);
    table
        .refuses<Op>("reasonTooShort", act(u"why not"_s),
                     {.code = u"tooShort"_s, .field = u"reason"_s})
        .on(Server::Mailing)
        .with(parent);
    table.guards<Op>(usual);
}

void parents(Table &table)
{
    using Op = api::ShowOrganisation;
    const auto show = [](const Scene &) { return Op(); };
    table
        .succeeds<Op>("none", show,
                      [](Checks &checks, const api::Organisation &organisation, const Scene &) {
                          checks.isTrue("no parent", !organisation.parent);
                      })
        .with(person);
    table
        .succeeds<Op>(
            "usual", show,
            [](Checks &checks, const api::Organisation &organisation, const Scene &scene) {
                if (!organisation.parent)
                    return checks.isTrue("a parent", false);
                checks.same("parent.id", organisation.parent->id.text(), scene.helped.text());
                checks.same("parent.name", organisation.parent->name, u"Ada Lovelace"_s);
            })
        .on(Server::Mailing)
        .with(child);
    table.refuses<Op>("notOnBehalf", show, {Kind::Forbidden, 403, u"notOnBehalf"_s})
        .on(Server::Mailing)
        .with(acting);
    table.guards<Op>(show);
}

void told(Table &table)
{
    table
        .succeeds<api::Events>(
            "organisationChanged", [](const Scene &) { return api::Events(); },
            [](Checks &checks, const api::Event &event, const Scene &) {
                checks.same("kind", int(event.kind), int(api::EventKind::OrganisationChanged));
                checks.isTrue("no session", !event.session);
                checks.isTrue("no user", !event.user);
            })
        .on(Server::Mailing)
        .with([](Stage &stage, Scene &scene) {
            parent(stage, scene);
            scene.happen = [&stage, id = scene.child, token = scene.token] {
                stage.must(api::SetInheritance{id, someOfIt}, token);
            };
        });
}

void leaving(Table &table)
{
    using Op = api::LeaveOrganisation;
    const auto leave = [](const Scene &) { return Op(); };
    const auto nothing = [](Checks &, const Nothing &, const Scene &) {};
    table.succeeds<Op>("usual", leave, nothing).on(Server::Mailing).with(child);
    table.succeeds<Op>("ofNone", leave, nothing).with(person);
    table.refuses<Op>("notOnBehalf", leave, {Kind::Forbidden, 403, u"notOnBehalf"_s})
        .on(Server::Mailing)
        .with(acting);
    table.guards<Op>(leave);
}

} // namespace

void addOrganisations(Table &table)
{
    listing(table);
    makingThem(table);
    inheriting(table);
    actingInThem(table);
    parents(table);
    told(table);
    leaving(table);
}

} // namespace latchkey::test
