#include "api/tokens.h"
#include "foreignanswers.h"
#include "foreignrows.h"
#include "wire/temporal/temporal.h"

/// Written from the page, and from what its own server was seen to say.
namespace latchkey::test {

using namespace Qt::StringLiterals;

namespace {

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
    return R"({"ID":<number>,"CreatedAt":"<now>","UpdatedAt":"<now>","DeletedAt":null,
               "UserName":"<userName>",
               "MonthlyDataLimitBytes":)" +
           data + R"(,"CurrentDataUsedBytes":0,"IPNSRecordsPublished":0,"IPNSRecordsAllowed":)" +
           records + R"(,"PubSubMessagesSent":0,"PubSubMessagesAllowed":)" + messages +
           R"(,"KeysCreated":0,"KeysAllowed":)" + keys + R"(,"Tier":")" + tier +
           R"(","ClaimedENSName":false})";
}

Answers answers()
{
    const HttpReply token = json(200, R"({"expire":"<tomorrow>","token":"<newToken>"})");
    const QByteArray password = "correct horse battery staple 7";
    return {
        {"signUp/usual",
         {form("/v2/auth/register",
               {{"username", "ada"}, {"password", password}, {"email_address", "ada@example.com"}}),
          done(R"({"ID":<number>,"CreatedAt":"<now>","UpdatedAt":"<now>","DeletedAt":null,
                   "UserName":"<userName>","EmailAddress":"<email>","AccountEnabled":true,
                   "EmailEnabled":false,"EmailVerificationToken":"scrubbed","AdminAccess":false,
                   "HashedPassword":"scrubbed","Free":true,"Credits":0,"CustomerObjectHash":"",
                   "IPFSKeyNames":null,"IPFSKeyIDs":null,"IPFSNetworkNames":null,
                   "Status":"by continuing to use this service you agree to be bound by the following api terms and service"})")}},
        {"signIn/usual",
         {asked(HttpMethod::Post, "/v2/auth/login",
                R"({"username":"ada","password":"correct horse battery staple 7"})"),
          token}},
        {"me/usual",
         {asked(HttpMethod::Get, "/v2/account/token/username", {}, adas), done(R"("<userName>")")}},
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
         {asked(HttpMethod::Get, "/v2/account/credits/available", {}, adas), done("0.0")}},
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
          json(200, R"({"code":200,"response":"systems online","version":"<version>"})")}},
        {"showFigures/usual",
         {asked(HttpMethod::Get, "/v2/statistics/stats", {}, adas),
          json(200,
               R"({"response":{"users":<number>,"sessions":<number>,"sessions_begun":<number>},
                   "version":"<version>"})")}}};
}

Places places(const Scene &scene)
{
    Places all = placesOf(scene);
    all["number"] = {"17", "[1-9][0-9]*"};
    all["newToken"] = {"a.b.c", R"([\w-]+\.[\w-]+\.[\w-]+)"};
    all["tomorrow"] = {momentOf(scene, std::chrono::days(1)).sample.replace(".000Z", "Z")};
    all["version"] = {"0.1.0", R"(\d+\.\d+\.\d+)"};
    return all;
}

HttpReply refused(int status, const QByteArray &text)
{
    return json(status,
                R"({"code":)" + QByteArray::number(status) + R"(,"response":")" + text + R"("})");
}

/// Of whoever signs in, and of tokens.
HttpReply refusedEntry(const QByteArray &text)
{
    HttpReply reply = json(401, R"({"code":401,"message":")" + text + R"("})");
    reply.headers.add("WWW-Authenticate", "JWT realm=temporal");
    return reply;
}

/// What is wrong with a token, by the name of the row.
QByteArray aboutToken(const Row &row)
{
    static const QHash<QByteArray, QByteArray> words{
        {"notSignedIn", "auth header empty"},
        {"tokenOfOurWire", "token contains an invalid number of segments"},
        {"tokenUnknown", "signature is invalid"}};
    const bool isRenewal = row.operation == api::RenewSession::traits.name;
    return words.value(row.name, isRenewal ? "Token is expired." : "Token is expired");
}

/// What is said to whoever left something out.
std::optional<HttpReply> aboutAbsence(const Row &row)
{
    static const QHash<QByteArray, QByteArray> fields{
        {"signUp/noName", "username"},
        {"signUp/noPassword", "password"},
        {"signUp/noAddress", "email_address"},
        {"changePassword/noOldOne", "old_password"},
        {"changePassword/noNewOne", "new_password"},
        {"requestPasswordReset/noAddress", "email_address"},
        {"remindUserName/noAddress", "email_address"}};
    if (row.title() == "signIn/noName")
        return json(400, R"({"code":400,"message":"Missing Username or Password"})",
                    "text/plain; charset=utf-8");
    const auto field = fields.constFind(row.title());
    return field == fields.cend() ? std::nullopt
                                  : std::optional(refused(400, *field + " not present"));
}

HttpReply refusal(const Row &row)
{
    static const QHash<QString, QByteArray> words{
        {u"userNameTaken"_s, "username is already taken"},
        {u"emailTaken"_s, "email address already taken"},
        {u"emailInvalid"_s,
         "emails must not contain + signs, this is to prevent abuse of catch all routing"},
        {u"userNameInvalid"_s, "usernames cant contain @ sign"},
        {u"signUpRefused"_s, "failed to create user account"},
        {u"wrongPassword"_s, "failed to change password"},
        {u"wrongCode"_s, "failed to validate email verification token"},
        {u"planUpgraded"_s, "user account is already upgrade"},
        {u"roleTooLow"_s, "user is not an administrator"},
        {u"userUnknown"_s, "unable to find username"},
        {u"emailUnverified"_s,
         "account does not have email enabled, unfortunately for security reasons we can't "
         "assist in recovery"}};
    const Refusal &refusal = *row.refusal;
    if (const auto absence = aboutAbsence(row))
        return *absence;
    if (refusal.code == "wrongCredentials"_L1)
        return refusedEntry("Incorrect Username / Password");
    return refusal.kind == Error::Kind::Unauthorized
               ? refusedEntry(aboutToken(row))
               : refused(refusal.status, words.value(refusal.code));
}

const QStringList begun{u"expire"_s, u"token"_s};
const QStringList doneMembers{u"code"_s, u"response"_s};

QStringList inResponse(const QStringList &names)
{
    QStringList all = doneMembers;
    for (const QString &name : names)
        all << u"response."_s + name;
    return all;
}

} // namespace

Column temporalColumn()
{
    return foreignColumn(
        {.name = "temporal",
         .wire = wire::temporalWire,
         .rows = temporalRows,
         .answers = answers(),
         .refusal = refusal,
         .places = places,
         .needed = {{"signUp", inResponse({u"UserName"_s, u"EmailAddress"_s})},
                    {"signIn", begun},
                    {"renewSession", begun},
                    {"me", doneMembers},
                    {"changePassword", doneMembers},
                    {"requestPasswordReset", doneMembers},
                    {"remindUserName", doneMembers},
                    {"verifyEmail", doneMembers},
                    {"upgradePlan", doneMembers},
                    {"showCredits", doneMembers},
                    {"describeServer", {u"code"_s, u"response"_s, u"version"_s}},
                    {"showFigures", {u"response"_s, u"version"_s}},
                    {"showPlan", inResponse({u"MonthlyDataLimitBytes"_s, u"CurrentDataUsedBytes"_s,
                                             u"IPNSRecordsPublished"_s, u"IPNSRecordsAllowed"_s,
                                             u"PubSubMessagesSent"_s, u"PubSubMessagesAllowed"_s,
                                             u"KeysCreated"_s, u"KeysAllowed"_s, u"Tier"_s})}},
         .mayBeMissing = {u"users"_s, u"sessions"_s, u"sessions_begun"_s}});
}

} // namespace latchkey::test
