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

api::SignIn entering(const Scene &scene)
{
    api::SignIn operation;
    operation.login = userNameOf(scene);
    operation.password = thePassword;
    return operation;
}

void checkBegun(Checks &checks, const std::optional<api::SignedIn> &begun, const Scene &scene)
{
    if (!begun)
        return checks.isTrue("signed in", false);
    checks.isTrue("a token", !begun->token.isEmpty());
    checks.same("user.userName", begun->user.userName.value_or(QString()), userNameOf(scene));
    checks.same("session.current", begun->session.current, true);
}

/// Where no session begins, they are told of their account.
void checkJoined(Checks &checks, const api::SignUpProgress &progress, const Scene &scene)
{
    checks.isTrue("nobody waits", !progress.pending);
    if (progress.signedIn)
        return checkBegun(checks, progress.signedIn, scene);
    if (!progress.joined)
        return checks.isTrue("joined", false);
    checks.same("user.userName", progress.joined->userName.value_or(QString()), userNameOf(scene));
    checks.same("user.email", progress.joined->email, scene.email);
}

void signingUpThere(Table &table, const Foreign &foreign)
{
    using Op = api::SignUp;
    table.succeeds<Op>("usual", joining, checkJoined);
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
    const auto wrong = [](const Scene &scene) {
        Op operation = entering(scene);
        operation.password = anotherPassword;
        return operation;
    };
    table
        .succeeds<Op>("usual", entering,
                      [](Checks &checks, const api::SignInProgress &progress, const Scene &scene) {
                          checkBegun(checks, progress.signedIn, scene);
                          checks.isTrue("no challenge", !progress.challenge);
                      })
        .with(joined);
    table.refuses<Op>("wrongPassword", wrong, foreign.wrongPassword).with(joined);
    table.refuses<Op>("nobodysName", entering, foreign.unknownName);
    table.refuses<Op>("tooManyTries", entering, foreign.wrongPassword)
        .on(Table::Server::Strict)
        .with([joined, wrong, wire = foreign.wire](Stage &stage, Scene &scene) {
            joined(stage, scene);
            const wire::Wire spoken = wire();
            Client client(spoken, stage.url(spoken.prefix), stage.clock());
            if (client.ask(wrong(scene)))
                qFatal("a wrong password signed in");
        });
    table.refuses<Op>("secondFactor", entering, foreign.wrongPassword)
        .with([](Stage &stage, Scene &scene) {
            stage.signUp(scene);
            stage.must(api::EditAccount{.userName = userNameOf(scene)}, scene.token);
            stage.activate(scene);
            stage.pass(1min);
        });
}

void showingThere(Table &table, const Foreign &foreign)
{
    using Op = api::Me;
    const auto make = [](const Scene &) { return Op(); };
    table
        .succeeds<Op>("usual", make,
                      [](Checks &checks, const api::User &user, const Scene &scene) {
                          checks.same("user.userName", user.userName.value_or(QString()),
                                      userNameOf(scene));
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
        .with([joined](Stage &stage, Scene &scene) {
            Scene other = scene;
            other.email.prepend(u'x');
            joined(stage, other);
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
        Client client(spoken, stage.url(spoken.prefix), stage.clock());
        const auto joined = client.ask(joining(scene));
        if (!joined)
            qFatal("nobody signs up by %s", qPrintable(spoken.name));
        scene.token = joined->signedIn ? joined->signedIn->token
                                       : client.ask(entering(scene)).value().signedIn->token;
        client.token = scene.token;
        scene.helped = client.ask(api::Me()).value().id;
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
