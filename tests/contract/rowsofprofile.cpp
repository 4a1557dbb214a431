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

void me(Table &table)
{
    using Op = api::Me;
    const auto make = [](const Scene &) { return Op(); };
    table
        .succeeds<Op>("usual", make,
                      [](Checks &checks, const api::User &user, const Scene &scene) {
                          checkUser(checks, user, scene);
                          checks.same("user.version", user.version, qint64(1));
                      })
        .with(person);
    table.guards<Op>(make);
}

void updateProfile(Table &table)
{
    using Op = api::UpdateProfile;
    const auto named = [](qint64 basedOn, const QString &name) {
        return [basedOn, name](const Scene &) { return Op{basedOn, name, {}, {}}; };
    };
    table
        .succeeds<Op>("newName", named(1, u"Ada King 中文"_s),
                      [](Checks &checks, const api::User &user, const Scene &scene) {
                          Scene renamed = scene;
                          renamed.name = u"Ada King 中文"_s;
                          checkUser(checks, user, renamed);
                          checks.same("user.version", user.version, qint64(2));
                      })
        .with(person);
    table
        .succeeds<Op>(
            "newLanguage",
            [](const Scene &) { return Op{.basedOn = 1, .language = api::Language::Chinese}; },
            [](Checks &checks, const api::User &user, const Scene &scene) {
                checks.same("user.name", user.name, scene.name);
                checks.same("user.language", int(user.language), int(api::Language::Chinese));
                checks.same("user.version", user.version, qint64(2));
            })
        .with(person);
    table
        .refuses<Op>("changedMeanwhile", named(7, u"Ada King"_s),
                     {Kind::Conflict, 412, u"changedMeanwhile"_s})
        .with(person);
    table.refuses<Op>("nameEmpty", named(1, u""_s), {.code = u"empty"_s, .field = u"name"_s})
        .with(person);
    table.refuses<Op>("nameBlank", named(1, u"  "_s), {.code = u"empty"_s, .field = u"name"_s})
        .with(person);
    table
        .refuses<Op>("nameTooLong", named(1, QString(101, u'x')),
                     {.code = u"tooLong"_s, .field = u"name"_s})
        .with(person);
    table
        .refuses<Op>("userNameTooLong",
                     [](const Scene &) { return Op{.basedOn = 1, .userName = QString(65, u'x')}; },
                     {.code = u"tooLong"_s, .field = u"userName"_s})
        .with(person);
    table.guards<Op>(named(1, u"Ada King"_s));
}

void editAccount(Table &table)
{
    using Op = api::EditAccount;
    const auto named = [](const QString &userName) {
        return [userName](const Scene &) { return Op{.userName = userName}; };
    };
    const auto withPassword = [](const Secret &password) {
        return [password](const Scene &) { return Op{.password = password}; };
    };
    table
        .succeeds<Op>("userName", named(u"duchess"_s),
                      [](Checks &checks, const api::User &user, const Scene &scene) {
                          checkUser(checks, user, scene);
                          checks.same("user.userName", user.userName.value_or(QString()),
                                      u"duchess"_s);
                          checks.same("user.version", user.version, qint64(2));
                      })
        .with(person);
    table
        .succeeds<Op>(
            "nothing", [](const Scene &scene) { return Op{.name = scene.name}; },
            [](Checks &checks, const api::User &user, const Scene &scene) {
                checkUser(checks, user, scene);
                checks.same("user.version", user.version, qint64(1));
            })
        .with([](Stage &stage, Scene &scene) {
            stage.signUp(scene);
            stage.pass(std::chrono::minutes(6));
        });
    table
        .refuses<Op>("userNameInvalid", named(u"ada@home"_s),
                     {.code = u"userNameInvalid"_s, .field = u"userName"_s})
        .with(person);
    table
        .refuses<Op>("nameTooLong", [](const Scene &) { return Op{.name = QString(101, u'x')}; },
                     {.code = u"tooLong"_s, .field = u"name"_s})
        .with(person);
    table
        .refuses<Op>("passwordTooWeak", withPassword(Secret(QByteArray("password1"))),
                     {.code = u"passwordTooWeak"_s, .field = u"password"_s})
        .with(person);
    table
        .refuses<Op>("emailInvalid", [](const Scene &) { return Op{.email = u"ada@@x"_s}; },
                     {.code = u"emailInvalid"_s, .field = u"email"_s})
        .with(person);
    table
        .refuses<Op>("noMail", [](const Scene &) { return Op{.email = u"new@example.com"_s}; },
                     {Kind::Conflict, 409, u"noMail"_s})
        .with(person);
    const Refusal stepUpNeeded{Kind::StepUpNeeded, 403, u"stepUpNeeded"_s, {}, u"password"_s};
    const auto longAgo = [](Stage &stage, Scene &scene) {
        stage.signUp(scene);
        stage.pass(std::chrono::minutes(6));
    };
    table.refuses<Op>("passwordLongAfterProof", withPassword(anotherPassword), stepUpNeeded)
        .with(longAgo);
    table
        .refuses<Op>(
            "emailLongAfterProof", [](const Scene &) { return Op{.email = u"new@example.com"_s}; },
            stepUpNeeded)
        .with(longAgo);
    table.guards<Op>(named(u"duchess"_s));
}

void showUser(Table &table)
{
    using Op = api::ShowUser;
    const auto oneself = [](const Scene &scene) { return Op{scene.helped}; };
    table
        .succeeds<Op>("oneself", oneself,
                      [](Checks &checks, const api::UserCard &card, const Scene &scene) {
                          checks.same("id", card.id.text(), scene.helped.text());
                          checks.same("name", card.name, scene.name);
                          checks.isTrue("no user name", !card.userName);
                          checks.same("createdAt", toRfc3339(card.createdAt), toRfc3339(scene.now));
                      })
        .with(person);
    table
        .refuses<Op>("userUnknown", [](const Scene &) { return Op{api::UserId(u"usr_nobody"_s)}; },
                     {Kind::NotFound, 404, u"userUnknown"_s})
        .with(person);
    table.guards<Op>(oneself);
}

void changePassword(Table &table)
{
    using Op = api::ChangePassword;
    const auto to = [](const Secret &current, const Secret &next) {
        return [current, next](const Scene &) { return Op{current, next, true}; };
    };
    const auto next = [to](const QByteArray &text) { return to(thePassword, Secret(text)); };
    const auto usual = to(thePassword, anotherPassword);
    table
        .succeeds<Op>("usual", usual,
                      [](Checks &checks, const api::SignedIn &changed, const Scene &scene) {
                          checks.isTrue("a token", changed.token.reveal().startsWith("lks_"));
                          checks.isTrue("another one", !changed.token.matches(*scene.token));
                          checks.same("session.id", changed.session.id.text(),
                                      scene.session.text());
                          checkUser(checks, changed.user, scene);
                          checkOwnSession(checks, changed.session, scene, api::Proof::SignUp);
                      })
        .with(person);
    table
        .refuses<Op>("wrongPassword", to(anotherPassword, anotherPassword),
                     {.code = u"wrongPassword"_s, .field = u"current"_s})
        .with(person);
    table
        .refuses<Op>(
            "tooManyTries", usual,
            {.kind = Kind::RateLimited, .status = 429, .code = u"tooManyTries"_s, .saysWhen = true})
        .on(Table::Server::Strict)
        .with([](Stage &stage, Scene &scene) {
            stage.signUp(scene);
            stage.failToSignIn(scene);
        });
    table
        .refuses<Op>("passwordTooShort", next("short"),
                     {.code = u"passwordTooShort"_s, .field = u"next"_s})
        .with(person);
    table
        .refuses<Op>("passwordTooWeak", next("password1"),
                     {.code = u"passwordTooWeak"_s, .field = u"next"_s})
        .with(person);
    table
        .refuses<Op>("passwordTooLong", next(QByteArray(129, 'x')),
                     {.code = u"passwordTooLong"_s, .field = u"next"_s})
        .with(person);
    table
        .refuses<Op>("passwordUnchanged", to(thePassword, thePassword),
                     {.code = u"passwordUnchanged"_s, .field = u"next"_s})
        .with(person);
    table.refuses<Op>("nextEmpty", next({}), {.code = u"empty"_s, .field = u"next"_s}).with(person);
    table.guards<Op>(usual);
}

void events(Table &table)
{
    using Op = api::Events;
    const auto make = [](const Scene &) { return Op(); };
    table
        .succeeds<Op>("sessionChanged", make,
                      [](Checks &checks, const api::Event &event, const Scene &scene) {
                          checks.isTrue("the event has an id", !event.id.isEmpty());
                          checks.same("kind", int(event.kind), int(api::EventKind::SessionChanged));
                          if (!event.session)
                              return checks.isTrue("a session", false);
                          checkOtherSession(checks, *event.session, scene);
                          checks.same("session.device.label", event.session->device.label,
                                      u"Phone"_s);
                      })
        .with([](Stage &stage, Scene &scene) {
            stage.signUp(scene);
            stage.signInElsewhere(scene);
            scene.happen = [&stage, id = scene.other, token = scene.token] {
                stage.must(api::RenameSession{id, u"Phone"_s}, token);
            };
        });
    table
        .succeeds<Op>(
            "profileChanged", [](const Scene &) { return Op{api::EventId(u"0"_s)}; },
            [](Checks &checks, const api::Event &event, const Scene &scene) {
                checks.same("kind", int(event.kind), int(api::EventKind::ProfileChanged));
                checks.isTrue("no session", !event.session);
                if (!event.user)
                    return checks.isTrue("a user", false);
                checkUser(checks, *event.user, scene);
                checks.same("user.version", event.user->version, qint64(2));
            })
        .on(Table::Server::None);
    table.guards<Op>(make);
}

} // namespace

void addProfile(Table &table)
{
    me(table);
    updateProfile(table);
    editAccount(table);
    showUser(table);
    changePassword(table);
    events(table);
}

} // namespace latchkey::test
