#include "row.h"
#include "stage.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

void person(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
}

void signedOut(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.signOut(scene);
}

void nobodys(Stage &, Scene &scene)
{
    scene.token = Secret(QByteArray("lks_nobody_has_this_one"));
}

/// Whoever asks has a token, and nothing else.
template <class Op>
Table::Make<Op> held()
{
    return [](const Scene &scene) { return Op{*scene.token}; };
}

template <class Op>
void limits(Table &table)
{
    const auto with = [](const QByteArray &token) {
        return [token](const Scene &) { return Op{Secret(token)}; };
    };
    table.refuses<Op>("tokenEmpty", with({}), {.code = u"empty"_s, .field = u"token"_s});
    table.refuses<Op>("tokenTooLong", with(QByteArray(4097, 'x')),
                      {.code = u"tooLong"_s, .field = u"token"_s});
}

void showing(Table &table)
{
    using Op = api::SessionByToken;
    const Refusal sessionUnknown{Kind::NotFound, 404, u"sessionUnknown"_s};
    table
        .succeeds<Op>("usual", held<Op>(),
                      [](Checks &checks, const api::OwnedSession &owned, const Scene &scene) {
                          checks.same("user", owned.user.text(), scene.helped.text());
                          checks.same("session.id", owned.session.id.text(), scene.session.text());
                          checks.same("session.current", owned.session.current, false);
                          checks.same("session.expiresAt", toRfc3339(owned.session.expiresAt),
                                      toRfc3339(scene.now + api::personLife.idle));
                          checks.isTrue("it lives", !owned.session.end);
                      })
        .with(person);
    table.refuses<Op>("nobodysToken", held<Op>(), sessionUnknown).with(nobodys);
    table.refuses<Op>("ended", held<Op>(), sessionUnknown).with(signedOut);
    table.refuses<Op>("expired", held<Op>(), sessionUnknown).with([](Stage &stage, Scene &scene) {
        stage.signUp(scene);
        stage.pass(api::personLife.idle);
    });
    limits<Op>(table);
}

void ending(Table &table)
{
    using Op = api::EndSessionByToken;
    const auto check = [](Checks &, const Nothing &, const Scene &) {};
    table.succeeds<Op>("usual", held<Op>(), check).with(person);
    table.succeeds<Op>("aSecondTime", held<Op>(), check).with(signedOut);
    table.succeeds<Op>("nobodysToken", held<Op>(), check).with(nobodys);
    limits<Op>(table);

    table
        .refuses<api::CurrentSession>("endedByToken",
                                      [](const Scene &) { return api::CurrentSession(); },
                                      {Kind::Unauthorized, 401, u"sessionEnded"_s})
        .with([](Stage &stage, Scene &scene) {
            stage.signUp(scene);
            stage.must(Op{*scene.token});
        });
}

} // namespace

void addTokens(Table &table)
{
    showing(table);
    ending(table);
}

} // namespace latchkey::test
