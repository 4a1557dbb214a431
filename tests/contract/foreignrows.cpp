#include "foreignrows.h"

#include "stage.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Error::Kind;

namespace {

api::SignUp joining(const Scene &scene)
{
    api::SignUp operation = signingUp(scene);
    operation.name = userNameOf(scene);
    operation.userName = operation.name;
    return operation;
}

api::SignIn enteringAs(const QString &login)
{
    api::SignIn operation;
    operation.login = login;
    operation.password = thePassword;
    return operation;
}

/// How they are called there.
QString loginThere(const Foreign &foreign, const Scene &scene)
{
    return foreign.isNamedByEmail ? scene.email : userNameOf(scene);
}

Table::Make<api::SignIn> entering(const Foreign &foreign)
{
    return [foreign](const Scene &scene) { return enteringAs(loginThere(foreign, scene)); };
}

void checkBegun(Checks &checks, const std::optional<api::SignedIn> &begun, const QString &login)
{
    if (!begun)
        return checks.isTrue("signed in", false);
    checks.isTrue("a token", !begun->token.isEmpty());
    checks.same("user's login", api::loginOf(begun->user), login);
    checks.same("session.current", begun->session.current, true);
}

/// Where no session begins, they are told of their account.
void checkJoined(Checks &checks, const api::SignUpProgress &progress, const QString &login,
                 const Scene &scene)
{
    checks.isTrue("nobody waits", !progress.pending);
    if (progress.signedIn)
        return checkBegun(checks, progress.signedIn, login);
    if (!progress.joined)
        return checks.isTrue("joined", false);
    checks.same("user's login", api::loginOf(*progress.joined), login);
    checks.same("user.email", progress.joined->email, scene.email);
}

void signingUpThere(Table &table, const Foreign &foreign)
{
    using Op = api::SignUp;
    table.succeeds<Op>(
        "usual", joining,
        [foreign](Checks &checks, const api::SignUpProgress &progress, const Scene &scene) {
            checkJoined(checks, progress, loginThere(foreign, scene), scene);
        });
    table.refuses<Op>("taken", joining, foreign.taken).with(joinedBy(foreign.wire));
    table.refuses<Op>(
        "weakPassword",
        [](const Scene &scene) {
            Op operation = joining(scene);
            operation.password = Secret(QByteArray("password1"));
            return operation;
        },
        foreign.weakPassword);
    table.refuses<Op>("closed", joining, foreign.signUpClosed).on(Table::Server::Closed);
}

void signingInThere(Table &table, const Foreign &foreign)
{
    using Op = api::SignIn;
    const auto joined = joinedBy(foreign.wire);
    const auto right = entering(foreign);
    const auto wrong = [right](const Scene &scene) {
        Op operation = right(scene);
        operation.password = anotherPassword;
        return operation;
    };
    table
        .succeeds<Op>(
            "usual", right,
            [foreign](Checks &checks, const api::SignInProgress &progress, const Scene &scene) {
                checkBegun(checks, progress.signedIn, loginThere(foreign, scene));
                checks.isTrue("no challenge", !progress.challenge);
            })
        .with(joined);
    table.refuses<Op>("wrongPassword", wrong, foreign.wrongPassword).with(joined);
    table.refuses<Op>("nobodysName", right, foreign.unknownName);
    table.refuses<Op>("tooManyTries", right, foreign.tooManyTries.value_or(foreign.wrongPassword))
        .on(Table::Server::Strict)
        .with([joined, wrong, wire = foreign.wire](Stage &stage, Scene &scene) {
            joined(stage, scene);
            const wire::Wire spoken = wire();
            Client client(spoken, stage.url(spoken.prefix), stage.clock());
            if (client.ask(wrong(scene)))
                qFatal("a wrong password signed in");
        });
    const auto withFactor = [](Stage &stage, Scene &scene) {
        stage.signUp(scene);
        stage.must(api::EditAccount{.userName = userNameOf(scene)}, scene.token);
        stage.activate(scene);
        stage.pass(1min);
        scene.now = stage.clock().now();
    };
    if (!foreign.challenges) {
        table.refuses<Op>("secondFactor", right, foreign.wrongPassword).with(withFactor);
        return;
    }
    table
        .succeeds<Op>(
            "secondFactor", right,
            [](Checks &checks, const api::SignInProgress &progress, const Scene &scene) {
                checks.isTrue("not signed in", !progress.signedIn);
                if (!progress.challenge)
                    return checks.isTrue("a challenge", false);
                checks.isTrue("challenge.id", progress.challenge->id.text().startsWith(u"chl_"_s));
                checks.same("challenge.expiresAt", toRfc3339(progress.challenge->expiresAt),
                            toRfc3339(scene.now + 5min));
            })
        .with(withFactor);
}

void showingThere(Table &table, const Foreign &foreign)
{
    using Op = api::Me;
    const auto make = [](const Scene &) { return Op(); };
    if (!foreign.wire().can<Op>())
        return;
    table
        .succeeds<Op>("usual", make,
                      [foreign](Checks &checks, const api::User &user, const Scene &scene) {
                          checks.same("user's login", api::loginOf(user),
                                      loginThere(foreign, scene));
                      })
        .with(joinedBy(foreign.wire));
    guardsThere<Op>(table, foreign, make);
}

void editingThere(Table &table, const Foreign &foreign)
{
    using Op = api::EditAccount;
    const auto renamed = [](const QString &prefix) {
        return [prefix](const Scene &scene) {
            return Op{.userName = QString(prefix + userNameOf(scene)),
                      .email = scene.email,
                      .password = thePassword};
        };
    };
    const auto joined = joinedBy(foreign.wire);
    table
        .succeeds<Op>("userName", renamed(u"countess."_s),
                      [](Checks &checks, const api::User &user, const Scene &scene) {
                          checks.same("user.userName", user.userName.value_or(QString()),
                                      QString(u"countess."_s + userNameOf(scene)));
                      })
        .with(joined);
    table.refuses<Op>("userNameTaken", renamed(u"x"_s), *foreign.takenByAnother)
        .with([joined, wire = foreign.wire, isNamedByEmail = foreign.isNamedByEmail](Stage &stage,
                                                                                     Scene &scene) {
            Scene other = scene;
            other.email.prepend(u'x');
            joined(stage, other);
            if (isNamedByEmail)
                mustThere(stage, wire(), api::EditAccount{.userName = userNameOf(other)},
                          other.token);
            joined(stage, scene);
        });
    guardsThere<Op>(table, foreign, renamed(u"countess."_s));
}

} // namespace

QString userNameOf(const Scene &scene)
{
    return scene.email.left(scene.email.indexOf(u'@'));
}

Row::Prepare joinedBy(const std::function<wire::Wire()> &wire)
{
    return [wire](Stage &stage, Scene &scene) {
        const wire::Wire spoken = wire();
        const api::SignUpProgress joined = mustThere(stage, spoken, joining(scene));
        scene.token = joined.signedIn
                          ? joined.signedIn->token
                          : mustThere(stage, spoken, enteringAs(api::loginOf(*joined.joined)))
                                .signedIn->token;
        if (!spoken.can<api::Me>())
            return;
        const api::User user = mustThere(stage, spoken, api::Me(), scene.token);
        scene.helped = user.id;
        scene.tag = user.tag.value_or(QString());
    };
}

Row::Prepare endedBy(const std::function<wire::Wire()> &wire)
{
    return [wire](Stage &stage, Scene &scene) {
        joinedBy(wire)(stage, scene);
        const api::SessionTerms terms = wire().sessions;
        const auto life = terms.isProlongedByUse ? terms.idle : terms.firstLife;
        stage.pass(life.value_or(api::personLife.idle));
    };
}

Row::Prepare late(const Row::Prepare &prepare)
{
    return [prepare](Stage &stage, Scene &scene) {
        prepare(stage, scene);
        stage.pass(6min);
    };
}

Row::Prepare administeredBy(const std::function<wire::Wire()> &wire)
{
    return [wire](Stage &stage, Scene &scene) {
        scene.token = mustThere(stage, wire(), enteringAs(stage.administrator())).signedIn->token;
    };
}

void addForeign(Table &table, const Foreign &foreign)
{
    signingUpThere(table, foreign);
    signingInThere(table, foreign);
    showingThere(table, foreign);
    if (foreign.takenByAnother)
        editingThere(table, foreign);
}

} // namespace latchkey::test
