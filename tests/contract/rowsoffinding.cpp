#include "row.h"
#include "stage.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

const Refusal userUnknown{Kind::NotFound, 404, u"userUnknown"_s};

void person(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
}

void helped(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.help(scene);
}

void checkCard(Checks &checks, const api::UserCard &card, const Scene &scene)
{
    checks.same("id", card.id.text(), scene.helped.text());
    checks.same("name", card.name, scene.name);
}

void byTag(Table &table)
{
    using Op = api::FindByTag;
    const auto usual = [](const Scene &scene) { return Op{scene.tag}; };
    const auto of = [](const QString &tag) { return [tag](const Scene &) { return Op{tag}; }; };
    table.succeeds<Op>("usual", usual, checkCard).with(person);
    table
        .succeeds<Op>(
            "inCapitals", [](const Scene &scene) { return Op{scene.tag.toUpper()}; }, checkCard)
        .with(person);
    table
        .succeeds<Op>(
            "userName",
            [](const Scene &scene) { return Op{scene.email.section(u'@', 0, 0).toUpper()}; },
            checkCard)
        .with([](Stage &stage, Scene &scene) {
            stage.signUp(scene);
            const QString name = scene.email.section(u'@', 0, 0);
            stage.must(api::EditAccount{.userName = name}, scene.token);
        });
    table.refuses<Op>("userUnknown", of(u"@0000000000"_s), userUnknown).with(person);
    table.refuses<Op>("userNameUnknown", of(u"nobody"_s), userUnknown).with(person);
    // Nobody is found by an address in this way.
    table
        .refuses<Op>("email", of(u"ada@example.com"_s),
                     {.code = u"userNameInvalid"_s, .field = u"tag"_s})
        .with(person);
    table
        .refuses<Op>("tagTooLong", of(QString(65, u'x')), {.code = u"tooLong"_s, .field = u"tag"_s})
        .with(person);
    table.guards<Op>(usual);
}

void byEmail(Table &table)
{
    using Op = api::FindByEmail;
    const auto usual = [](const Scene &scene) { return Op{scene.email}; };
    const auto of = [](const QString &email) {
        return [email](const Scene &) { return Op{email}; };
    };
    table.succeeds<Op>("usual", usual, checkCard).with(helped);
    table.refuses<Op>("roleTooLow", usual, {Kind::Forbidden, 403, u"roleTooLow"_s}).with(person);
    table.refuses<Op>("userUnknown", of(u"nobody@example.com"_s), userUnknown).with(helped);
    table.refuses<Op>("emailTooShort", of(u"a"_s), {.code = u"tooShort"_s, .field = u"email"_s})
        .with(helped);
    table.guards<Op>(usual);
}

} // namespace

void addFinding(Table &table)
{
    byTag(table);
    byEmail(table);
}

} // namespace latchkey::test
