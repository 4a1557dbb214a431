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

const Row::Prepare joined = joinedBy(wire::mmdlWire);

/// Who is asked for stands beside the number of the request.
void requested(Stage &stage, Scene &scene)
{
    joined(stage, scene);
    stage.pass(std::chrono::minutes(2)); // a letter has just been sent there
    stage.codeSentTo(scene.email);
    stage.requestReset(scene);
    scene.reset = api::ResetId(u"hash:"_s + scene.reset.text());
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
        return begun;
    }();
    return table.rows();
}

HttpReply said(int status, const QByteArray &success, const QByteArray &message)
{
    return json(status, R"({"success":)" + success + R"(,"data":{"message":)" + message + "}}");
}

Answers answers()
{
    const QByteArray adasHash = "86225ea73dd6fb47a8b413116002d4da1c5858ea745731fae2dc51cc2cfe28cb"
                                "48da20813bfe3c2b43b8e7b3aaf30008bd7825627fc2b36ef9629650f0297bf0";
    HttpRequest otp = asked(HttpMethod::Get, "/api/users/requestotp");
    otp.query = "username=ada";
    return {
        {"signUp/usual",
         {asked(HttpMethod::Post, "/api/users/register",
                R"({"username":"ada","password":"correct horse battery staple 7",
                          "email":"ada@example.com"})"),
          said(200, "true", R"("USER_INSERT_OK")")}},
        {"signIn/usual",
         {asked(HttpMethod::Post, "/api/login",
                R"({"username":"ada","password":"correct horse battery staple 7"})"),
          said(200, R"("true")", R"({"userhash":")" + adasHash + R"(","ssid":"0123"})")}},
        {"me/usual",
         {asked(HttpMethod::Get, "/api/users/info", {}, {{"Authorization", "Basic bGtzX2FkYQ=="}}),
          said(200, "true",
               R"({"users_id":1,"username":"ada","email":"ada@example.com",
                   "password":"$2b$10$","created":"1800000000","level":"0","userhash":"aa",
                   "mobile":null,"id":"11","expires":null,"session_token":null,"name":null,
                   "email_verified":null,"emailVerified":null,"image":null})")}},
        {"requestPasswordReset/usual",
         {otp,
          said(200, "true", R"({"userhash":")" + adasHash + R"(","reqid":"0123456789abcdef"})")}},
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
        {u"tokenUnknown"_s, R"("PLEASE_LOGIN")"}};
    const bool isWord = refusal.code == "wrongCredentials"_L1;
    return said(refusal.status, isWord ? R"("false")" : "false", words.value(refusal.code));
}

} // namespace

Column mmdlColumn()
{
    Column column = foreignColumn("mmdl", wire::mmdlWire, rows, answers(), refusal);
    column.scene.reset = api::ResetId(u"hash:rst_1"_s);
    return column;
}

} // namespace latchkey::test
