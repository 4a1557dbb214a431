#include "row.h"
#include "stage.h"

/// A server as its administrators set it, and what programs keep with an account.
namespace latchkey::test {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;
using Server = Row::Server;

namespace {

const Refusal roleTooLow{Kind::Forbidden, 403, u"roleTooLow"_s};

void person(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
}

/// One asks, who has just given their password.
void administrator(Stage &stage, Scene &scene)
{
    stage.help(scene);
}

void showing(Table &table)
{
    using Op = api::ShowServerSettings;
    const auto make = [](const Scene &) { return Op(); };
    table.succeeds<Op>("usual", make, signUpIs(true)).with(administrator);
    table.succeeds<Op>("closed", make, signUpIs(false)).on(Server::Closed).with(administrator);
    table.refuses<Op>("roleTooLow", make, roleTooLow).with(person);
    table.guards<Op>(make);
}

/// Servers are shared, so that nothing changes; what does is shown elsewhere.
void editing(Table &table)
{
    using Op = api::EditServerSettings;
    const auto set = [](const std::optional<bool> &open) {
        return [open](const Scene &) { return Op{open}; };
    };
    table.succeeds<Op>("usual", set(true), signUpIs(true)).with(administrator);
    table.succeeds<Op>("nothing", set({}), signUpIs(true)).with(administrator);
    table.succeeds<Op>("closed", set(false), signUpIs(false))
        .on(Server::Closed)
        .with(administrator);
    table.refuses<Op>("roleTooLow", set(true), roleTooLow).with(person);
    table.guards<Op>(set(true));
}

void figures(Table &table)
{
    using Op = api::ShowFigures;
    const auto make = [](const Scene &) { return Op(); };
    table.succeeds<Op>("usual", make, checkFigures).with(administrator);
    table.refuses<Op>("roleTooLow", make, roleTooLow).with(person);
    table.guards<Op>(make);
}

void preferring(Stage &stage, Scene &scene)
{
    person(stage, scene);
    stage.must(api::SetPreference{u"theme"_s, u"dark"_s}, scene.token);
}

void preferences(Table &table)
{
    using List = api::ListPreferences;
    const auto list = [](const Scene &) { return List(); };
    const QList<api::Preference> dark{{u"theme"_s, u"dark"_s}};
    const auto check = [](const QList<api::Preference> &wanted) {
        return [wanted](Checks &checks, const api::Preferences &found, const Scene &) {
            checks.isTrue("as they were set", found.preferences == wanted);
        };
    };
    table.succeeds<List>("usual", list, check(dark)).with(preferring);
    table.succeeds<List>("none", list, check({})).with(person);
    table.guards<List>(list);

    using Set = api::SetPreference;
    const auto set = [](const QString &name, const QString &value) {
        return [name, value](const Scene &) { return Set{name, value}; };
    };
    table
        .succeeds<Set>("usual", set(u"theme"_s, u"dark"_s),
                       [](Checks &checks, const api::Preference &kept, const Scene &) {
                           checks.same("name", kept.name, u"theme"_s);
                           checks.same("value", kept.value, u"dark"_s);
                       })
        .with(person);
    table
        .refuses<Set>("nameTooLong", set(QString(201, u'x'), u"dark"_s),
                      {.code = u"tooLong"_s, .field = u"name"_s})
        .with(person);
    table
        .refuses<Set>("nameOfSpaces", set(u"  "_s, u"dark"_s),
                      {.code = u"empty"_s, .field = u"name"_s})
        .with(person);
    table
        .refuses<Set>("valueTooLong", set(u"theme"_s, QString(1001, u'x')),
                      {.code = u"tooLong"_s, .field = u"value"_s})
        .with(person);
    table.guards<Set>(set(u"theme"_s, u"dark"_s));

    using Remove = api::RemovePreference;
    const auto remove = [](const QString &name) {
        return [name](const Scene &) { return Remove{name}; };
    };
    table.succeeds<Remove>("usual", remove(u"theme"_s), [](Checks &, Nothing, const Scene &) {})
        .with(preferring);
    table
        .refuses<Remove>("preferenceUnknown", remove(u"theme"_s),
                         {Kind::NotFound, 404, u"preferenceUnknown"_s})
        .with(person);
    table
        .refuses<Remove>("nameTooLong", remove(QString(201, u'x')),
                         {.code = u"tooLong"_s, .field = u"name"_s})
        .with(person);
    table.guards<Remove>(remove(u"theme"_s));
}

} // namespace

void addSettings(Table &table)
{
    showing(table);
    editing(table);
    figures(table);
    preferences(table);
}

} // namespace latchkey::test
