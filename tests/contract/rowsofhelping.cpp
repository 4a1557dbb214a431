#include "row.h"
#include "stage.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using Server = Row::Server;

namespace {

const Refusal roleTooLow{Kind::Forbidden, 403, u"roleTooLow"_s};
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

void helpedInTrouble(Stage &stage, Scene &scene)
{
    helped(stage, scene);
    stage.must(api::StartReset{scene.helped}, scene.token);
    for (int i = 0; i < 5; ++i)
        stage.failToSignIn(scene);
}

void checkReset(Checks &checks, const api::StartedReset &reset, const Scene &scene)
{
    checks.isTrue("on its way",
                  reset.state == api::ResetState::Waiting || reset.state == api::ResetState::Sent);
    checks.same("startedAt", toRfc3339(reset.startedAt), toRfc3339(scene.now));
    checks.same("expiresAt", toRfc3339(reset.expiresAt), toRfc3339(scene.now + 24h));
    checks.isTrue("unused", !reset.usedAt);
}

void finding(Table &table)
{
    using Op = api::FindAccount;
    const auto find = [](const Scene &scene) { return Op{scene.email}; };
    const auto with = [](const QString &email) {
        return [email](const Scene &) { return Op{email}; };
    };
    table
        .succeeds<Op>("usual", find,
                      [](Checks &checks, const api::HelpedAccount &found, const Scene &scene) {
                          checkUser(checks, found.user, scene);
                          checks.same("user.id", found.user.id.text(), scene.helped.text());
                          checks.isTrue("no lock", !found.lock);
                          checks.isTrue("no reset", !found.reset);
                      })
        .with(helped);
    table
        .succeeds<Op>("inTrouble", find,
                      [](Checks &checks, const api::HelpedAccount &found, const Scene &scene) {
                          if (!found.lock || !found.reset)
                              return checks.isTrue("in trouble", false);
                          checks.same("lock.failures", found.lock->failures, qint64(5));
                          checks.same("lock.until", toRfc3339(found.lock->until),
                                      toRfc3339(scene.now + 1s));
                          checkReset(checks, *found.reset, scene);
                      })
        .on(Server::Mailing)
        .with(helpedInTrouble);
    table.guards<Op>(find);
    table.refuses<Op>("roleTooLow", find, roleTooLow).with(person);
    table.refuses<Op>("userUnknown", with(u"nobody@example.com"_s), userUnknown).with(helped);
    table.refuses<Op>("emailTooShort", with(u"a"_s), {.code = u"tooShort"_s, .field = u"email"_s})
        .with(helped);
}

void startingResets(Table &table)
{
    using Op = api::StartReset;
    const auto start = [](const Scene &scene) { return Op{scene.helped}; };
    table.succeeds<Op>("usual", start, checkReset).on(Server::Mailing).with(helped);
    table.guards<Op>(start);
    table.refuses<Op>("roleTooLow", start, roleTooLow).with(person);
    table.refuses<Op>("noMail", start, {Kind::Conflict, 409, u"noMail"_s}).with(helped);
    table
        .refuses<Op>(
            "userUnknown", [](const Scene &) { return Op{api::UserId(u"usr_none"_s)}; },
            userUnknown)
        .with(helped);
}

void lifting(Table &table)
{
    using Op = api::LiftLock;
    const auto lift = [](const Scene &scene) { return Op{scene.helped}; };
    table.succeeds<Op>("usual", lift, [](Checks &, const Nothing &, const Scene &) {}).with(helped);
    table.guards<Op>(lift);
    table.refuses<Op>("roleTooLow", lift, roleTooLow).with(person);
    table
        .refuses<Op>(
            "userUnknown", [](const Scene &) { return Op{api::UserId(u"usr_none"_s)}; },
            userUnknown)
        .with(helped);
}

} // namespace

void addHelping(Table &table)
{
    finding(table);
    startingResets(table);
    lifting(table);
}

} // namespace latchkey::test
