#include "row.h"
#include "stage.h"

/// The accounts of a server, and how they go.
namespace latchkey::test {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;
using Server = Row::Server;

namespace {

const Refusal roleTooLow{Kind::Forbidden, 403, u"roleTooLow"_s};
const Refusal adminStays{Kind::Forbidden, 403, u"adminStays"_s};
const Refusal userUnknown{Kind::NotFound, 404, u"userUnknown"_s};

void person(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
}

/// An administrator asks, who has just given their password; it may be about that person.
void administrator(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.help(scene);
}

/// ... or about the administrator.
void aboutThemselves(Stage &stage, Scene &scene)
{
    stage.help(scene);
    scene.helped = stage.must(api::Me(), scene.token).id;
}

void listing(Table &table)
{
    using Op = api::ListAccounts;
    const auto page = [](const std::optional<QString> &after, qint64 limit) {
        return [after, limit](const Scene &) { return Op{after, limit}; };
    };
    table
        .succeeds<Op>("firstOfMore", page({}, 1),
                      [](Checks &checks, const api::AccountPage &found, const Scene &) {
                          checks.isTrue("more", found.next.has_value());
                          if (found.users.size() != 1)
                              return checks.isTrue("one", false);
                          const api::User &first = found.users.first();
                          checks.isTrue("an id", first.id.text().startsWith(u"usr_"_s));
                          checks.same("role", int(first.role), int(api::Role::Admin));
                      })
        .with(administrator);
    table
        .refuses<Op>("cursorInvalid", page(u"no cursor & of=ours"_s, 100),
                     {.code = u"cursorInvalid"_s, .field = u"after"_s})
        .with(administrator);
    table
        .refuses<Op>("limitTooLarge", page({}, 201), {.code = u"outOfRange"_s, .field = u"limit"_s})
        .with(administrator);
    table.refuses<Op>("roleTooLow", page({}, 1), roleTooLow).with(person);
    table.guards<Op>(page({}, 1));
}

void removing(Table &table)
{
    using Op = api::RemoveAccount;
    const auto make = [](const Scene &scene) { return Op{scene.helped}; };
    table.succeeds<Op>("usual", make, [](Checks &, Nothing, const Scene &) {}).with(administrator);
    table.refuses<Op>("gone", make, userUnknown).with([](Stage &stage, Scene &scene) {
        administrator(stage, scene);
        stage.must(api::RemoveAccount{scene.helped}, scene.token);
    });
    table.refuses<Op>("adminStays", make, adminStays).with(aboutThemselves);
    table.refuses<Op>("roleTooLow", make, roleTooLow).with(person);
    table.guards<Op>(make);
}

void deleting(Table &table)
{
    using Op = api::DeleteAccount;
    const auto make = [](const Scene &) { return Op(); };
    table.succeeds<Op>("usual", make, [](Checks &, Nothing, const Scene &) {}).with(person);
    table.refuses<Op>("adminStays", make, adminStays).with(aboutThemselves);
    table.guards<Op>(make);
}

} // namespace

void addAccounts(Table &table)
{
    listing(table);
    removing(table);
    deleting(table);
}

} // namespace latchkey::test
