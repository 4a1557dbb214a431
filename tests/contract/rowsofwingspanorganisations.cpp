#include "wingspanrows.h"
#include "wire/wingspan/wingspan.h"

namespace latchkey::test::wingspan {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Server = Row::Server;
using api::Inherited;

namespace {

const QString theName = u"Grace Hopper"_s;
const api::Inheritance someOfIt{.fundingSource = Inherited::Parent,
                                .financialSettings = Inherited::Parent};

api::MakeChildAccount making(const Scene &scene)
{
    return {.name = theName, .email = u"child."_s + scene.email};
}

void parent(Stage &stage, Scene &scene)
{
    joined(stage, scene);
    scene.child = mustThere(stage, wire::wingspanWire(), making(scene), scene.token).user.id;
}

void check(Checks &checks, const api::ChildAccount &child, const Scene &scene,
           const api::Inheritance &inheritance = {})
{
    checks.same("parent", child.parent.text(), scene.helped.text());
    checks.isTrue("inherits that", child.inheritance == inheritance);
    checks.same("madeAt", toRfc3339(child.madeAt), toRfc3339(scene.now));
    checks.same("changedAt", toRfc3339(child.changedAt), toRfc3339(scene.now));
}

void checkWhole(Checks &checks, const api::ChildAccount &child, const Scene &scene)
{
    check(checks, child, scene);
    checks.same("user.name", child.user.name, theName);
    checks.same("user.email", child.user.email, making(scene).email);
    checks.isTrue("no password", !child.user.hasPassword);
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
        .with(joined);
    table
        .succeeds<Op>("usual", list,
                      [](Checks &checks, const api::ChildAccounts &all, const Scene &scene) {
                          if (all.accounts.size() != 1)
                              return checks.isTrue("one", false);
                          checkWhole(checks, all.accounts.first(), scene);
                      })
        .on(Server::Mailing)
        .with(parent);
    guardsThere<Op>(table, foreign(), list);

    using One = api::ShowChildAccount;
    const auto show = [](const Scene &scene) { return One{scene.child}; };
    table.succeeds<One>("usual", show, checkWhole).on(Server::Mailing).with(parent);
    table.refuses<One>("childUnknown", show, notFound).with(joined);
    guardsThere<One>(table, foreign(), show);
}

void makingThem(Table &table)
{
    using Op = api::MakeChildAccount;
    table.succeeds<Op>("usual", making, checkWhole).on(Server::Mailing).with(joined);
    table.refuses<Op>("taken", making, foreign().taken).on(Server::Mailing).with(parent);
    table.refuses<Op>("noMail", making, conflict).with(joined);
    guardsThere<Op>(table, foreign(), making);
}

void associating(Table &table)
{
    using Op = api::SetInheritance;
    const auto of = [](const std::optional<api::Inheritance> &inheritance) {
        return [inheritance](const Scene &scene) { return Op{scene.child, inheritance}; };
    };
    const auto is = [](const api::Inheritance &inheritance) {
        return [inheritance](Checks &checks, const api::ChildAccount &child, const Scene &scene) {
            check(checks, child, scene, inheritance);
            checks.same("user.id", child.user.id.text(), scene.child.text());
        };
    };
    table.succeeds<Op>("usual", of(someOfIt), is(someOfIt)).on(Server::Mailing).with(parent);
    table.succeeds<Op>("nothing", of({}), is({})).on(Server::Mailing).with(parent);
    table.refuses<Op>("childUnknown", of(someOfIt), notFound).with(joined);
    guardsThere<Op>(table, foreign(), of(someOfIt));
}

void actingInThem(Table &table)
{
    using Op = api::SignInAsParent;
    const auto act = [](const Scene &scene) { return Op{scene.child, {}}; };
    table
        .succeeds<Op>("usual", act,
                      [](Checks &checks, const api::SignedIn &begun, const Scene &scene) {
                          checks.isTrue("a token", !begun.token.isEmpty());
                          checks.same("user.id", begun.user.id.text(), scene.child.text());
                          checks.same("expiresAt", toRfc3339(begun.session.expiresAt),
                                      toRfc3339(scene.now + 30min));
                      })
        .on(Server::Mailing)
        .with(parent);
    table.refuses<Op>("childUnknown", act, notFound).with(joined);
    table.refuses<Op>("stepUpNeeded", act, stepUpNeeded).with(late(joined));
    guardsThere<Op>(table, foreign(), act);
}

} // namespace

void addChildren(Table &table)
{
    listing(table);
    makingThem(table);
    associating(table);
    actingInThem(table);
}

} // namespace latchkey::test::wingspan
