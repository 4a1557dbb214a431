#include "wingspananswers.h"
#include "wingspanrows.h"
#include "wire/wingspan/wingspan.h"

/// Written from its page and the models of its own program. What those may leave out, and we have
/// nothing for, isn't there; `wireways.cpp` has more of it.
namespace latchkey::test {

using namespace Qt::StringLiterals;
using namespace wingspan;
using namespace std::chrono_literals;
using Kind = Error::Kind;

namespace wingspan {

/// As its own servers sign them: without an end.
QByteArray token()
{
    constexpr auto form = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    return QByteArray(R"({"alg":"HS256","typ":"JWT"})").toBase64(form) + '.' +
           QByteArray(R"({"userId":"usr_1","sessionId":"ses_1","iat":1800000000})").toBase64(form) +
           ".c2lnbmF0dXJl";
}

HttpHeaders bearer(const QByteArray &held)
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

HttpRequest patch(const QByteArray &path, const QByteArray &body, const HttpHeaders &headers)
{
    return asked(HttpMethod::Patch, path, body, headers);
}

HttpRequest publicly(HttpMethod method, const QByteArray &path, const QByteArray &body)
{
    return asked(method, path, body, {{"Accept", "application/json"}});
}

HttpReply session(const QByteArray &expiration, const QByteArray &held)
{
    return json(200, R"({"expiration":")" + expiration + R"(","sessionType":"User","token":")" +
                         held + R"(","userId":"<helped>"})");
}

QByteArray user(const QByteArray &tag)
{
    return R"({"createdAt":"<now>","email":"<email>","emailVerificationState":{"status":"Pending"},
        "eventActors":{},"intercomUserHash":"","isPasswordSet":true,"labels":{},
        "notificationSettings":{},"phone":{},"profile":{"firstName":"<userName>"},
        "status":"Active","tag":")" +
           tag + R"(","updatedAt":"<now>","userId":"<helped>",
        "userRoles":{"ownerIds":["<helped>"],"viewerIds":[]}})";
}

} // namespace wingspan

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

const HttpReply nothing{.status = 204};

/// The session that asks, as its token tells of it.
const QByteArray askingSession =
    R"({"expiration":"<inTwoWeeks>","sessionType":"User","userId":"<helped>"})";

HttpReply inAHeader()
{
    return {204, {{"Wingspan-Session", token()}}, {}};
}

HttpReply guest(const QByteArray &held)
{
    return json(200, R"({"expiration":"<inFiveMinutes>","sessionType":"Guest","token":")" + held +
                         R"("})");
}

QByteArray newUser()
{
    return user("<newTag>").replace("<helped>", "<newUser>");
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
            "authenticationUrl":"<page>"})")};
    HttpReply newcomers = session();
    newcomers.body.replace("<helped>", "<newUser>");
    for (const char *row : {"signInByProvider/usual", "signInByProvider/oneThingMore"}) {
        const bool isAll = QByteArrayView(row).endsWith("usual");
        all[row] = {publicly(HttpMethod::Post, "/users/session/single-sign-on",
                             R"({"singleSignOnCode":"vst_1"})"),
                    isAll ? newcomers : guest("<newChallenge>")};
    }
    all["signInByGoogle/usual"] = {
        publicly(HttpMethod::Post, "/users/session/social-auth/google", R"({"idToken":"123456"})"),
        newcomers};
    const HttpRequest enter =
        publicly(HttpMethod::Post, "/users/session",
                 R"({"email":"ada@example.com","password":"correct horse battery staple 7"})");
    all["signIn/usual"] = {enter, session()};
    all["signIn/inAHeader"] = {enter, inAHeader()};
    all["signIn/secondFactor"] = {enter, guest("<newChallenge>")};
    const HttpRequest pending =
        publicly(HttpMethod::Post, "/users/pending/session", R"({"email":"ada@example.com"})");
    for (const char *row : {"signInByEmail/usual", "signInByEmail/nobody"})
        all[row] = {pending, guest("<newSignIn>")};
    all["finishSignInByEmail/usual"] = {otpOf("sgn_2"), session()};
    all["finishSignInByEmail/oneThingMore"] = {otpOf("sgn_2"), guest("<newChallenge>")};
    const QByteArray byMail = R"({"channel":"Email"})";
    const HttpRequest send = asked(HttpMethod::Post, "/users/session/otp", byMail, bearer("chl_1"));
    all["sendChallengeCode/usual"] = {send, guest("<challenge>")};
    all["sendChallengeCode/nothingSaid"] = {send, nothing};
    for (const char *row : {"answerChallenge/usual", "answerChallenge/byMail"})
        all[row] = {otpOf("chl_1"), session()};
    all["answerChallenge/inAHeader"] = {otpOf("chl_1"), inAHeader()};
    all["sendProofCode/usual"] = {post("/users/session/otp", byMail), json(200, askingSession)};
    all["proveWithCode/usual"] = {otp, session("<moment>", "<provenToken>")};
    all["signInOnBehalf/usual"] = {
        post("/users/session/requesting-user", R"({"email":"ada@example.com"})"),
        session("<inHalfAnHour>")};
    const QByteArray byToken = "/users/session/token/" + token();
    all["sessionByToken/usual"] = {publicly(HttpMethod::Get, byToken),
                                   session("<inTwoWeeks>", "<token>")};
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
                           json(200, newUser())};
    all["me/usual"] = {get("/users/user/usr_1"), json(200, user())};
    all["editAccount/userName"] = {patch("/users/user/usr_1",
                                         R"({"email":"ada@example.com",
            "password":"correct horse battery staple 7","tag":"countess.ada"})"),
                                   json(200, user("countess.<userName>"))};
    const QByteArray card = R"({"user":{"profile":{"firstName":"<userName>"},"status":"Active"},
        "userId":"<helped>"})";
    all["showUser/usual"] = {get("/users/user/public/usr_1"), json(200, card)};
    all["findByEmail/usual"] = {get("/users/user/email/ada%40example.com"), json(200, card)};
    all["findByTag/usual"] = {
        get("/users/user/tag/%40k7m2q9xa4d"),
        json(200, QByteArray(card).replace(R"("Active")", R"("Active","tag":"<tag>")"))};
    all["signUpByEmail/usual"] = {
        publicly(HttpMethod::Post, "/users/pending/user",
                 R"({"email":"ada@example.com","profile":{"firstName":"ada"}})"),
        json(200, newUser()
                      .replace(R"("isPasswordSet":true)", R"("isPasswordSet":false)")
                      .replace("Active", "Pending"))};
    const HttpRequest reset = publicly(HttpMethod::Post, "/users/user/password/reset",
                                       R"({"email":"ada@example.com","userType":"Member"})");
    for (const char *row : {"requestPasswordReset/usual", "requestPasswordReset/nobody"})
        all[row] = {reset, nothing};
}

HttpReply email(const QByteArray &address, const QByteArray &status)
{
    return json(200, R"({"email":")" + address + R"(","status":")" + status +
                         R"(","userId":"<helped>"})");
}

HttpReply phone(const QByteArray &status)
{
    return json(200, R"({"phone":"+14104350691","session":)" + askingSession + R"(,"status":")" +
                         status + R"(","userId":"<helped>"})");
}

void addVerified(Answers &all)
{
    const QByteArray below = "/users/user/usr_1/verification/";
    all["startEmailChange/usual"] = {
        post(below + "email", R"({"email":"countess.ada@example.com"})"),
        email("countess.<email>", "Pending")};
    all["startEmailVerification/usual"] = {post(below + "existing-email", "{}"),
                                           email("<email>", "Pending")};
    const HttpRequest finish = patch(below + "email", R"({"emailVerificationId":"123456"})");
    for (const char *row : {"finishEmailVerification/usual", "finishEmailVerification/ofAnother"})
        all[row] = {finish, email("<email>", "Verified")};
    all["startPhoneVerification/usual"] = {
        post(below + "phone", R"({"channel":"SMS","phone":"(410) 435-0691 x609"})"),
        phone("Pending")};
    all["finishPhoneVerification/usual"] = {patch(below + "phone", R"({"code":"123456"})"),
                                            phone("Verified")};
}

Answers answers()
{
    Answers all;
    addEntered(all);
    addAccount(all);
    addVerified(all);
    wingspan::addMade(all);
    return all;
}

Places places(const Scene &scene)
{
    const auto id = [](const QByteArray &prefix, const QByteArray &sample) {
        return Place{sample, prefix + "_[A-Za-z0-9_-]+"};
    };
    Places all = placesOf(scene);
    all["tag"] = {scene.tag.toUtf8()};
    all["child"] = {scene.child.text().toUtf8()};
    all["other"] = {scene.other.text().toUtf8()};
    all["grant"] = {scene.grant.text().toUtf8()};
    all["receiver"] = {scene.receiver.text().toUtf8()};
    all["challenge"] = {scene.challenge.text().toUtf8()};
    all["authorization"] = {scene.authorization.text().toUtf8()};
    all["newTag"] = {scene.tag.toUtf8(), "@[0-9a-z]{10}"};
    all["newUser"] = id("usr", scene.helped.text().toUtf8());
    all["newChild"] = id("usr", scene.child.text().toUtf8());
    all["newGrant"] = id("grt", scene.grant.text().toUtf8());
    all["newSignIn"] = id("sgn", scene.signIn.text().toUtf8());
    all["newChallenge"] = id("chl", scene.challenge.text().toUtf8());
    all["newApiSession"] = id("ses", scene.other.text().toUtf8());
    all["newAuthorization"] = id("atz", scene.authorization.text().toUtf8());
    all["newSecret"] = {"lk_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf3TQtQq",
                        "lk_[0-9A-Za-z]{49}"};
    const QByteArray signedToken = R"([\w-]+\.[\w-]+\.[\w-]+)";
    all["newToken"] = {token(), signedToken};
    all["provenToken"] = {"a.b.c", signedToken};
    all["moment"] = {"2027-01-29T08:00:00.000Z", R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"};
    all["inFiveMinutes"] = momentOf(scene, 5min);
    all["inHalfAnHour"] = momentOf(scene, 30min);
    all["inTwoWeeks"] = momentOf(scene, std::chrono::days(14));
    all["inAMonth"] = momentOf(scene, std::chrono::days(30));
    all["page"] = {"https://sso.example.com/",
                   R"(http://accounts\.example\.org/sign-in/prv_[\w-]+)"};
    all["seconds"] = {"7", "[1-9][0-9]*"};
    return all;
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
        .tooManyTries = tooMany(u"tooManyTries"_s),
        .sessionEnded = expired,
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
    Scene scene;
    scene.token = Secret(token());
    Column column = foreignColumn(
        {.name = "wingspan",
         .wire = wire::wingspanWire,
         .rows = rows,
         .scene = scene,
         .answers = answers(),
         .refusal = wingspan::refusal,
         .places = places,
         .needed = needed(),
         .mayBeMissing = {u"userId"_s, u"profile"_s, u"firstName"_s, u"lastName"_s, u"labels"_s,
                          u"isPasswordSet"_s, u"organizationAssociation"_s, u"authorizationId"_s,
                          u"allowedAction"_s, u"allowedScope"_s, u"requestingUserId"_s, u"Read"_s,
                          u"Write"_s, u"authenticationUrl"_s}});
    column.emptyStatus = 204;
    column.mayBeEmpty = {api::SendChallengeCode::traits.name, api::SendProofCode::traits.name};
    return column;
}

} // namespace latchkey::test
