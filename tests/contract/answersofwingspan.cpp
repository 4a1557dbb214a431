#include "foreignanswers.h"
#include "wingspanrows.h"
#include "wire/wingspan/wingspan.h"

/// Written from its page and the models of its own program, which tell more than we have a word
/// for.
namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace wingspan;
using Kind = Error::Kind;

namespace {

const std::vector<Row> &rows()
{
    static const Table table = [] {
        Table begun;
        addForeign(begun, foreign());
        addEntry(begun);
        addSignOn(begun);
        addOwnAccounts(begun);
        addMade(begun);
        addLetIn(begun);
        addChildren(begun);
        return begun;
    }();
    return table.rows();
}

/// As its own servers sign them: without an end.
QByteArray token()
{
    constexpr auto form = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    return QByteArray(R"({"alg":"HS256","typ":"JWT"})").toBase64(form) + '.' +
           QByteArray(R"({"userId":"usr_1","sessionId":"ses_1","iat":1800000000})").toBase64(form) +
           ".c2lnbmF0dXJl";
}

HttpHeaders bearer(const QByteArray &held = token())
{
    return {{"Authorization", "Bearer " + held}, {"Accept", "application/json"}};
}

HttpRequest get(const QByteArray &path)
{
    return asked(HttpMethod::Get, path, {}, bearer());
}

HttpRequest drop(const QByteArray &path)
{
    return asked(HttpMethod::Delete, path, {}, bearer());
}

HttpRequest post(const QByteArray &path, const QByteArray &body)
{
    return asked(HttpMethod::Post, path, body, bearer());
}

HttpRequest patch(const QByteArray &path, const QByteArray &body,
                  const HttpHeaders &headers = bearer())
{
    return asked(HttpMethod::Patch, path, body, headers);
}

HttpRequest publicly(HttpMethod method, const QByteArray &path, const QByteArray &body = {})
{
    return asked(method, path, body, {{"Accept", "application/json"}});
}

const HttpReply nothing{.status = 204};

HttpReply inAHeader()
{
    return {204, {{"Wingspan-Session", token()}}, {}};
}

HttpReply session(const QByteArray &expiration = "2027-01-29T08:00:00.000Z",
                  const QByteArray &type = "User", const QByteArray &held = token())
{
    return json(200, R"({"expiration":")" + expiration + R"(","labels":null,"sessionType":")" +
                         type + R"(","token":")" + held + R"(","userId":"usr_1"})");
}

HttpReply guest(const QByteArray &held)
{
    return json(200, R"({"expiration":"2027-01-15T08:05:00.000Z","sessionType":"Guest","token":")" +
                         held + R"("})");
}

QByteArray user(const QByteArray &tag = {})
{
    return R"({"createdAt":"2027-01-15T08:00:00.000Z","email":"ada@example.com",
        "emailVerificationState":{"emailPendingVerification":null},
        "eventActors":{"create":"usr_1","update":null},"intercomUserHash":"5f8a","id":"usr_1",
        "isPasswordSet":true,"labels":{},"notificationSettings":{"newsletters":true},
        "organizationAssociation":null,"phone":{},
        "profile":{"dob":null,"firstName":"ada","gender":"Female"},
        "settings":{"userAccountType":"member"},"status":"Active","tag":")" +
           tag + R"(","updatedAt":"2027-01-15T08:00:00.000Z","userId":"usr_1",
        "userRoles":{"ownerIds":["usr_1"],"viewerIds":[]}})";
}

void addEntered(Answers &all)
{
    const HttpRequest otp = patch("/users/session/otp", R"({"code":"123456"})");
    const auto otpOf = [](const QByteArray &held) {
        return patch("/users/session/otp", R"({"code":"123456"})", bearer(held));
    };
    const HttpRequest identify =
        publicly(HttpMethod::Post, "/users/authentication", R"({"email":"ada@example.com"})");
    all["identifyUser/usual"] = {identify, json(200, R"({"authenticationStrategy":"Password"})")};
    all["identifyUser/singleSignOn"] = {identify,
                                        json(200, R"({"authenticationStrategy":"SingleSignOn",
            "authenticationUrl":"https://sso.example.com/"})")};
    for (const char *row : {"signInByProvider/usual", "signInByProvider/oneThingMore"}) {
        const bool isAll = QByteArrayView(row).endsWith("usual");
        all[row] = {publicly(HttpMethod::Post, "/users/session/single-sign-on",
                             R"({"singleSignOnCode":"vst_1"})"),
                    isAll ? session() : guest("chl_1")};
    }
    all["signInByGoogle/usual"] = {
        publicly(HttpMethod::Post, "/users/session/social-auth/google", R"({"idToken":"123456"})"),
        session()};
    const HttpRequest enter =
        publicly(HttpMethod::Post, "/users/session",
                 R"({"email":"ada@example.com","password":"correct horse battery staple 7"})");
    all["signIn/usual"] = {enter, session()};
    all["signIn/inAHeader"] = {enter, inAHeader()};
    all["signIn/secondFactor"] = {enter, guest("chl_1")};
    const HttpRequest pending =
        publicly(HttpMethod::Post, "/users/pending/session", R"({"email":"ada@example.com"})");
    for (const char *row : {"signInByEmail/usual", "signInByEmail/nobody"})
        all[row] = {pending, guest("sgn_2")};
    all["finishSignInByEmail/usual"] = {otpOf("sgn_2"), session()};
    all["finishSignInByEmail/oneThingMore"] = {otpOf("sgn_2"), guest("chl_1")};
    const QByteArray byMail = R"({"channel":"Email"})";
    const HttpRequest send = asked(HttpMethod::Post, "/users/session/otp", byMail, bearer("chl_1"));
    all["sendChallengeCode/usual"] = {send, guest("chl_1")};
    all["sendChallengeCode/nothingSaid"] = {send, nothing};
    for (const char *row : {"answerChallenge/usual", "answerChallenge/byMail"})
        all[row] = {otpOf("chl_1"), session()};
    all["answerChallenge/inAHeader"] = {otpOf("chl_1"), inAHeader()};
    all["sendProofCode/usual"] = {post("/users/session/otp", byMail), session()};
    all["proveWithCode/usual"] = {otp, session("2027-01-29T08:00:00.000Z", "User", "a.b.c")};
    all["signInOnBehalf/usual"] = {
        post("/users/session/requesting-user", R"({"email":"ada@example.com"})"),
        session("2027-01-15T08:30:00.000Z")};
    const QByteArray byToken = "/users/session/token/" + token();
    all["sessionByToken/usual"] = {publicly(HttpMethod::Get, byToken), session()};
    for (const char *row : {"endSessionByToken/usual", "endSessionByToken/nobodysToken"})
        all[row] = {publicly(HttpMethod::Delete, byToken), nothing};
    all["signOut/usual"] = {drop(byToken), nothing};
}

void addAccount(Answers &all)
{
    all["describeServer/usual"] = {publicly(HttpMethod::Get, "/users/"), nothing};
    all["signUp/usual"] = {publicly(HttpMethod::Post, "/users/user",
                                    R"({"email":"ada@example.com",
            "password":"correct horse battery staple 7","profile":{"firstName":"ada"}})"),
                           json(200, user())};
    all["me/usual"] = {get("/users/user/usr_1"), json(200, user())};
    all["editAccount/userName"] = {patch("/users/user/usr_1",
                                         R"({"email":"ada@example.com",
            "password":"correct horse battery staple 7","tag":"countess.ada"})"),
                                   json(200, user("countess.ada"))};
    all["showUser/usual"] = {get("/users/user/public/usr_1"), json(200, R"({"member":null,
        "user":{"email":null,"profile":{"firstName":"ada"},"status":"Active"},"userId":"usr_1"})")};
    const HttpReply card = all.value("showUser/usual").reply;
    all["findByEmail/usual"] = {get("/users/user/email/ada%40example.com"), card};
    all["findByTag/usual"] = {get("/users/user/tag/%40k7m2q9xa4d"), card};
    all["signUpByEmail/usual"] = {
        publicly(HttpMethod::Post, "/users/pending/user",
                 R"({"email":"ada@example.com","profile":{"firstName":"ada"}})"),
        json(200, user()
                      .replace(R"("isPasswordSet":true)", R"("isPasswordSet":false)")
                      .replace("Active", "Pending"))};
    const HttpRequest reset = publicly(HttpMethod::Post, "/users/user/password/reset",
                                       R"({"email":"ada@example.com","userType":"Member"})");
    for (const char *row : {"requestPasswordReset/usual", "requestPasswordReset/nobody"})
        all[row] = {reset, nothing};
}

HttpReply email(const QByteArray &address, const QByteArray &status)
{
    return json(200,
                R"({"email":")" + address + R"(","status":")" + status + R"(","userId":"usr_1"})");
}

HttpReply phone(const QByteArray &status)
{
    return json(200, R"({"phone":"+14104350691","status":")" + status +
                         R"(","userId":"usr_1","session":{"expiration":"2027-01-29T08:00:00Z",
        "sessionType":"User","userId":"usr_1"}})");
}

void addVerified(Answers &all)
{
    const QByteArray below = "/users/user/usr_1/verification/";
    all["startEmailChange/usual"] = {
        post(below + "email", R"({"email":"countess.ada@example.com"})"),
        email("countess.ada@example.com", "Pending")};
    all["startEmailVerification/usual"] = {post(below + "existing-email", "{}"),
                                           email("ada@example.com", "Pending")};
    const HttpRequest finish = patch(below + "email", R"({"emailVerificationId":"123456"})");
    for (const char *row : {"finishEmailVerification/usual", "finishEmailVerification/ofAnother"})
        all[row] = {finish, email("ada@example.com", "Verified")};
    all["startPhoneVerification/usual"] = {
        post(below + "phone", R"({"channel":"SMS","phone":"(410) 435-0691 x609"})"),
        phone("Pending")};
    all["finishPhoneVerification/usual"] = {patch(below + "phone", R"({"code":"123456"})"),
                                            phone("Verified")};
}

QByteArray apiSession(const QByteArray &more = R"("isUnlimitedExpiration":false,"labels":null)",
                      const QByteArray &expiration = "2027-02-14T08:00:00.000Z")
{
    return R"({"expiration":")" + expiration + R"(",)" + more +
           R"(,"sessionId":"ses_2","sessionType":"API","userId":"usr_1"})";
}

void addApiSessions(Answers &all)
{
    const QByteArray one = "/users/session/api/ses_2";
    const QByteArray until = R"({"expiration":"2027-02-14T08:00:00.000Z")";
    const QByteArray labels = R"("labels":{"Backup":"","team":"billing"})";
    const auto made = [](QByteArray session) {
        session.insert(1, R"("token":"lk_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf3TQtQq",)");
        return json(200, session);
    };
    all["listApiSessions/none"] = {get("/users/session/api"), json(200, "[]")};
    all["listApiSessions/usual"] = {get("/users/session/api"), json(200, '[' + apiSession() + ']')};
    all["createApiSession/usual"] = {post("/users/session/api", until + R"(,"labels":{}})"),
                                     made(apiSession())};
    all["createApiSession/labelled"] = {
        post("/users/session/api", R"({"isUnlimitedExpiration":true,)" + labels + '}'),
        made(apiSession(R"("isUnlimitedExpiration":true,)" + labels, "9999-12-31T23:59:59.999Z"))};
    all["showApiSession/usual"] = {get(one), json(200, apiSession())};
    all["updateApiSession/usual"] = {patch(one, until + '}'), json(200, apiSession())};
    all["updateApiSession/labels"] = {
        patch(one, '{' + labels + '}'),
        json(200, apiSession(R"("isUnlimitedExpiration":false,)" + labels))};
    all["endSession/usual"] = {drop(one), json(200, apiSession())};
}

QByteArray given(const QByteArray &package = "Professional", const QByteArray &status = "Pending")
{
    const QByteArray who = R"({"profile":{"firstName":"ada"},"status":"Active"})";
    return R"({"createdAt":"2027-01-15T08:00:00.000Z","updatedAt":"2027-01-15T08:00:00.000Z",
        "eventActors":{"create":"usr_1","update":"usr_1"},"labels":{"a":"b"},"granteeId":"usr_2",
        "memberId":"usr_2","subscriptionGrantId":"grt_1","granteeMember":{"user":)" +
           who + R"(},"granteeUser":)" + who + R"(,"grantorMember":{"profile":{"company":"L"},
        "user":)" +
           who + R"(},"grantorUser":)" + who + R"(,"package":")" + package +
           R"(","packageTier":"Premium","status":")" + status +
           R"(","userRoles":{"ownerIds":["usr_1"],"viewerIds":["usr_2"]}})";
}

void addGrants(Answers &all)
{
    const QByteArray path = "/users/subscription-grant";
    const HttpRequest received = get("/users/granted-subscriber/subscription-grant");
    all["listReceivedGrants/none"] = {received, json(200, "[]")};
    all["listReceivedGrants/usual"] = {received, json(200, R"([{"_id":"grt_1","grantorId":"usr_1",
        "memberId":"usr_2","package":"Professional","packageTier":"Premium","status":"Pending",
        "subscriptionGrantId":"grt_1"}])")};
    all["listGivenGrants/none"] = {get(path), json(200, "[]")};
    all["listGivenGrants/usual"] = {get(path), json(200, '[' + given() + ']')};
    for (const char *row : {"showGrant/given", "showGrant/received"})
        all[row] = {get(path + "/grt_1"), json(200, given())};
    all["createGrant/usual"] = {
        post(path, R"({"granteeId":"usr_2","package":"Professional","packageTier":"Premium"})"),
        json(200, given())};
    all["updateGrant/usual"] = {patch(path + "/grt_1", R"({"package":"Corporate"})"),
                                json(200, given("Corporate"))};
    all["endGrant/usual"] = {drop(path + "/grt_1"), json(200, given("Professional", "Canceled"))};
}

QByteArray letIn(const QByteArray &scope = "profile", const QByteArray &action = "Read")
{
    const QByteArray who = R"({"profile":{"firstName":"ada"},"status":"Active"})";
    return R"({"allowedAction":")" + action + R"(","allowedScope":")" + scope +
           R"(","allowedScopeGroupId":null,"authorizationId":"atz_1",
        "createdAt":"2027-01-15T08:00:00.000Z","updatedAt":"2027-01-15T08:00:00.000Z",
        "eventActors":{"create":"usr_1"},"labels":{},"principalMember":{"user":)" +
           who + R"(},"principalUser":)" + who + R"(,"requestingMember":{"profile":{"company":"L"},
        "user":)" +
           who + R"(},"requestingUser":)" + who +
           R"(,"requestingUserId":"usr_2","scopeModifications":{"users":{}},"userId":"usr_1",
        "userRoles":{"ownerIds":["usr_1"],"viewerIds":["usr_2"]}})";
}

void addAuthorizations(Answers &all)
{
    const QByteArray path = "/users/authorization";
    const QByteArray one = path + "/atz_1";
    const QByteArray scopes = "/users/authorized-scopes";
    all["listAccessScopes/usual"] = {
        get(scopes), json(200, R"([{"scopeGroupId":"profile"},{"scopeGroupId":"sessions"}])")};
    const HttpRequest ofOne = get(scopes + "/usr_2");
    all["showAccessScopes/none"] = {ofOne, json(200, R"({"Read":null})")};
    all["showAccessScopes/usual"] = {ofOne, json(200, R"({"Read":["profile"],"Write":[]})")};
    all["listOpenAccounts/none"] = {get(path + "/accounts/usr_1"), json(200, "[]")};
    all["listOpenAccounts/usual"] = {get(path + "/accounts/usr_1"),
                                     json(200, R"([{"accessibleMember":{"user":{}},
        "accessibleUser":{"profile":{"firstName":"ada"}},"allowedScopeGroupIds":["profile"],
        "userId":"usr_1"}])")};
    all["listAuthorizations/none"] = {get(path), json(200, "[]")};
    for (const char *row : {"listAuthorizations/given", "listAuthorizations/received"})
        all[row] = {get(path), json(200, '[' + letIn() + ']')};
    for (const char *row : {"showAuthorization/given", "showAuthorization/received"})
        all[row] = {get(one), json(200, letIn())};
    all["createAuthorization/usual"] = {
        post(path, R"({"allowedAction":"Read","allowedScope":"profile",
            "requestingUserId":"usr_2"})"),
        json(200, letIn())};
    all["updateAuthorization/action"] = {patch(one, R"({"allowedAction":"Write"})"),
                                         json(200, letIn("profile", "Write"))};
    all["updateAuthorization/scope"] = {patch(one, R"({"allowedScope":"sessions"})"),
                                        json(200, letIn("sessions"))};
    for (const char *row : {"revokeAuthorization/given", "revokeAuthorization/received"})
        all[row] = {drop(one), json(200, letIn())};
    for (const char *row : {"showAccount/usual", "showAccount/oneself"})
        all[row] = {get("/users/user/usr_1"), json(200, user())};
}

QByteArray organization(const QByteArray &inherited = "None")
{
    return R"({"billingUserId":null,"childUserId":"usr_2","createdAt":"2027-01-15T08:00:00.000Z",
        "eventActors":{"create":"usr_1"},"inheritanceStrategy":{"externalFinancialAccounts":"None",
        "fundingSource":")" +
           inherited +
           R"(","payoutSettings":"None","wingspanAccount":"None","wingspanFinancialSettings":")" +
           inherited + R"("},"labels":{},"organizationId":"org_1","parentUserId":"usr_1",
        "updatedAt":"2027-01-15T08:00:00.000Z","userId":"usr_2",
        "userRoles":{"ownerIds":["usr_1"],"viewerIds":[]}})";
}

void addOrganizations(Answers &all)
{
    const QByteArray path = "/users/organization/user";
    const QByteArray one = path + "/usr_2";
    const QByteArray child =
        user("@0123456789")
            .replace("usr_1", "usr_2")
            .replace("ada@", "child.ada@")
            .replace(R"("firstName":"ada")", R"("firstName":"Grace","lastName":"Hopper")")
            .replace(R"("isPasswordSet":true)", R"("isPasswordSet":false)")
            .replace("Active", "Pending")
            .replace(R"("organizationAssociation":null)",
                     QByteArray(R"("organizationAssociation":)" + organization()));
    all["listChildAccounts/none"] = {get(path), json(200, "[]")};
    all["listChildAccounts/usual"] = {get(path), json(200, '[' + child + ']')};
    all["showChildAccount/usual"] = {get(one), json(200, child)};
    all["makeChildAccount/usual"] = {post(path, R"({"email":"child.ada@example.com",
            "profile":{"firstName":"Grace","lastName":"Hopper"}})"),
                                     json(200, child)};
    all["setInheritance/usual"] = {
        patch(one + "/associate",
              R"({"inheritanceStrategy":{"externalFinancialAccounts":"None",
            "fundingSource":"Parent","payoutSettings":"None","wingspanAccount":"None",
            "wingspanFinancialSettings":"Parent"}})"),
        json(200, organization("Parent"))};
    all["setInheritance/nothing"] = {patch(one + "/associate", "{}"), json(200, organization())};
    all["signInAsParent/usual"] = {get(one + "/session"), session("2027-01-15T08:30:00.000Z")};
    all["signInAsParent/usual"].reply.body.replace(R"("userId":"usr_1")", R"("userId":"usr_2")");
}

Answers answers()
{
    Answers all;
    addEntered(all);
    addAccount(all);
    addVerified(all);
    addApiSessions(all);
    addGrants(all);
    addAuthorizations(all);
    addOrganizations(all);
    return all;
}

HttpReply refusal(const Refusal &refusal)
{
    static const QHash<QString, QByteArray> words{
        {u"wrongCredentials"_s, "Invalid email or password"},
        {u"emailTaken"_s, "User for email already exists"},
        {u"passwordTooWeak"_s, "Password is too weak"},
        {u"roleTooLow"_s, "Forbidden"},
        {u"stepUpNeeded"_s, "OTP verification required"},
        {u"sessionEnded"_s, "Session expired"},
        {u"tokenUnknown"_s, "Unauthorized"},
        {u"wrongCode"_s, "Invalid verification code"}};
    HttpReply reply =
        json(refusal.status,
             R"({"error":")" + words.value(refusal.code, "What it says to nobody") + R"("})");
    if (refusal.saysWhen)
        reply.headers.add("Retry-After", "7");
    return reply;
}

} // namespace

namespace wingspan {

const Foreign &foreign()
{
    static const Foreign all{
        .wire = wire::wingspanWire,
        .nobodysToken = Secret(token()),
        .taken = {Kind::Conflict, 409, u"emailTaken"_s},
        .weakPassword = {Kind::Rejected, 400, u"passwordTooWeak"_s},
        .signUpClosed = notAllowed,
        .wrongPassword = {Kind::Unauthorized, 401, u"wrongCredentials"_s},
        .unknownName = {Kind::Unauthorized, 401, u"wrongCredentials"_s},
        .takenByAnother = conflict,
        .tooManyTries = tooMany,
        .isNamedByEmail = true,
        .challenges = true,
    };
    return all;
}

void joined(Stage &stage, Scene &scene)
{
    static const Row::Prepare there = joinedBy(wire::wingspanWire);
    there(stage, scene);
}

void joinedAWhileAgo(Stage &stage, Scene &scene)
{
    joined(stage, scene);
    stage.pass(std::chrono::minutes(2));
}

Secret joinReceiver(Stage &stage, Scene &scene)
{
    Scene fresh = scene;
    fresh.email.prepend(u"grace."_s);
    joined(stage, fresh);
    scene.receiver = fresh.helped;
    return *fresh.token;
}

} // namespace wingspan

Column wingspanColumn()
{
    Column column = foreignColumn("wingspan", wire::wingspanWire, rows, answers(), refusal);
    column.scene.token = Secret(token());
    column.emptyStatus = 204;
    column.mayBeEmpty = {api::SendChallengeCode::traits.name, api::SendProofCode::traits.name};
    return column;
}

} // namespace latchkey::test
