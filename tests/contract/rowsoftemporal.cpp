#include "foreignrows.h"
#include "wire/temporal/temporal.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using Server = Row::Server;

namespace {

const Refusal wrongCredentials{Kind::Unauthorized, 401, u"wrongCredentials"_s};
const Refusal sessionEnded{Kind::Unauthorized, 401, u"sessionEnded"_s};
const Refusal taken{Kind::Conflict, 400, u"userNameTaken"_s};
const Refusal emailTaken{Kind::Conflict, 400, u"emailTaken"_s};
const Refusal withPlus{Kind::Rejected, 400, u"emailInvalid"_s};
const Refusal withAt{Kind::Rejected, 400, u"userNameInvalid"_s};
const Refusal notPresent{Kind::Rejected, 400}; // which none of our clients ever leaves out
const Refusal malformed{Kind::Rejected, 400, u"malformedRequest"_s};
const Refusal notJoined{Kind::Rejected, 400, u"signUpRefused"_s};
const Refusal wrongPassword{Kind::Rejected, 400, u"wrongPassword"_s};
const Refusal wrongCode{Kind::Rejected, 400, u"wrongCode"_s};
const Refusal nobody{Kind::NotFound, 400, u"userUnknown"_s};
const Refusal unverified{Kind::Conflict, 400, u"emailUnverified"_s};

const Refusal roleTooLow{Kind::Forbidden, 403, u"roleTooLow"_s};
const Refusal upgradedAlready{Kind::Conflict, 400, u"planUpgraded"_s};

const Row::Prepare joined = joinedBy(wire::temporalWire);

void lettered(Stage &stage, Scene &scene)
{
    joined(stage, scene);
    scene.code = stage.codeSentTo(scene.email);
}

void verified(Stage &stage, Scene &scene)
{
    lettered(stage, scene);
    mustThere(stage, wire::temporalWire(), api::VerifyEmail{userNameOf(scene), scene.code});
    stage.pass(2min); // a letter has just been sent there
}

void joining(Table &table)
{
    using Op = api::SignUp;
    const auto as = [](const auto &change) {
        return [change](const Scene &scene) {
            Op operation = signingUp(scene);
            operation.name = userNameOf(scene);
            change(operation);
            return operation;
        };
    };
    table.refuses<Op>("emailTaken", as([](Op &op) { op.name.prepend(u"x."_s); }), emailTaken)
        .with(joined);
    table.refuses<Op>("emailWithPlus", as([](Op &op) { op.email.prepend(u"me+"_s); }), withPlus);
    table.refuses<Op>("nameWithAt", as([](Op &op) { op.name.append(u'@'); }), withAt);
    table.refuses<Op>("noName", as([](Op &op) { op.name.clear(); }), notPresent);
    table.refuses<Op>("noPassword", as([](Op &op) { op.password = {}; }), notPresent);
    table.refuses<Op>("noAddress", as([](Op &op) { op.email.clear(); }), notPresent);
    table.refuses<api::SignIn>("noName", [](const Scene &) { return api::SignIn(); }, malformed);
}

void renewing(Table &table, const Foreign &foreign)
{
    using Op = api::RenewSession;
    const auto make = [](const Scene &) { return Op(); };
    table
        .succeeds<Op>("usual", make,
                      [](Checks &checks, const api::RenewedSession &renewed, const Scene &scene) {
                          checks.isTrue("another token", !renewed.token.matches(*scene.token));
                          checks.same("expiresAt", toRfc3339(renewed.expiresAt),
                                      toRfc3339(scene.now + 24h));
                      })
        .with(joined);
    table.refuses<Op>("overAday", make, sessionEnded).with([](Stage &stage, Scene &scene) {
        joined(stage, scene);
        stage.pass(24h);
    });
    guardsThere<Op>(table, foreign, make);
}

void password(Table &table, const Foreign &foreign)
{
    using Op = api::ChangePassword;
    const auto from = [](const Secret &current, const Secret &next = anotherPassword) {
        return [current, next](const Scene &) { return Op{current, next}; };
    };
    table
        .succeeds<Op>("usual", from(thePassword),
                      [](Checks &checks, const api::SignedIn &begun, const Scene &) {
                          checks.isTrue("no other token", begun.token.isEmpty());
                      })
        .with(joined);
    table.refuses<Op>("wrongPassword", from(anotherPassword), wrongPassword).with(joined);
    table.refuses<Op>("noOldOne", from({}), notPresent).with(joined);
    table.refuses<Op>("noNewOne", from(thePassword, {}), notPresent).with(joined);
    guardsThere<Op>(table, foreign, from(thePassword));
}

/// Whoever has an address that answers, and whoever hasn't.
template <class Op>
void byMail(Table &table)
{
    const auto make = [](const Scene &scene) { return Op{scene.email}; };
    table.succeeds<Op>("usual", make, [](Checks &, const typename Op::Reply &, const Scene &) {})
        .on(Server::Mailing)
        .with(verified);
    table.refuses<Op>("userUnknown", make, nobody).on(Server::Mailing);
    table.refuses<Op>("emailUnverified", make, unverified).on(Server::Mailing).with(lettered);
    table.refuses<Op>("noAddress", [](const Scene &) { return Op(); }, notPresent);
}

void verifying(Table &table)
{
    using Op = api::VerifyEmail;
    const auto with = [](const std::optional<Secret> &code, const QString &name = {}) {
        return [code, name](const Scene &scene) {
            return Op{name.isEmpty() ? userNameOf(scene) : name, code.value_or(scene.code)};
        };
    };
    table.succeeds<Op>("usual", with({}), [](Checks &, Nothing, const Scene &) {})
        .on(Server::Mailing)
        .with(lettered);
    table.refuses<Op>("wrongCode", with(Secret(QByteArray("12345x"))), wrongCode)
        .on(Server::Mailing)
        .with(lettered);
    table.refuses<Op>("nobodysName", with({}, u"nobody"_s), wrongCode).on(Server::Mailing);
}

/// An administrator gave them two and a half credits.
void rich(Stage &stage, Scene &scene)
{
    joined(stage, scene);
    Scene helper = scene;
    stage.help(helper);
    const auto found = stage.must(api::FindAccount{scene.email}, helper.token);
    stage.must(api::AdjustCredits{.id = found.user.id,
                                  .amount = 2'500'000,
                                  .cause = u"A present from the house"_s},
               helper.token);
}

void credits(Table &table, const Foreign &foreign)
{
    using Op = api::ShowCredits;
    const auto make = [](const Scene &) { return Op(); };
    const auto is = [](qint64 balance) {
        return [balance](Checks &checks, const api::Credits &found, const Scene &) {
            checks.same("balance", found.balance, balance);
        };
    };
    table.succeeds<Op>("usual", make, is(2'500'000)).with(rich);
    table.succeeds<Op>("none", make, is(0)).with(joined);
    guardsThere<Op>(table, foreign, make);
}

void usage(Table &table, const Foreign &foreign)
{
    using Op = api::ShowPlan;
    const auto make = [](const Scene &) { return Op(); };
    const auto is = [](api::Tier tier) {
        return [tier](Checks &checks, const api::Plan &plan, const Scene &) {
            checks.same("tier", int(plan.tier), int(tier));
            checks.isTrue("its meters", plan.meters == api::metersOf(tier));
        };
    };
    table.succeeds<Op>("usual", make, is(api::Tier::Free)).on(Server::Mailing).with(verified);
    table.succeeds<Op>("unverified", make, is(api::Tier::Unverified)).with(joined);
    guardsThere<Op>(table, foreign, make);
}

void upgrade(Table &table, const Foreign &foreign)
{
    using Op = api::UpgradePlan;
    const auto make = [](const Scene &) { return Op(); };
    table
        .succeeds<Op>("usual", make,
                      [](Checks &checks, const api::Plan &plan, const Scene &) {
                          checks.same("tier", int(plan.tier), int(api::Tier::Paid));
                      })
        .on(Server::Mailing)
        .with(verified);
    table.refuses<Op>("again", make, upgradedAlready)
        .on(Server::Mailing)
        .with([](Stage &stage, Scene &scene) {
            verified(stage, scene);
            mustThere(stage, wire::temporalWire(), Op(), scene.token);
        });
    table.refuses<Op>("unverified", make, upgradedAlready).with(joined);
    guardsThere<Op>(table, foreign, make);
}

void health(Table &table)
{
    using Op = api::DescribeServer;
    table.succeeds<Op>(
        "usual", [](const Scene &) { return Op(); },
        [](Checks &checks, const api::ServerDescription &server, const Scene &) {
            checks.same("wires", server.wires, {u"temporal"_s});
            checks.isTrue("a version", !server.version.isEmpty());
        });
}

void figures(Table &table, const Foreign &foreign)
{
    using Op = api::ShowFigures;
    const auto make = [](const Scene &) { return Op(); };
    table.succeeds<Op>("usual", make, checkFigures).with(administeredBy(wire::temporalWire));
    table.refuses<Op>("roleTooLow", make, roleTooLow).with(joined);
    guardsThere<Op>(table, foreign, make);
}

} // namespace

const std::vector<Row> &temporalRows()
{
    static const Table table = [] {
        const Foreign foreign{.wire = wire::temporalWire,
                              .nobodysToken = Secret(QByteArray("eyJhbGciOiJIUzI1NiJ9.e30.AAAA")),
                              .taken = taken,
                              .weakPassword = notJoined,
                              .signUpClosed = notJoined,
                              .wrongPassword = wrongCredentials,
                              .unknownName = wrongCredentials,
                              .sessionEnded = sessionEnded};
        Table begun;
        addForeign(begun, foreign);
        joining(begun);
        renewing(begun, foreign);
        password(begun, foreign);
        byMail<api::RequestPasswordReset>(begun);
        byMail<api::RemindUserName>(begun);
        verifying(begun);
        credits(begun, foreign);
        usage(begun, foreign);
        upgrade(begun, foreign);
        health(begun);
        figures(begun, foreign);
        return begun;
    }();
    return table.rows();
}

} // namespace latchkey::test
