#include "row.h"
#include "stage.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;
using Server = Row::Server;
using api::Tier;

namespace {

const QString theCause = u"A present from the house"_s;
constexpr qint64 theAmount = 2'500'000;

const Refusal roleTooLow{Kind::Forbidden, 403, u"roleTooLow"_s};
const Refusal userUnknown{Kind::NotFound, 404, u"userUnknown"_s};
const Refusal tierNotOffered{.code = u"tierNotOffered"_s, .field = u"tier"_s};
const Refusal tierUnknown{Kind::Rejected, 400, u"unknownValue"_s, u"tier"_s};

api::AdjustCredits giving(const Scene &scene)
{
    return {.id = scene.helped, .amount = theAmount, .cause = theCause};
}

void person(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
}

/// Asks from here on.
void administrator(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.help(scene);
}

/// ... and gave the person what is usual.
void generous(Stage &stage, Scene &scene)
{
    administrator(stage, scene);
    stage.must(giving(scene), scene.token);
}

/// An administrator gave them what is usual, and took a part of it away.
void withCredits(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    Scene helper = scene;
    stage.help(helper);
    api::AdjustCredits taking = giving(scene);
    stage.must(taking, helper.token);
    taking.amount = -1;
    stage.must(taking, helper.token);
}

void upgraded(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.must(api::UpgradePlan(), scene.token);
}

/// A program of theirs asks.
void asProgram(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    scene.token =
        stage.must(api::CreateApiSession{.labels = {u"CI"_s}, .unlimited = true}, scene.token)
            .secret;
}

void checkEntry(Checks &checks, const api::CreditEntry &entry, const Scene &scene, qint64 amount,
                qint64 balance)
{
    checks.isTrue("an id", entry.id.text().startsWith(u"crd_"_s));
    checks.same("amount", entry.amount, amount);
    checks.same("balance", entry.balance, balance);
    checks.same("cause", entry.cause, theCause);
    checks.isTrue("by somebody else", !entry.by.isEmpty() && entry.by != scene.helped);
    checks.same("byName", entry.byName.value_or(QString()), scene.name);
    checks.same("at", toRfc3339(entry.at), toRfc3339(scene.now));
}

/// Of that tier, with nothing used.
void checkPlan(Checks &checks, const api::Plan &plan, Tier tier, const QList<qint64> &limits)
{
    checks.same("tier", int(plan.tier), int(tier));
    QList<qint64> found;
    QList<int> resources;
    for (const api::Meter &meter : plan.meters) {
        resources << int(meter.resource);
        found << meter.limit;
        checks.same("used", meter.used, qint64(0));
    }
    using api::Resource;
    checks.same("resources", resources,
                {int(Resource::Data), int(Resource::Records), int(Resource::Messages),
                 int(Resource::Keys)});
    checks.same("limits", found, limits);
}

const QList<qint64> unverifiedLimits{0, 0, 0, 0};
const QList<qint64> freeLimits{3'221'225'472, 5, 100, 5};
const QList<qint64> paidLimits{1'099'511'627'776'000, 150, 15'000, 150};
const QList<qint64> partnerLimits{1'099'511'627'776'000, 200, 20'000, 200};

auto is(Tier tier, const QList<qint64> &limits)
{
    return [tier, limits](Checks &checks, const api::Plan &plan, const Scene &) {
        checkPlan(checks, plan, tier, limits);
    };
}

void balance(Table &table)
{
    using Op = api::ShowCredits;
    const auto make = [](const Scene &) { return Op(); };
    const auto is = [](qint64 wanted) {
        return [wanted](Checks &checks, const api::Credits &credits, const Scene &) {
            checks.same("balance", credits.balance, wanted);
        };
    };
    table.succeeds<Op>("usual", make, is(theAmount - 1)).with(withCredits);
    table.succeeds<Op>("none", make, is(0)).with(person);
    table.succeeds<Op>("byAProgram", make, is(0)).with(asProgram);
    table.guards<Op>(make);
}

void entries(Table &table)
{
    using Op = api::ListCreditEntries;
    const auto page = [](const std::optional<QString> &after, qint64 limit) {
        return [after, limit](const Scene &) { return Op{after, limit}; };
    };
    table
        .succeeds<Op>("usual", page({}, 100),
                      [](Checks &checks, const api::CreditPage &found, const Scene &scene) {
                          checks.isTrue("no more", !found.next);
                          if (found.entries.size() != 2)
                              return checks.isTrue("two entries", false);
                          checkEntry(checks, found.entries[0], scene, -1, theAmount - 1);
                          checkEntry(checks, found.entries[1], scene, theAmount, theAmount);
                      })
        .with(withCredits);
    table
        .succeeds<Op>("firstOfTwoPages", page({}, 1),
                      [](Checks &checks, const api::CreditPage &found, const Scene &scene) {
                          checks.isTrue("more", found.next && !found.next->isEmpty());
                          if (found.entries.size() != 1)
                              return checks.isTrue("one entry", false);
                          checkEntry(checks, found.entries[0], scene, -1, theAmount - 1);
                      })
        .with(withCredits);
    table
        .succeeds<Op>("none", page({}, 100),
                      [](Checks &checks, const api::CreditPage &found, const Scene &) {
                          checks.isTrue("none", found.entries.isEmpty() && !found.next);
                      })
        .with(person);
    table
        .refuses<Op>("cursorInvalid", page(u"no cursor & of=ours"_s, 100),
                     {.code = u"cursorInvalid"_s, .field = u"after"_s})
        .with(person);
    table.refuses<Op>("limitTooSmall", page({}, 0), {.code = u"outOfRange"_s, .field = u"limit"_s})
        .with(person);
    table
        .refuses<Op>("limitTooLarge", page({}, 201), {.code = u"outOfRange"_s, .field = u"limit"_s})
        .with(person);
    table.guards<Op>(page({}, 100));
}

void plans(Table &table)
{
    using Op = api::ShowPlan;
    const auto make = [](const Scene &) { return Op(); };
    table.succeeds<Op>("unverified", make, is(Tier::Unverified, unverifiedLimits)).with(person);
    table.succeeds<Op>("free", make, is(Tier::Free, freeLimits)).on(Server::Mailing).with(person);
    table.succeeds<Op>("paid", make, is(Tier::Paid, paidLimits)).on(Server::Mailing).with(upgraded);
    table.guards<Op>(make);
}

void upgrades(Table &table)
{
    using Op = api::UpgradePlan;
    const auto to = [](Tier tier) { return [tier](const Scene &) { return Op{tier}; }; };
    const auto usual = to(Tier::Paid);
    table.succeeds<Op>("usual", usual, is(Tier::Paid, paidLimits)).on(Server::Mailing).with(person);
    table.refuses<Op>("planUpgraded", usual, {Kind::Conflict, 409, u"planUpgraded"_s})
        .on(Server::Mailing)
        .with(upgraded);
    table.refuses<Op>("emailNotVerified", usual, {Kind::Conflict, 409, u"emailNotVerified"_s})
        .with(person);
    table.refuses<Op>("tierNotOffered", to(Tier::Partner), tierNotOffered)
        .on(Server::Mailing)
        .with(person);
    table.refuses<Op>("tierUnknown", to(Tier::Unknown), tierUnknown).with(person);
    table.refuses<Op>("notForApiSessions", usual, {Kind::Forbidden, 403, u"notForApiSessions"_s})
        .with(asProgram);
    table.guards<Op>(usual);
}

void accounts(Table &table)
{
    using Op = api::ShowAccountCredits;
    const auto make = [](const Scene &scene) { return Op{scene.helped}; };
    table
        .succeeds<Op>("usual", make,
                      [](Checks &checks, const api::AccountCredits &found, const Scene &) {
                          checks.same("balance", found.balance, theAmount);
                          checkPlan(checks, found.plan, Tier::Unverified, unverifiedLimits);
                      })
        .with(generous);
    table.refuses<Op>("roleTooLow", make, roleTooLow).with(person);
    table
        .refuses<Op>(
            "userUnknown", [](const Scene &) { return Op{api::UserId(u"usr_none"_s)}; },
            userUnknown)
        .with(administrator);
    table.guards<Op>(make);
}

void adjustments(Table &table)
{
    using Op = api::AdjustCredits;
    const auto with = [](auto change) {
        return [change](const Scene &scene) {
            Op op = giving(scene);
            change(op);
            return op;
        };
    };
    const auto of = [with](qint64 amount) {
        return with([amount](Op &op) { op.amount = amount; });
    };
    const auto because = [with](const QString &cause) {
        return with([cause](Op &op) { op.cause = cause; });
    };
    const auto moved = [](qint64 amount, qint64 balance) {
        return
            [amount, balance](Checks &checks, const api::CreditEntry &entry, const Scene &scene) {
                checkEntry(checks, entry, scene, amount, balance);
            };
    };
    table.succeeds<Op>("usual", giving, moved(theAmount, theAmount)).with(administrator);
    table.succeeds<Op>("less", of(-1), moved(-1, theAmount - 1)).with(generous);
    table
        .refuses<Op>("creditsTooFew", of(-theAmount - 1), {Kind::Conflict, 409, u"creditsTooFew"_s})
        .with(generous);
    table
        .refuses<Op>("creditsTooMany", of(api::creditsAtMost),
                     {Kind::Conflict, 409, u"creditsTooMany"_s})
        .with(generous);
    table.refuses<Op>("amountZero", of(0), {.code = u"amountZero"_s, .field = u"amount"_s})
        .with(administrator);
    const Refusal outOfRange{.code = u"outOfRange"_s, .field = u"amount"_s};
    table.refuses<Op>("amountTooLarge", of(api::creditsAtMost + 1), outOfRange).with(administrator);
    table.refuses<Op>("amountTooSmall", of(-api::creditsAtMost - 1), outOfRange)
        .with(administrator);
    const Refusal tooShort{.code = u"tooShort"_s, .field = u"cause"_s};
    table.refuses<Op>("causeTooShort", because(u"why not"_s), tooShort).with(administrator);
    table.refuses<Op>("causeOfSpaces", because(u"why" + QString(10, u' ')), tooShort)
        .with(administrator);
    table
        .refuses<Op>("causeTooLong", because(QString(501, u'x')),
                     {.code = u"tooLong"_s, .field = u"cause"_s})
        .with(administrator);
    table.refuses<Op>("roleTooLow", giving, roleTooLow).with(person);
    table
        .refuses<Op>("userUnknown", with([](Op &op) { op.id = api::UserId(u"usr_none"_s); }),
                     userUnknown)
        .with(administrator);
    table.guards<Op>(giving);
}

void settings(Table &table)
{
    using Op = api::SetPlan;
    const auto to = [](Tier tier) {
        return [tier](const Scene &scene) { return Op{scene.helped, tier}; };
    };
    const auto partner = to(Tier::Partner);
    table.succeeds<Op>("usual", partner, is(Tier::Partner, partnerLimits)).with(administrator);
    table.succeeds<Op>("aSecondTime", partner, is(Tier::Partner, partnerLimits))
        .with([partner](Stage &stage, Scene &scene) {
            administrator(stage, scene);
            stage.must(partner(scene), scene.token);
        });
    // Whose address isn't verified has no more for that.
    table.succeeds<Op>("free", to(Tier::Free), is(Tier::Unverified, unverifiedLimits))
        .with(administrator);
    table.refuses<Op>("tierNotOffered", to(Tier::Unverified), tierNotOffered).with(administrator);
    table.refuses<Op>("tierUnknown", to(Tier::Unknown), tierUnknown).with(administrator);
    table.refuses<Op>("roleTooLow", partner, roleTooLow).with(person);
    table
        .refuses<Op>(
            "userUnknown",
            [](const Scene &) { return Op{api::UserId(u"usr_none"_s), Tier::Partner}; },
            userUnknown)
        .with(administrator);
    table.guards<Op>(partner);
}

void told(Table &table)
{
    table
        .succeeds<api::Events>(
            "creditsChanged", [](const Scene &) { return api::Events(); },
            [](Checks &checks, const api::Event &event, const Scene &) {
                checks.same("kind", int(event.kind), int(api::EventKind::CreditsChanged));
                checks.isTrue("no session", !event.session);
                checks.isTrue("no user", !event.user);
            })
        .with([](Stage &stage, Scene &scene) {
            stage.signUp(scene);
            Scene helper = scene;
            stage.help(helper);
            scene.happen = [&stage, helper] { stage.must(giving(helper), helper.token); };
        });
}

} // namespace

void addCredits(Table &table)
{
    balance(table);
    entries(table);
    plans(table);
    upgrades(table);
    accounts(table);
    adjustments(table);
    settings(table);
    told(table);
}

} // namespace latchkey::test
