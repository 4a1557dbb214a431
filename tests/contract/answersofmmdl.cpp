#include "foreignanswers.h"
#include "foreignrows.h"
#include "wire/mmdl.h"

#include <QCryptographicHash>

/// Written from the page, and from what its server was seen to say.
namespace latchkey::test {

using namespace Qt::StringLiterals;

namespace {

HttpReply said(int status, const QByteArray &success, const QByteArray &message)
{
    return json(status, R"({"success":)" + success + R"(,"data":{"message":)" + message + "}}",
                "application/json; charset=utf-8");
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
    all["listAccounts/usual"] = {askedBy(HttpMethod::Get, "/api/admin/getusers"),
                                 said(200, "true", "<accounts>")};
    for (const char *row : {"removeAccount/usual", "removeAccount/gone"})
        all[row] = {askedBy(HttpMethod::Delete, "/api/admin/deleteuser", "userid=17"),
                    said(200, "true", "null")};
}

void addSettings(Answers &all)
{
    const HttpRequest list = askedBy(HttpMethod::Get, "/api/settings/get");
    all["listPreferences/usual"] = {
        list, said(200, "true",
                   R"({"user":[{"settings_id":1,"name":"theme","userid":"<number>","global":"0",
                                "value":"dark"}]})")};
    all["listPreferences/none"] = {list, said(200, "true", R"({"user":null})")};
    all["listPreferences/administrators"] = {list, said(200, "true",
                                                        R"({"user":null,"admin":[{"settings_id":1,
                       "name":"GLOBAL_DISABLE_USER_REGISTRATION","userid":null,"global":"1",
                       "value":"1"}]})")};
    const HttpReply done = said(200, "true", R"("")");
    all["setPreference/usual"] = {setting("theme", "dark"), done};
    const QByteArray name = "GLOBAL_DISABLE_USER_REGISTRATION";
    const HttpRequest show = askedBy(HttpMethod::Get, "/api/settings/getone", "name=" + name);
    all["showServerSettings/usual"] = {show, said(200, "true", R"("1")")};
    all["showServerSettings/closed"] = {show, said(200, "true", R"("0")")};
    all["editServerSettings/usual"] = {setting(name, "1"), done};
    all["editServerSettings/closed"] = {setting(name, "0"), done};
}

Answers answers()
{
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
                  said(200, R"("true")", R"({"userhash":"<userHash>","ssid":"<ssid>"})")}},
                {"me/usual",
                 {askedBy(HttpMethod::Get, "/api/users/info"),
                  said(200, "true",
                       R"({"users_id":<number>,"username":"<userName>","email":"<email>",
                   "created":"<seconds>","level":"0","userhash":"<userHash>","mobile":null,
                   "id":null,"expires":null,"session_token":null,"name":null,
                   "email_verified":null,"emailVerified":null,"image":null})")}},
                {"requestPasswordReset/usual",
                 {otp, said(200, "true", R"({"userhash":"<userHash>","reqid":"<request>"})")}},
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

/// All there are, where each second character is a star. Never tried in another way: they are many.
QByteArray maskedAccounts()
{
    const QByteArray seen = R"re((?>\\.|[^"*\\]))re";
    const QByteArray masked = "\"(?>" + seen + R"re((?>\*)re" + seen + R"re()*+\*?+)?+")re";
    const QByteArray one = R"re((?>\{"users_id":\d+,"username":)re" + masked + R"re(,"email":)re" +
                           masked + R"re(,"created":"\d+","level":"[01]","userhash":)re" + masked +
                           R"re(,"mobile":(?>null|)re" + masked +
                           R"re(),"id":null,"expires":null,"session_token":null,"name":null,)re"
                           R"re("email_verified":null,"emailVerified":null,"image":null\}))re";
    return R"re(\[)re" + one + "(?>," + one + R"re()*+\])re";
}

Places places(const Scene &scene)
{
    Places all = placesOf(scene);
    const auto seconds = std::chrono::floor<std::chrono::seconds>(scene.now.time_since_epoch());
    all["seconds"] = {QByteArray::number(qint64(seconds.count()))};
    all["userHash"] = {
        QCryptographicHash::hash(userNameOf(scene).toUtf8(), QCryptographicHash::Sha512).toHex()};
    all["ssid"] = {"0123", "[0-9a-f]{128}"};
    all["number"] = {"17", "[1-9][0-9]*"};
    all["request"] = {"0123456789abcdef", "rst_[A-Za-z0-9_-]{22}"};
    all["accounts"] = {
        R"([{"users_id":1,"username":"a*a","email":"a*a*e*a*p*e*c*m","password":"$*b*1*$",
             "created":"1800000000","level":"1","userhash":"a*","mobile":null,"id":"1*",
             "expires":null,"session_token":null,"name":null,"email_verified":null},
            {"users_id":2,"username":"b*b","email":null,"password":null,
             "created":"1800000000","level":"0","userhash":"b*","mobile":null}])",
        maskedAccounts()};
    return all;
}

/// What only administrators may, each operation refuses in words of its own.
QByteArray wordForOthers(const QByteArray &operation)
{
    static const QHash<QByteArray, QByteArray> words{
        {"removeAccount", "ONLY_ADMIN_CAN_DELETE_USER"},
        {"editServerSettings", "ONLY_ADMIN_CAN_SET_GLOBAL"}};
    return words.value(operation, "ONLY_ADMIN_CAN_REQUEST_GLOBAL");
}

HttpReply refusal(const Row &row)
{
    static const QHash<QString, QByteArray> words{
        {u"wrongCredentials"_s, "INVALID_PASSWORD"},
        {u"nameOrEmailTaken"_s, "ERROR_LOGIN_WITH_PASSWORD"},
        {u"malformedRequest"_s, "INVALID_INPUT"},
        {u"signUpClosed"_s, "CANT_CREATE_USER"},
        {u"userUnknown"_s, "ERROR_INVALID_USERNAME"},
        {u"emailUnverified"_s, "ERROR_NO_EMAIL_SET"},
        {u"noMail"_s, "ERROR_EMAIL_SENDING_FAILED"},
        {u"wrongCode"_s, "ERROR_INVALID_OTP"},
        {u"adminStays"_s, "CANT_DELETE_ADMIN"},
        {u"tokenUnknown"_s, "PLEASE_LOGIN"}};
    const Refusal &refusal = *row.refusal;
    if (row.title() == "signIn/noPassword")
        return said(422, "false", R"("REGISTER_FOR_A_PASSWORD")");
    const QByteArray word =
        refusal.code == "roleTooLow"_L1 ? wordForOthers(row.operation) : words.value(refusal.code);
    const bool isInAWord = row.operation == "signIn" ||
                           (row.operation == "signUp" && refusal.code == "malformedRequest"_L1);
    return said(refusal.status, isInAWord ? R"("false")" : "false", '"' + word + '"');
}

const QString message = u"data.message"_s;

QStringList within(const QString &place, const QStringList &names)
{
    QStringList all{place};
    for (const QString &name : names)
        all << place + u'.' + name;
    return all;
}

} // namespace

Column mmdlColumn()
{
    Scene scene;
    scene.reset = api::ResetId(u"hash:rst_1"_s);
    scene.helped = api::UserId(u"17"_s);
    return foreignColumn(
        {.name = "mmdl",
         .wire = wire::mmdlWire,
         .rows = mmdlRows,
         .scene = scene,
         .answers = answers(),
         .refusal = refusal,
         .places = places,
         .needed = {{"signUp", {message}},
                    {"signIn", within(message, {u"userhash"_s, u"ssid"_s})},
                    {"me", within(message, {u"username"_s})},
                    {"requestPasswordReset", within(message, {u"userhash"_s, u"reqid"_s})},
                    {"resetPassword", {message}},
                    {"describeServer", {message}},
                    {"listAccounts",
                     {message, u"data.message[0].users_id"_s, u"data.message[0].username"_s}},
                    {"listPreferences", {message, u"data.message.user[0].name"_s}},
                    {"setPreference", {message}},
                    {"editServerSettings", {message}}},
         .mayBeMissing = {u"email"_s, u"level"_s, u"created"_s, u"user"_s, u"admin"_s, u"message"_s,
                          u"value"_s}});
}

} // namespace latchkey::test
