#include "document.h"
#include "ownanswers.h"
#include "wire/ownwire.h"

/// Written from the published description and from RFC 9457, not by our own writers: what both of
/// our sides got wrong alike shows here.
namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace own;

namespace {

const QByteArray theOther = R"({"id":"ses_2","kind":"device","device":{"label":"%label%",
    "program":"Contract 1","system":"Other"},"address":"127.0.0.1","proof":"password",
    "startedAt":"2027-01-15T08:00:00.000Z","lastActiveAt":"2027-01-15T08:00:00.000Z",
    "provenAt":"2027-01-15T08:00:00.000Z","expiresAt":"2027-01-29T08:00:00.000Z",
    "current":false,"reviewed":%reviewed%%end%})";

const QByteArray theServer =
    R"({"name":"Latchkey","version":"%version%","wires":["latchkey","aurora","oneshot","mmdl","temporal","wingspan"],
    "signUpOpen":true,"firstAccountPending":%empty%,"setupCodeRequired":%empty%,
    "sendsMail":false,"sendsTexts":false,"providers":%providers%,
    "passwords":{"minLength":8,"maxLength":128,"minScore":3}})";

QByteArray withUserName()
{
    return QByteArray(theUser).replace(R"("version": 1)", R"("version":2,"userName":"duchess")");
}

QByteArray other(const QByteArray &label = "Ada's laptop", const QByteArray &reviewed = "false",
                 const QByteArray &end = {})
{
    return QByteArray(theOther)
        .replace("%label%", label)
        .replace("%reviewed%", reviewed)
        .replace("%end%", end);
}

QByteArray ended(const QByteArray &reason)
{
    return other("Ada's laptop", "false",
                 R"(,"end":{"at":"2027-01-15T08:00:00.000Z","reason":")" + reason +
                     R"(","by":"ses_1","reinstatableUntil":"2027-01-15T08:00:10.000Z"})");
}

QByteArray description(const QByteArray &empty, const QByteArray &providers = "[]")
{
    return QByteArray(theServer)
        .replace("%version%", LATCHKEY_VERSION)
        .replace("%empty%", empty)
        .replace("%providers%", providers);
}

HttpReply userWithTag(const QByteArray &body, const QByteArray &version)
{
    return {200, {{"Content-Type", "application/json"}, {"ETag", '"' + version + '"'}}, body};
}

HttpReply stream(const QByteArray &event)
{
    return {200, {{"Content-Type", "text/event-stream"}}, event};
}

// Comments, a retry and an event without data come along on real streams.
QByteArray framed(const QByteArray &event)
{
    return ": here\n\nretry: 3000\n\nid: 40\n\nid: 41\ndata: " +
           QByteArray(event).replace('\n', "\ndata: ") + "\n\n";
}

HttpRequest patchMe(const QByteArray &body)
{
    HttpRequest request = patch("/v1/me", body);
    request.headers.add("If-Match", "\"1\"");
    return request;
}

void addPublic(Answers &all)
{
    all["describeServer/usual"] = {publicly(Get, "/v1/server"), json(description("false"))};
    all["describeServer/beforeAnybodyCame"] = {publicly(Get, "/v1/server"),
                                               json(description("true"))};
    all["describeServer/withAProvider"] = {
        publicly(Get, "/v1/server"),
        json(description("false", R"([{"id":"prv_1","kind":"openId","name":"Example"}])"))};
    const QByteArray whom = R"({"name":"Ada Lovelace","email":"ada@example.com",
        "password":"correct horse battery staple 7","device":)" +
                            theDeviceSays;
    all["signUp/usual"] = {publicly(Post, "/v1/users", whom + R"(,"language":"en"})"),
                           json(R"({"signedIn":)" + signedIn("lks_new", "signUp") + '}')};
    all["signUp/theFirst"] = {
        publicly(Post, "/v1/users", whom + R"(,"language":"zh","setupCode":"2345-6789"})"),
        json(R"({"signedIn":)" +
             signedIn("lks_new", "signUp")
                 .replace(R"("role": "user")", R"("role": "admin")")
                 .replace(R"("language": "en")", R"("language": "zh")") +
             '}')};
    all["identifyUser/usual"] = {publicly(Post, "/v1/identify", R"({"login":"ada@example.com"})"),
                                 json(R"({"ways":["password"]})")};
    const HttpRequest signIn =
        publicly(Post, "/v1/session",
                 R"({"login":"ada@example.com","password":"correct horse battery staple 7",
                     "device":)" +
                     theDeviceSays + '}');
    all["signIn/usual"] = {signIn, json(R"({"signedIn":)" + signedIn("lks_new", "password") + '}')};
    const HttpReply asksMore = json(challenge(R"("totp","recoveryCode")"));
    all["signIn/oneThingMore"] = {signIn, asksMore};
    HttpRequest trusted = signIn;
    trusted.body = signIn.body.chopped(1) + R"(,"deviceTrust":"lkt_mine"})";
    all["signIn/onATrustedDevice"] = {
        trusted, json(R"({"signedIn":)" + signedIn("lks_new", "trustedDevice") + '}')};
    const HttpRequest answer = publicly(Post, "/v1/challenges/chl_1",
                                        R"({"factor":"totp","code":"123456","trustDevice":false})");
    all["answerChallenge/usual"] = {answer,
                                    json(R"({"signedIn":)" + signedIn("lks_new", "totp") + '}')};
    all["answerChallenge/trustingTheDevice"] = {
        publicly(Post, "/v1/challenges/chl_1",
                 R"({"factor":"totp","code":"123456","trustDevice":true})"),
        json(R"({"signedIn":)" + signedIn("lks_new", "totp") + R"(,"deviceTrust":"lkt_new"})")};
    all["answerChallenge/oneThingMore"] = {answer, asksMore};
}

void addSelf(Answers &all)
{
    all["proveWithPassword/usual"] = {
        post("/v1/session/proof", R"({"password":"correct horse battery staple 7"})"),
        json(signedIn("lks_new", "signUp"))};
    all["proveWithCode/usual"] = {
        post("/v1/session/proof/code", R"({"factor":"totp","code":"123456"})"),
        json(signedIn("lks_new", "signUp"))};
    all["renewSession/usual"] = {
        post("/v1/session/renew"),
        json(R"({"token":"lks_new","expiresAt":"2027-01-29T08:00:00.000Z"})")};
    all["currentSession/usual"] = {get("/v1/session"), json(session("signUp"))};
    all["signOut/usual"] = {drop("/v1/session"), {.status = 204}};
    all["me/usual"] = {get("/v1/me"), userWithTag(theUser, "1")};
    all["updateProfile/newName"] = {
        patchMe(R"({"name":"Ada King 中文"})"),
        userWithTag(QByteArray(theUser)
                        .replace("Ada Lovelace", R"(Ada King \u4e2d\u6587)")
                        .replace(R"("version": 1)", R"("version": 2)"),
                    "2")};
    all["updateProfile/newLanguage"] = {
        patchMe(R"({"language":"zh"})"),
        userWithTag(QByteArray(theUser)
                        .replace(R"("language": "en")", R"("language": "zh")")
                        .replace(R"("version": 1)", R"("version": 2)"),
                    "2")};
    all["editAccount/userName"] = {patch("/v1/account", R"({"userName":"duchess"})"),
                                   userWithTag(withUserName(), "2")};
    all["editAccount/nothing"] = {patch("/v1/account", R"({"name":"Ada Lovelace"})"),
                                  userWithTag(theUser, "1")};
    all["showUser/oneself"] = {get("/v1/users/usr_1"), json(R"({"id":"usr_1",
        "createdAt":"2027-01-15T08:00:00Z","name":"Ada Lovelace"})")};
    for (const char *row : {"findByTag/usual", "findByTag/inCapitals", "findByTag/userName"})
        all[row].reply = all.value("showUser/oneself").reply;
    all["findByTag/usual"].request = post("/v1/users/find-by-tag", R"({"tag":"@k7m2q9xa4d"})");
    all["findByTag/inCapitals"].request = post("/v1/users/find-by-tag", R"({"tag":"@K7M2Q9XA4D"})");
    all["findByTag/userName"].request = post("/v1/users/find-by-tag", R"({"tag":"ADA"})");
    all["findByEmail/usual"] = {post("/v1/users/find-by-email", R"({"email":"ada@example.com"})"),
                                all.value("showUser/oneself").reply};
    all["changePassword/usual"] = {post("/v1/me/password",
                                        R"({"current":"correct horse battery staple 7",
                                            "next":"four quiet walruses dance 9",
                                            "keepOthers":true})"),
                                   json(signedIn("lks_new", "signUp"))};
}

void addSessions(Answers &all)
{
    all["listSessions/usual"] = {
        get("/v1/sessions", "limit=100"),
        json(R"({"sessions":[)" + session("signUp") + ',' + other() + "]}")};
    all["listSessions/firstOfTwoPages"] = {
        get("/v1/sessions", "limit=1"),
        json(R"({"next":"c2VzXzE","sessions":[)" + session("signUp") + "]}")};
    all["renameSession/usual"] = {patch("/v1/sessions/ses_2", R"({"label":"Phone"})"),
                                  json(other("Phone"))};
    all["renameSession/noName"] = {patch("/v1/sessions/ses_2", R"({"label":""})"), json(other(""))};
    all["endSession/usual"] = {drop("/v1/sessions/ses_2"), json(ended("endedByOwner"))};
    all["endOtherSessions/usual"] = {post("/v1/sessions/end-others"),
                                     json(R"({"ended":["ses_2"]})")};
    all["reinstateSession/usual"] = {post("/v1/sessions/ses_2/reinstate"), json(other())};
    all["reviewSession/mine"] = {post("/v1/sessions/ses_2/review", R"({"verdict":"mine"})"),
                                 json(other("Ada's laptop", "true"))};
    all["reviewSession/notMine"] = {post("/v1/sessions/ses_2/review", R"({"verdict":"notMine"})"),
                                    json(ended("notRecognised"))};
}

QByteArray apiSession(const QByteArray &labels, const QByteArray &more = {})
{
    return R"({"id":"ses_2","labels":[)" + labels +
           R"(],"createdAt":"2027-01-15T08:00:00.000Z","secretMadeAt":"2027-01-15T08:00:00Z")" +
           more + '}';
}

void addApiSessions(Answers &all)
{
    const QByteArray end = R"("expiresAt":"2027-02-14T08:00:00.000Z")";
    const QByteArray usual = apiSession(R"("Backup","team: billing")", ',' + end);
    const QByteArray endless = apiSession(R"("Backup")");
    const auto secret = [](const QByteArray &session) {
        return json(R"({"secret":"lk_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf3TQtQq",)"
                    R"("session":)" +
                    session + '}');
    };
    all["listApiSessions/none"] = {get("/v1/api-sessions"), json(R"({"sessions":[]})")};
    all["listApiSessions/usual"] = {get("/v1/api-sessions"),
                                    json(R"({"sessions":[)" + usual + "]}")};
    all["listApiSessions/ended"] = {
        get("/v1/api-sessions"),
        json(R"({"sessions":[)" +
             apiSession(R"("Backup","team: billing")",
                        ',' + end +
                            R"(,"end":{"at":"2027-01-15T08:00:00.000Z","reason":"endedByOwner",
                            "by":"ses_1","reinstatableUntil":"2027-01-15T08:00:10.000Z"})") +
             "]}")};
    all["showApiSession/usual"] = {get("/v1/api-sessions/ses_2"), json(usual)};
    all["showApiSession/used"] = {
        get("/v1/api-sessions/ses_2"),
        json(apiSession(R"("Backup","team: billing")",
                        ',' + end + R"(,"lastUsedAt":"2027-01-15T08:00:00.000Z",
                        "lastUsedFrom":"127.0.0.1")"))};
    all["createApiSession/usual"] = {
        post("/v1/api-sessions", R"({"labels":["Backup","team: billing"],)" + end + '}'),
        secret(usual)};
    all["createApiSession/unlimited"] = {
        post("/v1/api-sessions", R"({"labels":["Backup"],"unlimited":true})"), secret(endless)};
    all["updateApiSession/labels"] = {patch("/v1/api-sessions/ses_2", R"({"labels":["CI"]})"),
                                      json(apiSession(R"("CI")", ',' + end))};
    all["updateApiSession/unlimited"] = {patch("/v1/api-sessions/ses_2", R"({"unlimited":true})"),
                                         json(apiSession(R"("Backup","team: billing")"))};
    all["updateApiSession/expiresAt"] = {
        patch("/v1/api-sessions/ses_2", R"({"expiresAt":"2027-01-16T08:00:00.000Z"})"),
        json(apiSession(R"("Backup","team: billing")",
                        R"(,"expiresAt":"2027-01-16T08:00:00.000Z")"))};
    all["rotateApiSession/usual"] = {post("/v1/api-sessions/ses_2/secret"), secret(usual)};
}

QByteArray grant(const QByteArray &state = "pending", const QByteArray &package = "professional",
                 const QByteArray &tier = "premium")
{
    return R"({"id":"grt_1","package":")" + package + R"(","tier":")" + tier + R"(","state":")" +
           state + R"(","createdAt":"2027-01-15T08:00:00Z","updatedAt":"2027-01-15T08:00:00.000Z",
           "giver":{"id":"usr_1","name":"Ada Lovelace","createdAt":"2027-01-15T08:00:00Z"},
           "receiver":{"id":"usr_2","name":"Grace Hopper","createdAt":"2027-01-15T08:00:00Z"}})";
}

void addGrants(Answers &all)
{
    const auto list = [](const QByteArray &grants) {
        return json(R"({"grants":[)" + grants + "]}");
    };
    all["listReceivedGrants/none"] = {get("/v1/grants/received"), list({})};
    all["listReceivedGrants/usual"] = {get("/v1/grants/received"), list(grant())};
    all["listGivenGrants/none"] = {get("/v1/grants"), list({})};
    all["listGivenGrants/usual"] = {get("/v1/grants"), list(grant())};
    all["listGivenGrants/anotherAfterOne"] = {get("/v1/grants"),
                                              list(grant() + ',' + grant("cancelled"))};
    for (const char *row : {"showGrant/given", "showGrant/received"})
        all[row] = {get("/v1/grants/grt_1"), json(grant())};
    all["showGrant/ended"] = {get("/v1/grants/grt_1"), json(grant("cancelled"))};
    const HttpRequest create =
        post("/v1/grants", R"({"receiver":"usr_2","package":"professional","tier":"premium"})");
    for (const char *row : {"createGrant/usual", "createGrant/afterTheEnd"})
        all[row] = {create, json(grant())};
    all["createGrant/toAVerifiedAddress"] = {create, json(grant("active"))};
    all["updateGrant/package"] = {patch("/v1/grants/grt_1", R"({"package":"corporate"})"),
                                  json(grant("pending", "corporate"))};
    all["updateGrant/tier"] = {patch("/v1/grants/grt_1", R"({"tier":"basic"})"),
                               json(grant("pending", "professional", "basic"))};
    all["updateGrant/nothing"] = {patch("/v1/grants/grt_1", "{}"), json(grant())};
    for (const char *row : {"endGrant/given", "endGrant/received", "endGrant/aSecondTime"})
        all[row] = {drop("/v1/grants/grt_1"), json(grant("cancelled"))};
}

QByteArray factor(const QByteArray &name)
{
    return R"({"id":"fac_1","kind":"totp","name":")" + name +
           R"(","addedAt":"2027-01-15T08:00:00.000Z","lastUsedAt":"2027-01-15T08:00:00.000Z"})";
}

void addFactors(Answers &all)
{
    all["listFactors/none"] = {get("/v1/factors"), json(R"({"factors":[]})")};
    all["listFactors/usual"] = {
        get("/v1/factors"),
        json(R"({"factors":[)" + factor("Phone") +
             R"(],"recoveryCodes":{"left":10,"madeAt":"2027-01-15T08:00:00.000Z"}})")};
    all["enrolTotp/usual"] = {post("/v1/factors/totp", R"({"name":"Phone"})"),
                              json(R"({"id":"fac_1","secret":"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
            "uri":"otpauth://totp/L:a?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=L",
            "expiresAt":"2027-01-15T08:15:00.000Z"})")};
    all["activateFactor/usual"] = {post("/v1/factors/fac_1/activate", R"({"code":"123456"})"),
                                   json(signedIn("lks_new", "signUp"))};
    all["renameFactor/usual"] = {patch("/v1/factors/fac_1", R"({"name":"Key"})"),
                                 json(factor("Key"))};
    all["removeFactor/usual"] = {drop("/v1/factors/fac_1"), {.status = 204}};
    all["makeRecoveryCodes/usual"] = {
        post("/v1/recovery-codes"),
        json(R"({"codes":["00000-00001","00000-00002","00000-00003","00000-00004","00000-00005",
            "00000-00006","00000-00007","00000-00008","00000-00009","00000-0000A"]})")};
    all["listTrustedDevices/usual"] = {
        get("/v1/trusted-devices"),
        json(R"({"devices":[{"id":"dev_1","device":)" + theDeviceSaid +
             R"(,"address":"127.0.0.1","trustedAt":"2027-01-15T08:00:00.000Z",
                "expiresAt":"2027-02-14T08:00:00.000Z"}]})")};
    all["forgetTrustedDevice/usual"] = {drop("/v1/trusted-devices/dev_1"), {.status = 204}};
}

void addRecovery(Answers &all)
{
    const QByteArray sent = R"({"to":"ada@example.com","resendAt":"2027-01-15T08:01:00.000Z",
        "expiresAt":"2027-01-15T08:05:00.000Z"})";
    all["signUp/waiting"] = {
        publicly(Post, "/v1/users",
                 R"({"name":"Ada Lovelace","email":"ada@example.com","language":"en",
                     "password":"correct horse battery staple 7","device":)" +
                     theDeviceSays + '}'),
        json(R"({"pending":{"id":"sgn_1","sent":)" + sent + "}}")};
    for (const char *row : {"signUpByEmail/usual", "signUpByEmail/taken"}) {
        all[row] = {publicly(Post, "/v1/sign-ups",
                             R"({"name":"Ada Lovelace","email":"ada@example.com","language":"en",
                                 "device":)" +
                                 theDeviceSays + '}'),
                    all.value("signUp/waiting").reply};
    }
    all["sendSignUpCode/usual"] = {publicly(Post, "/v1/sign-ups/sgn_1/code", "{}"), json(sent)};
    all["finishSignUp/usual"] = {
        publicly(Post, "/v1/sign-ups/sgn_1", R"({"code":"123456"})"),
        json(signedIn("lks_new", "signUp")
                 .replace(R"("emailVerified": false)", R"("emailVerified": true)"))};
    const HttpReply requested = json(R"({"id":"rst_1","resendAt":"2027-01-15T08:01:00.000Z",
        "expiresAt":"2027-01-15T08:05:00.000Z"})");
    all["requestPasswordReset/usual"] = {
        publicly(Post, "/v1/resets", R"({"email":"ada@example.com"})"), requested};
    all["requestPasswordReset/nobody"] = all.value("requestPasswordReset/usual");
    all["resetPassword/usual"] = {
        publicly(Post, "/v1/password",
                 R"({"id":"rst_1","code":"123456","password":"four quiet walruses dance 9"})"),
        {.status = 204}};
    all["remindUserName/usual"] = {
        publicly(Post, "/v1/reminders", R"({"email":"ada@example.com"})"), {.status = 204}};
    all["remindUserName/nobody"] = all.value("remindUserName/usual");
}

void addCodes(Answers &all)
{
    all["sendChallengeCode/usual"] = {
        publicly(Post, "/v1/challenges/chl_1/code", R"({"factor":"emailCode"})"),
        json(sentTo("a•••@example.com"))};
    all["answerChallenge/byMail"] = {
        publicly(Post, "/v1/challenges/chl_1",
                 R"({"factor":"emailCode","code":"123456","trustDevice":false})"),
        json(R"({"signedIn":)" + signedIn("lks_new", "emailCode") + '}')};
    all["sendProofCode/usual"] = {post("/v1/session/code", R"({"factor":"emailCode"})"),
                                  json(sentTo("ada@example.com"))};
    all["proveWithCode/byMail"] = {
        post("/v1/session/proof/code", R"({"factor":"emailCode","code":"123456"})"),
        json(signedIn("lks_new", "signUp"))};
    all["enrolCodes/usual"] = {post("/v1/factors/codes", R"({"kind":"emailCode","name":"Mail"})"),
                               json(R"({"id":"fac_1","sent":)" + sentTo("ada@example.com") + '}')};
    all["activateFactor/byMail"] = all.value("activateFactor/usual");
}

/// The user after one change more, which these members show.
HttpReply changedUser(const QByteArray &before = {}, const QByteArray &after = {})
{
    return userWithTag(QByteArray(theUser)
                           .replace(R"("emailVerified": false)", R"("emailVerified": true)")
                           .replace(R"("version": 1)", R"("version": 2)")
                           .replace(before, after),
                       "2");
}

void addVerification(Answers &all)
{
    const QByteArray code = R"({"code":"123456"})";
    all["startEmailVerification/usual"] = {post("/v1/me/email/code"),
                                           json(sentTo("ada@example.com"))};
    all["finishEmailVerification/usual"] = {post("/v1/me/email/verify", code), changedUser()};
    all["verifyEmail/usual"] = {
        publicly(Post, "/v1/email/verify", R"({"login":"ada@example.com","code":"123456"})"),
        {.status = 204}};
    all["startEmailChange/usual"] = {
        post("/v1/me/email/change", R"({"email":"countess@example.com"})"),
        json(sentTo("countess@example.com"))};
    all["startEmailChange/somebodys"] = {
        post("/v1/me/email/change", R"({"email":"other.ada@example.com"})"),
        json(sentTo("other.ada@example.com"))};
    all["finishEmailChange/usual"] = {put("/v1/me/email", code),
                                      changedUser("ada@example.com", "new.ada@example.com")};
    all["takeBackEmail/usual"] = {publicly(Post, "/v1/email/take-back", code), {.status = 204}};
    all["startPhoneVerification/usual"] = {
        post("/v1/me/phone/code", R"({"phone":"(410) 435-0691 x609","region":"US"})"),
        json(sentTo("+14104350691"))};
    all["finishPhoneVerification/usual"] = {
        put("/v1/me/phone", code), changedUser(R"("role")", R"("phone": "+14104350691", "role")")};
    for (const char *row : {"removePhone/usual", "removePhone/none"})
        all[row] = {drop("/v1/me/phone"), changedUser()};
}

void addHelping(Answers &all)
{
    const QByteArray started = R"({"state":"waiting","startedAt":"2027-01-15T08:00:00.000Z",
        "expiresAt":"2027-01-16T08:00:00.000Z"})";
    const HttpRequest find = post("/v1/accounts/find", R"({"email":"ada@example.com"})");
    all["findAccount/usual"] = {find, json(R"({"user":)" + theUser + '}')};
    all["findAccount/inTrouble"] = {
        find, json(R"({"user":)" + theUser +
                   R"(,"lock":{"failures":5,"until":"2027-01-15T08:00:01.000Z"},"reset":)" +
                   started + '}')};
    all["startReset/usual"] = {post("/v1/accounts/usr_1/reset"), json(started)};
    all["liftLock/usual"] = {drop("/v1/accounts/usr_1/lock"), {.status = 204}};
}

void addEvents(Answers &all)
{
    all["events/sessionChanged"] = {
        get("/v1/events"),
        stream(R"({"id":"41","kind":"sessionChanged","session":)" + other("Phone") + '}')};
    all["events/grantsChanged"] = {get("/v1/events"),
                                   stream(R"({"id":"41","kind":"grantsChanged"})")};
    all["events/authorizationsChanged"] = {get("/v1/events"),
                                           stream(R"({"id":"41","kind":"authorizationsChanged"})")};
    all["events/organisationChanged"] = {get("/v1/events"),
                                         stream(R"({"id":"41","kind":"organisationChanged"})")};
    all["events/creditsChanged"] = {get("/v1/events"),
                                    stream(R"({"id":"41","kind":"creditsChanged"})")};
    HttpRequest after = get("/v1/events");
    after.headers.add("Last-Event-ID", "0");
    all["events/profileChanged"] = {
        after, stream(R"({"id":"41","kind":"profileChanged","user":)" +
                      QByteArray(theUser).replace(R"("version": 1)", R"("version": 2)") + '}')};
}

std::optional<Written> written(const Row &row)
{
    static const Answers answers = [] {
        Answers all;
        addPublic(all);
        addSelf(all);
        addSessions(all);
        addApiSessions(all);
        addProviders(all);
        addOrganisations(all);
        addGrants(all);
        addAuthorizations(all);
        addCredits(all);
        addFactors(all);
        addRecovery(all);
        addHelping(all);
        addAccounts(all);
        addServerSettings(all);
        addCodes(all);
        addVerification(all);
        addEvents(all);
        addEntry(all);
        return all;
    }();
    const auto found = answers.constFind(row.title());
    return found == answers.cend() ? std::nullopt : std::optional(*found);
}

HttpReply refusal(const Refusal &refusal)
{
    QByteArray body = R"({"type":"about:blank","title":"No","requestId":"req-1","detail":"why",)"
                      R"("status":)" +
                      QByteArray::number(refusal.status) + R"(,"code":")" + refusal.code.toUtf8() +
                      '"';
    if (!refusal.field.isEmpty())
        body += R"(,"field":")" + refusal.field.toUtf8() + '"';
    if (!refusal.requiredLevel.isEmpty())
        body += R"(,"requiredLevel":")" + refusal.requiredLevel.toUtf8() + '"';
    HttpReply reply{refusal.status, {{"Content-Type", "application/problem+json"}}, {}};
    if (refusal.saysWhen) {
        body += R"(,"retryAfter":7)";
        reply.headers.add("Retry-After", "7");
    }
    if (refusal.status == 401)
        reply.headers.add("WWW-Authenticate", "Bearer");
    reply.body = body + '}';
    return reply;
}

} // namespace

Column ownColumn()
{
    return {.name = "own",
            .wire = wire::ownWire,
            .written = written,
            .framed = framed,
            .refusal = [](const Row &row) { return refusal(*row.refusal); },
            .broken =
                [](const QByteArray &operation, const HttpReply &good) {
                    const QJsonObject schema =
                        Document::published().replySchema(QString::fromLatin1(operation));
                    return schema.isEmpty() ? QList<Breakage>() : brokenMembers(schema, good.body);
                },
            .isOurServers = true,
            .isPublished = true};
}

} // namespace latchkey::test
