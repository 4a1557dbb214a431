#include "wingspananswers.h"

namespace latchkey::test::wingspan {

using namespace Qt::StringLiterals;

namespace {

QByteArray apiSession(const QByteArray &more = R"("isUnlimitedExpiration":false,"labels":{})",
                      const QByteArray &expiration = "<inAMonth>")
{
    return R"({"expiration":")" + expiration + R"(",)" + more +
           R"(,"sessionId":"<other>","sessionType":"API"})";
}

void addApiSessions(Answers &all)
{
    const QByteArray one = "/users/session/api/ses_2";
    const QByteArray until = R"({"expiration":"2027-02-14T08:00:00.000Z")";
    const QByteArray labels = R"("labels":{"Backup":"","team":"billing"})";
    const auto made = [](QByteArray session) {
        return json(200, session.replace("<other>", "<newApiSession>")
                             .replace(R"("API")", R"("API","token":"<newSecret>")"));
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
    all["endSession/usual"] = {drop(one),
                               json(200, apiSession(R"("isUnlimitedExpiration":false)"))};
}

/// Somebody, as far as anybody may know of them.
const QByteArray giver = R"({"profile":{"firstName":"<userName>"},"status":"Active"})";
const QByteArray receiver = R"({"profile":{"firstName":"grace.<userName>"},"status":"Active"})";

QByteArray given(const QByteArray &package = "Professional", const QByteArray &status = "Pending")
{
    return R"({"createdAt":"<now>","updatedAt":"<now>","eventActors":{},"labels":{},
        "granteeId":"<receiver>","memberId":"<receiver>","subscriptionGrantId":"<grant>",
        "granteeMember":{"user":)" +
           receiver + R"(},"granteeUser":)" + receiver + R"(,"grantorMember":{"user":)" + giver +
           R"(},"grantorUser":)" + giver + R"(,"package":")" + package +
           R"(","packageTier":"Premium","status":")" + status +
           R"(","userRoles":{"ownerIds":["<helped>"],"viewerIds":["<receiver>"]}})";
}

void addGrants(Answers &all)
{
    const QByteArray path = "/users/subscription-grant";
    const HttpRequest received = get("/users/granted-subscriber/subscription-grant");
    all["listReceivedGrants/none"] = {received, json(200, "[]")};
    all["listReceivedGrants/usual"] = {received, json(200, R"([{"_id":"<grant>",
        "grantorId":"<helped>","memberId":"<receiver>","package":"Professional",
        "packageTier":"Premium","status":"Pending","subscriptionGrantId":"<grant>"}])")};
    all["listGivenGrants/none"] = {get(path), json(200, "[]")};
    all["listGivenGrants/usual"] = {get(path), json(200, '[' + given() + ']')};
    for (const char *row : {"showGrant/given", "showGrant/received"})
        all[row] = {get(path + "/grt_1"), json(200, given())};
    all["createGrant/usual"] = {
        post(path, R"({"granteeId":"usr_2","package":"Professional","packageTier":"Premium"})"),
        json(200, given().replace("<grant>", "<newGrant>"))};
    all["updateGrant/usual"] = {patch(path + "/grt_1", R"({"package":"Corporate"})"),
                                json(200, given("Corporate"))};
    all["endGrant/usual"] = {drop(path + "/grt_1"), json(200, given("Professional", "Canceled"))};
}

QByteArray letIn(const QByteArray &scope = "profile", const QByteArray &action = "Read")
{
    return R"({"allowedAction":")" + action + R"(","allowedScope":")" + scope +
           R"(","allowedScopeGroupId":")" + scope +
           R"(","authorizationId":"<authorization>","createdAt":"<now>","eventActors":{},
        "labels":{},"principalMember":{"user":)" +
           giver + R"(},"principalUser":)" + giver + R"(,"requestingMember":{"user":)" + receiver +
           R"(},"requestingUser":)" + receiver +
           R"(,"requestingUserId":"<receiver>","updatedAt":"<now>","userId":"<helped>",
        "userRoles":{"ownerIds":["<helped>"],"viewerIds":["<receiver>"]}})";
}

void addAuthorizations(Answers &all)
{
    const QByteArray path = "/users/authorization";
    const QByteArray one = path + "/atz_1";
    const QByteArray scopes = "/users/authorized-scopes";
    all["listAccessScopes/usual"] = {
        get(scopes), json(200, R"([{"scopeGroupId":"profile"},{"scopeGroupId":"sessions"}])")};
    const HttpRequest ofOne = get(scopes + "/usr_2");
    all["showAccessScopes/none"] = {ofOne, json(200, R"({"Read":[],"Write":[]})")};
    all["showAccessScopes/usual"] = {ofOne, json(200, R"({"Read":["profile"],"Write":[]})")};
    all["listOpenAccounts/none"] = {get(path + "/accounts/usr_1"), json(200, "[]")};
    all["listOpenAccounts/usual"] = {get(path + "/accounts/usr_1"),
                                     json(200, R"([{"accessibleMember":{"user":)" + giver +
                                                   R"(},"accessibleUser":)" + giver +
                                                   R"(,"allowedScopeGroupIds":["profile"],
        "userId":"<helped>"}])")};
    all["listAuthorizations/none"] = {get(path), json(200, "[]")};
    for (const char *row : {"listAuthorizations/given", "listAuthorizations/received"})
        all[row] = {get(path), json(200, '[' + letIn() + ']')};
    for (const char *row : {"showAuthorization/given", "showAuthorization/received"})
        all[row] = {get(one), json(200, letIn())};
    all["createAuthorization/usual"] = {
        post(path, R"({"allowedAction":"Read","allowedScope":"profile",
            "requestingUserId":"usr_2"})"),
        json(200, letIn().replace("<authorization>", "<newAuthorization>"))};
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
    return R"({"childUserId":"<child>","createdAt":"<now>","eventActors":{},
        "inheritanceStrategy":{"externalFinancialAccounts":"None","fundingSource":")" +
           inherited +
           R"(","payoutSettings":"None","wingspanAccount":"None","wingspanFinancialSettings":")" +
           inherited + R"("},"labels":{},"organizationId":"<helped>","parentUserId":"<helped>",
        "updatedAt":"<now>","userId":"<child>",
        "userRoles":{"ownerIds":["<helped>"],"viewerIds":["<child>"]}})";
}

void addOrganizations(Answers &all)
{
    const QByteArray path = "/users/organization/user";
    const QByteArray one = path + "/usr_2";
    const QByteArray child =
        user("<newTag>")
            .replace("<helped>", "<child>")
            .replace("<email>", "child.<email>")
            .replace(R"("firstName":"<userName>")", R"("firstName":"Grace","lastName":"Hopper")")
            .replace(R"("isPasswordSet":true)", R"("isPasswordSet":false)")
            .replace("Active", "Pending")
            .replace(R"("phone":)",
                     QByteArray(R"("organizationAssociation":)" + organization() + R"(,"phone":)"));
    all["listChildAccounts/none"] = {get(path), json(200, "[]")};
    all["listChildAccounts/usual"] = {get(path), json(200, '[' + child + ']')};
    all["showChildAccount/usual"] = {get(one), json(200, child)};
    all["makeChildAccount/usual"] = {post(path, R"({"email":"child.ada@example.com",
            "profile":{"firstName":"Grace","lastName":"Hopper"}})"),
                                     json(200, QByteArray(child).replace("<child>", "<newChild>"))};
    all["setInheritance/usual"] = {
        patch(one + "/associate",
              R"({"inheritanceStrategy":{"externalFinancialAccounts":"None",
            "fundingSource":"Parent","payoutSettings":"None","wingspanAccount":"None",
            "wingspanFinancialSettings":"Parent"}})"),
        json(200, organization("Parent"))};
    all["setInheritance/nothing"] = {patch(one + "/associate", "{}"), json(200, organization())};
    all["signInAsParent/usual"] = {get(one + "/session"), session("<inHalfAnHour>")};
    all["signInAsParent/usual"].reply.body.replace("<helped>", "<child>");
}

} // namespace

void addMade(Answers &all)
{
    addApiSessions(all);
    addGrants(all);
    addAuthorizations(all);
    addOrganizations(all);
}

} // namespace latchkey::test::wingspan
