#include "api/email.h"
#include "foreignrows.h"
#include "wire/mmdl.h"

namespace latchkey::test {

using namespace Qt::StringLiterals;
using Kind = Error::Kind;
using Server = Row::Server;

namespace {

const Refusal wrongCredentials{Kind::Unauthorized, 401, u"wrongCredentials"_s};
const Refusal taken{Kind::Conflict, 200, u"nameOrEmailTaken"_s};
const Refusal malformed{Kind::Rejected, 422, u"malformedRequest"_s};
const Refusal closed{Kind::Forbidden, 401, u"signUpClosed"_s};
const Refusal nobody{Kind::NotFound, 403, u"userUnknown"_s};
const Refusal noMail{Kind::Conflict, 500, u"noMail"_s};
const Refusal wrongCode{Kind::Rejected, 401, u"wrongCode"_s};

const Refusal adminStays{Kind::Forbidden, 405, u"adminStays"_s};
const Refusal roleTooLow{Kind::Forbidden, 401, u"roleTooLow"_s};
const Refusal noEmailSet{Kind::Conflict, 200, u"emailUnverified"_s};
const Refusal signInAnew{Kind::Unauthorized, 401, u"tokenUnknown"_s};

const Row::Prepare joined = joinedBy(wire::mmdlWire);
const Row::Prepare administered = administeredBy(wire::mmdlWire);

/// Who is asked for stands beside the number of the request.
void requested(Stage &stage, Scene &scene)
{
    joined(stage, scene);
    stage.pass(std::chrono::minutes(2)); // a letter has just been sent there
    stage.codeSentTo(scene.email);
    const wire::Wire spoken = wire::mmdlWire();
    Client client(spoken, stage.url(spoken.prefix), stage.clock());
    const auto asked =
        client.ask(api::RequestPasswordReset{.email = {}, .login = userNameOf(scene)});
    if (!asked)
        qFatal("no code was sent: %s", qPrintable(asked.error().code));
    scene.reset = asked->id;
    scene.code = stage.codeSentTo(scene.email);
}

/// ... and beside somebody else than asked.
void ofAnother(Stage &stage, Scene &scene)
{
    requested(stage, scene);
    scene.reset = api::ResetId(u"hash:"_s + scene.reset.text().section(u':', 1));
}

/// Its page knows no address.
void joinedWithoutAnAddress(Stage &stage, Scene &scene)
{
    scene.email = api::nobodysEmail();
    joined(stage, scene);
}

/// What its own server misses as well.
void entering(Table &table)
{
    using Op = api::SignIn;
    const auto as = [](const QString &login, const Secret &password) {
        return [login, password](const Scene &) {
            Op operation;
            operation.login = login;
            operation.password = password;
            return operation;
        };
    };
    table.refuses<Op>("noName", as({}, thePassword), malformed);
    table.refuses<Op>("noPassword", as(u"ada"_s, {}), malformed);
    table.refuses<api::SignUp>(
        "noAddress",
        [](const Scene &scene) {
            api::SignUp operation = signingUp(scene);
            operation.name = userNameOf(scene);
            operation.email = u"ada"_s;
            return operation;
        },
        malformed);
}

void requesting(Table &table)
{
    using Op = api::RequestPasswordReset;
    const auto make = [](const Scene &scene) {
        return Op{.email = {}, .login = userNameOf(scene)};
    };
    table
        .succeeds<Op>("usual", make,
                      [](Checks &checks, const api::ResetRequested &reset, const Scene &) {
                          checks.isTrue("a hash and a number",
                                        reset.id.text().indexOf(u':') == 128);
                      })
        .on(Server::Mailing)
        .with(joined);
    table.refuses<Op>("userUnknown", make, nobody).on(Server::Mailing);
    table.refuses<Op>("noMail", make, noMail).with(joined);
    table.refuses<Op>("noEmailSet", make, noEmailSet)
        .on(Server::Mailing)
        .with(joinedWithoutAnAddress);
    table.refuses<Op>(
        "noName", [](const Scene &) { return Op{.email = {}, .login = QString()}; }, malformed);
}

void resetting(Table &table)
{
    using Op = api::ResetPassword;
    const auto with = [](const std::optional<Secret> &code, const Secret &password) {
        return [code, password](const Scene &scene) {
            return Op{scene.reset, code.value_or(scene.code), password};
        };
    };
    table.succeeds<Op>("usual", with({}, anotherPassword), [](Checks &, Nothing, const Scene &) {})
        .on(Server::Mailing)
        .with(requested);
    table.refuses<Op>("wrongCode", with(Secret(QByteArray("12345x")), anotherPassword), wrongCode)
        .on(Server::Mailing)
        .with(requested);
    table.refuses<Op>("anothersRequest", with({}, anotherPassword), wrongCode)
        .on(Server::Mailing)
        .with(ofAnother);
    table.refuses<Op>("weakPassword", with({}, Secret(QByteArray("password1"))), malformed)
        .on(Server::Mailing)
        .with(requested);
    const auto without = [&table](const char *name, const QString &request, const Secret &code,
                                  const Secret &password) {
        table.refuses<Op>(
            name, [=](const Scene &) { return Op{api::ResetId(request), code, password}; },
            malformed);
    };
    const Secret code(QByteArray("123456"));
    without("noUserHash", u":rst_1"_s, code, anotherPassword);
    without("noRequest", u"hash:"_s, code, anotherPassword);
    without("noCode", u"hash:rst_1"_s, {}, anotherPassword);
    without("noPassword", u"hash:rst_1"_s, code, {});
}

void registration(Table &table)
{
    using Op = api::DescribeServer;
    const auto make = [](const Scene &) { return Op(); };
    const auto check = [](bool isOpen) {
        return [isOpen](Checks &checks, const api::ServerDescription &server, const Scene &) {
            checks.same("wires", server.wires, {u"mmdl"_s});
            checks.same("signUpOpen", server.signUpOpen, isOpen);
        };
    };
    table.succeeds<Op>("usual", make, check(true));
    table.succeeds<Op>("closed", make, check(false)).on(Server::Closed);
}

/// It is about somebody, by the number that they have there.
void toBeRemoved(Stage &stage, Scene &scene)
{
    stage.signUp(scene);
    scene.helped = api::UserId(QString::number(api::numberOf(scene.helped)));
    administered(stage, scene);
}

void accounts(Table &table, const Foreign &foreign)
{
    using List = api::ListAccounts;
    const auto list = [](const Scene &) { return List(); };
    table
        .succeeds<List>("usual", list,
                        [](Checks &checks, const api::AccountPage &page, const Scene &) {
                            checks.isTrue("all of them", !page.next && !page.users.isEmpty());
                            const api::User &first = page.users.first();
                            checks.isTrue("a number", first.id.text().toUInt() > 0);
                            checks.same("email, in part", first.email.left(4), u"a*a*"_s);
                            checks.same("role", int(first.role), int(api::Role::Admin));
                        })
        .with(administered);
    table.refuses<List>("roleTooLow", list, roleTooLow).with(joined);
    guardsThere<List>(table, foreign, list);

    using Remove = api::RemoveAccount;
    const auto remove = [](const Scene &scene) { return Remove{scene.helped}; };
    const auto done = [](Checks &, Nothing, const Scene &) {};
    table.succeeds<Remove>("usual", remove, done).with(toBeRemoved);
    table.succeeds<Remove>("gone", remove, done).with([](Stage &stage, Scene &scene) {
        toBeRemoved(stage, scene);
        mustThere(stage, wire::mmdlWire(), Remove{scene.helped}, scene.token);
    });
    table.refuses<Remove>("adminStays", remove, adminStays).with([](Stage &stage, Scene &scene) {
        administered(stage, scene);
        const auto all = mustThere(stage, wire::mmdlWire(), List(), scene.token);
        scene.helped = all.users.first().id;
    });
    table.refuses<Remove>("roleTooLow", remove, roleTooLow).with(joined);
    table
        .refuses<Remove>(
            "noNumber", [](const Scene &) { return Remove{api::UserId(u"x"_s)}; }, malformed)
        .with(administered);
    table.refuses<Remove>("stepUpNeeded", remove, signInAnew).with(late(toBeRemoved));
    guardsThere<Remove>(table, foreign, remove);
}

void preferring(Stage &stage, Scene &scene)
{
    joined(stage, scene);
    mustThere(stage, wire::mmdlWire(), api::SetPreference{u"theme"_s, u"dark"_s}, scene.token);
}

void preferences(Table &table, const Foreign &foreign)
{
    using List = api::ListPreferences;
    const auto list = [](const Scene &) { return List(); };
    const QList<api::Preference> dark{{u"theme"_s, u"dark"_s}};
    const auto check = [](const QList<api::Preference> &wanted, const std::optional<bool> &open) {
        return [wanted, open](Checks &checks, const api::Preferences &found, const Scene &) {
            checks.isTrue("as they were set", found.preferences == wanted);
            checks.isTrue("the server's", found.server.has_value() == open.has_value());
            if (found.server && open)
                checks.same("signUpOpen", found.server->signUpOpen, *open);
        };
    };
    table.succeeds<List>("usual", list, check(dark, {})).with(preferring);
    table.succeeds<List>("none", list, check({}, {})).with(joined);
    table.succeeds<List>("administrators", list, check({}, true)).with(administered);
    guardsThere<List>(table, foreign, list);

    using Set = api::SetPreference;
    const auto set = [](const QString &value) {
        return [value](const Scene &) { return Set{u"theme"_s, value}; };
    };
    table
        .succeeds<Set>("usual", set(u"dark"_s),
                       [](Checks &checks, const api::Preference &kept, const Scene &) {
                           checks.same("value", kept.value, u"dark"_s);
                       })
        .with(joined);
    table.refuses<Set>("noValue", set({}), malformed).with(joined);
    table.refuses<Set>(
             "noName", [](const Scene &) { return Set{{}, u"dark"_s}; }, malformed)
        .with(joined);
    guardsThere<Set>(table, foreign, set(u"dark"_s));
}

/// Servers are shared, so that nothing changes.
void settings(Table &table, const Foreign &foreign)
{
    using Show = api::ShowServerSettings;
    const auto show = [](const Scene &) { return Show(); };
    table.succeeds<Show>("usual", show, signUpIs(true)).with(administered);
    table.succeeds<Show>("closed", show, signUpIs(false)).on(Server::Closed).with(administered);
    table.refuses<Show>("roleTooLow", show, roleTooLow).with(joined);
    guardsThere<Show>(table, foreign, show);

    using Edit = api::EditServerSettings;
    const auto edit = [](bool open) { return [open](const Scene &) { return Edit{open}; }; };
    table.succeeds<Edit>("usual", edit(true), signUpIs(true)).with(administered);
    table.succeeds<Edit>("closed", edit(false), signUpIs(false))
        .on(Server::Closed)
        .with(administered);
    table.refuses<Edit>("roleTooLow", edit(true), roleTooLow).with(joined);
    table.refuses<Edit>("stepUpNeeded", edit(true), signInAnew).with(late(administered));
    guardsThere<Edit>(table, foreign, edit(true));
}

} // namespace

const std::vector<Row> &mmdlRows()
{
    static const Table table = [] {
        const Foreign foreign{.wire = wire::mmdlWire,
                              .nobodysToken = Secret(QByteArray("aa:bb")),
                              .taken = taken,
                              .weakPassword = malformed,
                              .signUpClosed = closed,
                              .wrongPassword = wrongCredentials,
                              .unknownName = wrongCredentials};
        Table begun;
        addForeign(begun, foreign);
        entering(begun);
        requesting(begun);
        resetting(begun);
        registration(begun);
        accounts(begun, foreign);
        preferences(begun, foreign);
        settings(begun, foreign);
        return begun;
    }();
    return table.rows();
}

} // namespace latchkey::test
