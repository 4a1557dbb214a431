#include "foreignanswers.h"
#include "foreignrows.h"
#include "wire/mmdl.h"

/// Written from the page, and from what its server was seen to say.
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
    guardsThere<Edit>(table, foreign, edit(true));
}

const std::vector<Row> &rows()
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

HttpReply said(int status, const QByteArray &success, const QByteArray &message)
{
    return json(status, R"({"success":)" + success + R"(,"data":{"message":)" + message + "}}");
}

const HttpHeaders adas{{"Authorization", "Basic bGtzX2FkYQ=="}};

/// What is asked with the session, where it is no body.
HttpRequest askedBy(HttpMethod method, const QByteArray &path, const QByteArray &query = {})
{
    HttpRequest request = asked(method, path, {}, adas);
    request.query = query;
    return request;
}

HttpRequest setting(const QByteArray &name, const QByteArray &value)
{
    return asked(HttpMethod::Post, "/api/settings/modify",
                 R"({"name":")" + name + R"(","value":")" + value + R"("})", adas);
}

void addAccounts(Answers &all)
{
    all["listAccounts/usual"] = {
        askedBy(HttpMethod::Get, "/api/admin/getusers"),
        said(200, "true",
             R"([{"users_id":1,"username":"a*a","email":"a*a*e*a*p*e*c*m","password":"$*b*1*$",
                  "created":"1800000000","level":"1","userhash":"a*","mobile":null,"id":"1*",
                  "expires":null,"session_token":null,"name":null,"email_verified":null},
                 {"users_id":2,"username":"b*b","email":null,"password":null,
                  "created":"1800000000","level":"0","userhash":"b*","mobile":null}])")};
    for (const char *row : {"removeAccount/usual", "removeAccount/gone"})
        all[row] = {askedBy(HttpMethod::Delete, "/api/admin/deleteuser", "userid=17"),
                    said(200, "true", "null")};
}

void addSettings(Answers &all)
{
    const HttpRequest list = askedBy(HttpMethod::Get, "/api/settings/get");
    all["listPreferences/usual"] = {
        list, said(200, "true",
                   R"({"user":[{"settings_id":3,"name":"theme","userid":"17","global":null,
                                "value":"dark"}]})")};
    all["listPreferences/none"] = {list, said(200, "true", R"({"user":null})")};
    all["listPreferences/administrators"] = {list, said(200, "true",
                                                        R"({"user":null,"admin":[
                       {"settings_id":1,"name":"GLOBAL_OTHER","userid":null,"global":"1",
                        "value":null},
                       {"settings_id":2,"name":"GLOBAL_DISABLE_USER_REGISTRATION","userid":null,
                        "global":"1","value":"1"}]})")};
    const HttpReply done = said(200, "true", R"("")");
    all["setPreference/usual"] = {setting("theme", "dark"), done};
    const QByteArray name = "GLOBAL_DISABLE_USER_REGISTRATION";
    const HttpRequest show = askedBy(HttpMethod::Get, "/api/settings/getone", "name=" + name);
    all["showServerSettings/usual"] = {show, said(200, "true", "null")}; // nobody set it
    all["showServerSettings/closed"] = {show, said(200, "true", R"("0")")};
    all["editServerSettings/usual"] = {setting(name, "1"), done};
    all["editServerSettings/closed"] = {setting(name, "0"), done};
}

Answers answers()
{
    const QByteArray adasHash = "86225ea73dd6fb47a8b413116002d4da1c5858ea745731fae2dc51cc2cfe28cb"
                                "48da20813bfe3c2b43b8e7b3aaf30008bd7825627fc2b36ef9629650f0297bf0";
    HttpRequest otp = asked(HttpMethod::Get, "/api/users/requestotp");
    otp.query = "username=ada";
    Answers all{{"signUp/usual",
                 {asked(HttpMethod::Post, "/api/users/register",
                        R"({"username":"ada","password":"correct horse battery staple 7",
                          "email":"ada@example.com"})"),
                  said(200, "true", R"("USER_INSERT_OK")")}},
                {"signIn/usual",
                 {asked(HttpMethod::Post, "/api/login",
                        R"({"username":"ada","password":"correct horse battery staple 7"})"),
                  said(200, R"("true")", R"({"userhash":")" + adasHash + R"(","ssid":"0123"})")}},
                {"me/usual",
                 {askedBy(HttpMethod::Get, "/api/users/info"),
                  said(200, "true",
                       R"({"users_id":1,"username":"ada","email":"ada@example.com",
                   "password":"$2b$10$","created":"1800000000","level":"0","userhash":"aa",
                   "mobile":null,"id":"11","expires":null,"session_token":null,"name":null,
                   "email_verified":null,"emailVerified":null,"image":null})")}},
                {"requestPasswordReset/usual",
                 {otp, said(200, "true",
                            R"({"userhash":")" + adasHash + R"(","reqid":"0123456789abcdef"})")}},
                {"resetPassword/usual",
                 {asked(HttpMethod::Post, "/api/users/modifypassword",
                        R"({"userhash":"hash","otp":"123456","reqid":"rst_1","password":")" +
                            anotherPassword.reveal() + R"("})"),
                  said(200, "true", R"("PASSWORD_RESET_OK")")}},
                {"describeServer/usual",
                 {asked(HttpMethod::Get, "/api/users/settings/registrationstatus"),
                  said(200, "true", "true")}},
                {"describeServer/closed",
                 {asked(HttpMethod::Get, "/api/users/settings/registrationstatus"),
                  said(200, "true", "false")}}};
    addAccounts(all);
    addSettings(all);
    return all;
}

HttpReply refusal(const Refusal &refusal)
{
    static const QHash<QString, QByteArray> words{
        {u"wrongCredentials"_s, R"("INVALID_PASSWORD")"},
        {u"nameOrEmailTaken"_s, R"("ERROR_LOGIN_WITH_PASSWORD")"},
        {u"malformedRequest"_s, R"("INVALID_INPUT")"},
        {u"signUpClosed"_s, R"("CANT_CREATE_USER")"},
        {u"userUnknown"_s, R"("ERROR_INVALID_USERNAME")"},
        {u"noMail"_s, R"("ERROR_EMAIL_SENDING_FAILED")"},
        {u"wrongCode"_s, R"("ERROR_INVALID_OTP")"},
        {u"roleTooLow"_s, R"("ONLY_ADMIN_CAN_DELETE_USER")"},
        {u"adminStays"_s, R"("CANT_DELETE_ADMIN")"},
        {u"tokenUnknown"_s, R"("PLEASE_LOGIN")"}};
    const bool isWord = refusal.code == "wrongCredentials"_L1;
    return said(refusal.status, isWord ? R"("false")" : "false", words.value(refusal.code));
}

} // namespace

Column mmdlColumn()
{
    Column column = foreignColumn("mmdl", wire::mmdlWire, rows, answers(), refusal);
    column.scene.reset = api::ResetId(u"hash:rst_1"_s);
    column.scene.helped = api::UserId(u"17"_s);
    return column;
}

} // namespace latchkey::test
