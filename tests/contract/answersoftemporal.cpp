#include "foreignanswers.h"
#include "foreignrows.h"
#include "wire/temporal.h"

/// Written from the page, and from what its own server was seen to say.
namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Error::Kind;
using Server = Row::Server;

namespace {

const Refusal wrongCredentials{Kind::Unauthorized, 401, u"wrongCredentials"_s};
const Refusal sessionEnded{Kind::Unauthorized, 401, u"sessionEnded"_s};
const Refusal taken{Kind::Conflict, 400, u"userNameTaken"_s};
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
    const auto from = [](const Secret &current) {
        return [current](const Scene &) { return Op{current, anotherPassword}; };
    };
    table
        .succeeds<Op>("usual", from(thePassword),
                      [](Checks &checks, const api::SignedIn &begun, const Scene &) {
                          checks.isTrue("no other token", begun.token.isEmpty());
                      })
        .with(joined);
    table.refuses<Op>("wrongPassword", from(anotherPassword), wrongPassword).with(joined);
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

const std::vector<Row> &rows()
{
    static const Table table = [] {
        const Foreign foreign{.wire = wire::temporalWire,
                              .nobodysToken = Secret(QByteArray("eyJhbGciOiJIUzI1NiJ9.e30.AAAA")),
                              .taken = taken,
                              .weakPassword = notJoined,
                              .signUpClosed = notJoined,
                              .wrongPassword = wrongCredentials,
                              .unknownName = wrongCredentials};
        Table begun;
        addForeign(begun, foreign);
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

const HttpHeaders adas{{"Authorization", "Bearer lks_ada"}};

HttpRequest form(const QByteArray &path, const QList<std::pair<QByteArray, QByteArray>> &fields,
                 const HttpHeaders &headers = {})
{
    HttpRequest request{HttpMethod::Post, path, {}, headers, {}};
    request.headers.add("Content-Type", "multipart/form-data; boundary=latchkey-form");
    for (const auto &[name, value] : fields) {
        request.body += "--latchkey-form\r\nContent-Disposition: form-data; name=\"" + name +
                        "\"\r\n\r\n" + value + "\r\n";
    }
    request.body += "--latchkey-form--\r\n";
    return request;
}

HttpReply done(const QByteArray &response)
{
    return json(200, R"({"code":200,"response":)" + response + '}');
}

QByteArray usageOf(const QByteArray &tier, const QByteArray &data, const QByteArray &records,
                   const QByteArray &messages, const QByteArray &keys)
{
    return R"({"ID":7,"CreatedAt":"2019-03-09T06:27:39.180443Z",
               "UpdatedAt":"2019-03-09T06:27:39.180443Z","DeletedAt":null,"UserName":"ada",
               "MonthlyDataLimitBytes":)" +
           data + R"(,"CurrentDataUsedBytes":0,"IPNSRecordsPublished":0,"IPNSRecordsAllowed":)" +
           records + R"(,"PubSubMessagesSent":0,"PubSubMessagesAllowed":)" + messages +
           R"(,"KeysCreated":0,"KeysAllowed":)" + keys + R"(,"Tier":")" + tier +
           R"(","ClaimedENSName":false})";
}

Answers answers()
{
    const HttpReply token = json(200, R"({"expire":"2027-01-16T08:00:00Z","token":"a.b.c"})");
    const QByteArray password = "correct horse battery staple 7";
    return {
        {"signUp/usual",
         {form("/v2/auth/register",
               {{"username", "ada"}, {"password", password}, {"email_address", "ada@example.com"}}),
          done(R"({"ID":249,"CreatedAt":"2019-03-09T06:27:39.180443Z",
                   "UpdatedAt":"2019-03-09T06:27:39.257956756Z","DeletedAt":null,
                   "UserName":"ada","EmailAddress":"ada@example.com","AccountEnabled":true,
                   "EmailEnabled":false,"EmailVerificationToken":"scrubbed","AdminAccess":false,
                   "HashedPassword":"scrubbed","Free":true,"Credits":0,
                   "CustomerObjectHash":"zdpuAnUGSDoNQoHQ2jpjhPePHEvg26mYLsAAGxr4jkzCWUpde",
                   "Organization":"","IPFSKeyNames":null,"IPFSKeyIDs":null,
                   "IPFSNetworkNames":null,"Status":"by continuing"})")}},
        {"signIn/usual",
         {asked(HttpMethod::Post, "/v2/auth/login",
                R"({"username":"ada","password":"correct horse battery staple 7"})"),
          token}},
        {"me/usual",
         {asked(HttpMethod::Get, "/v2/account/token/username", {}, adas), done(R"("ada")")}},
        {"renewSession/usual", {asked(HttpMethod::Get, "/v2/auth/refresh", {}, adas), token}},
        {"changePassword/usual",
         {form("/v2/account/password/change",
               {{"old_password", password}, {"new_password", anotherPassword.reveal()}}, adas),
          done(R"("password changed")")}},
        {"requestPasswordReset/usual",
         {form("/v2/forgot/password", {{"email_address", "ada@example.com"}}),
          done(R"("password reset, please check your email for a new password")")}},
        {"remindUserName/usual",
         {form("/v2/forgot/username", {{"email_address", "ada@example.com"}}),
          done(R"("username reminder sent account email")")}},
        {"verifyEmail/usual",
         {asked(HttpMethod::Get, "/v2/account/email/verify/ada/123456"),
          done(R"("email verified")")}},
        {"showCredits/usual",
         {asked(HttpMethod::Get, "/v2/account/credits/available", {}, adas), done("2.5")}},
        {"showCredits/none",
         {asked(HttpMethod::Get, "/v2/account/credits/available", {}, adas), done("0")}},
        {"showPlan/usual",
         {asked(HttpMethod::Get, "/v2/account/usage", {}, adas),
          done(usageOf("free", "3221225472", "5", "100", "5"))}},
        {"showPlan/unverified",
         {asked(HttpMethod::Get, "/v2/account/usage", {}, adas),
          done(usageOf("unverified", "0", "0", "0", "0"))}},
        {"upgradePlan/usual",
         {asked(HttpMethod::Post, "/v2/account/upgrade", {}, adas), done(R"("account upgraded")")}},
        {"describeServer/usual",
         {asked(HttpMethod::Get, "/v2/systems/check"),
          json(200, R"({"code":200,"response":"systems online","version":"v2.2.0"})")}},
        {"showFigures/usual",
         {asked(HttpMethod::Get, "/v2/statistics/stats", {}, adas),
          json(200,
               R"({"response":{"users":3,"sessions":7,"sessions_begun":2},"version":"v2.2.0"})")}}};
}

HttpReply refusal(const Refusal &refusal)
{
    static const QHash<QString, QByteArray> words{
        {u"wrongCredentials"_s, R"({"code":401,"message":"Incorrect Username / Password"})"},
        {u"roleTooLow"_s, R"({"code":403,"response":"user is not an administrator"})"},
        {u"sessionEnded"_s, R"({"code":401,"message":"Token is expired."})"},
        {u"tokenUnknown"_s, R"({"code":401,"message":"auth header empty"})"},
        {u"userNameTaken"_s, R"({"code":400,"response":"username is already taken"})"},
        {u"signUpRefused"_s, R"({"code":400,"response":"failed to create user account"})"},
        {u"wrongPassword"_s, R"({"code":400,"response":"failed to change password"})"},
        {u"wrongCode"_s,
         R"({"code":400,"response":"failed to validate email verification token"})"},
        {u"planUpgraded"_s, R"({"code":400,"response":"user account is already upgrade"})"},
        {u"userUnknown"_s, R"({"code":400,"response":"unable to find username"})"},
        {u"emailUnverified"_s,
         R"({"code":400,"response":"account does not have email enabled, unfortunately for security reasons we can't assist in recovery"})"}};
    return json(refusal.status, words.value(refusal.code));
}

} // namespace

Column temporalColumn()
{
    return foreignColumn("temporal", wire::temporalWire, rows, answers(), refusal);
}

} // namespace latchkey::test
