#include "row.h"
#include "stage.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Error::Kind;

namespace {

const QString theReason = u"They asked for help by phone"_s;
const Refusal notOnBehalf{Kind::Forbidden, 403, u"notOnBehalf"_s};

api::SignInOnBehalf acting(const Scene &scene)
{
    return {scene.email, theReason};
}

void person(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
}

/// An administrator asks, who has just given their password.
void administrator(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    stage.help(scene);
}

/// They act in that account from here.
void actingThere(Stage &stage, Scene &scene)
{
    administrator(stage, scene);
    const api::SignedIn begun = stage.must(acting(scene), scene.token);
    scene.token = begun.token;
    scene.session = begun.session.id;
}

void checkActing(Checks &checks, const api::Session &session, const Scene &scene)
{
    checks.same("session.kind", int(session.kind), int(api::SessionKind::OnBehalf));
    checks.same("session.proof", int(session.proof), int(api::Proof::Session));
    checks.same("session.current", session.current, true);
    checks.same("session.startedAt", toRfc3339(session.startedAt), toRfc3339(scene.now));
    checks.same("session.expiresAt", toRfc3339(session.expiresAt), toRfc3339(scene.now + 30min));
    if (!session.onBehalf)
        return checks.isTrue("on behalf", false);
    checks.isTrue("by somebody else", session.onBehalf->by != scene.helped);
    checks.same("session.onBehalf.name", session.onBehalf->name, scene.name);
    checks.same("session.onBehalf.reason", session.onBehalf->reason, theReason);
}

void beginning(Table &table)
{
    using Op = api::SignInOnBehalf;
    const auto with = [](auto change) {
        return [change](const Scene &scene) {
            Op operation = acting(scene);
            change(operation);
            return operation;
        };
    };
    const auto reason = [with](const QString &text) {
        return with([text](Op &operation) { operation.reason = text; });
    };
    const auto login = [with](const QString &text) {
        return with([text](Op &operation) { operation.login = text; });
    };
    const auto check = [](Checks &checks, const api::SignedIn &begun, const Scene &scene) {
        checks.isTrue("a token", begun.token.reveal().startsWith("lks_"));
        checkUser(checks, begun.user, scene);
        checks.same("user.id", begun.user.id.text(), scene.helped.text());
        checkActing(checks, begun.session, scene);
    };
    table.succeeds<Op>("usual", acting, check).with(administrator);
    table.refuses<Op>("roleTooLow", acting, {Kind::Forbidden, 403, u"roleTooLow"_s}).with(person);
    table.refuses<Op>("isAdmin", acting, {Kind::Forbidden, 403, u"isAdmin"_s})
        .with([](Stage &stage, Scene &scene) {
            administrator(stage, scene);
            scene.email = stage.must(api::Me(), scene.token).email;
        });
    table
        .refuses<Op>("userUnknown", login(u"nobody@example.com"_s),
                     {Kind::NotFound, 404, u"userUnknown"_s})
        .with(administrator);
    table.refuses<Op>("loginEmpty", login({}), {.code = u"empty"_s, .field = u"login"_s})
        .with(administrator);
    table
        .refuses<Op>("loginTooLong", login(QString(255, u'a')),
                     {.code = u"tooLong"_s, .field = u"login"_s})
        .with(administrator);
    const Refusal tooShort{.code = u"tooShort"_s, .field = u"reason"_s};
    table.refuses<Op>("reasonTooShort", reason(u"why not"_s), tooShort).with(administrator);
    table.refuses<Op>("reasonOfSpaces", reason(u"why" + QString(10, u' ')), tooShort)
        .with(administrator);
    table
        .refuses<Op>("reasonTooLong", reason(QString(501, u'x')),
                     {.code = u"tooLong"_s, .field = u"reason"_s})
        .with(administrator);
    table.guards<Op>(acting);
    // A password isn't enough for whoever has a second factor.
    table
        .refuses<Op>("secondFactorNeeded", acting,
                     {Kind::StepUpNeeded, 403, u"stepUpNeeded"_s, {}, u"secondFactor"_s})
        .on(Table::Server::Empty)
        .with([](Stage &stage, Scene &scene) {
            stage.signUp(scene);
            stage.activate(scene);
            stage.pass(6min);
            scene.token = stage.must(api::ProveWithPassword{thePassword}, scene.token).token;
        });
}

/// What the session may do, and what only its owner.
void whileActing(Table &table)
{
    table
        .succeeds<api::Me>(
            "onBehalf", [](const Scene &) { return api::Me(); },
            [](Checks &checks, const api::User &user, const Scene &scene) {
                checkUser(checks, user, scene);
            })
        .with(actingThere);
    table
        .succeeds<api::CurrentSession>(
            "onBehalf", [](const Scene &) { return api::CurrentSession(); }, checkActing)
        .with(actingThere);
    const auto refused = [&table]<class Op>(const Table::Make<Op> &make) {
        table.refuses<Op>("notOnBehalf", make, notOnBehalf).with(actingThere);
    };
    refused.operator()<api::ProveWithPassword>(
        [](const Scene &) { return api::ProveWithPassword{thePassword}; });
    refused.operator()<api::ChangePassword>(
        [](const Scene &) { return api::ChangePassword{thePassword, anotherPassword, true}; });
    refused.operator()<api::RenewSession>([](const Scene &) { return api::RenewSession(); });
    refused.operator()<api::CreateApiSession>([](const Scene &) {
        return api::CreateApiSession{.labels = {u"CI"_s}, .unlimited = true};
    });
    refused.operator()<api::UpgradePlan>([](const Scene &) { return api::UpgradePlan(); });
    refused.operator()<api::EnrolTotp>([](const Scene &) { return api::EnrolTotp{u"Phone"_s}; });
    refused.operator()<api::MakeRecoveryCodes>(
        [](const Scene &) { return api::MakeRecoveryCodes(); });
    table
        .refuses<api::SignInOnBehalf>("whileActing", acting,
                                      {Kind::Forbidden, 403, u"roleTooLow"_s})
        .with(actingThere);
}

} // namespace

void addOnBehalf(Table &table)
{
    beginning(table);
    whileActing(table);
}

} // namespace latchkey::test
