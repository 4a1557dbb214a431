#include "ownanswers.h"

/// Of identity providers, and of the accounts there that sign in.
namespace latchkey::test::own {

namespace {

QByteArray provider(const QByteArray &name)
{
    return R"({"id":"prv_1","kind":"openId","name":")" + name +
           R"(","issuer":"https://login.example.com","clientId":"latchkey","hasSecret":true,
        "domains":["example.com","example.org"],"makesAccounts":true,"isOn":true,
        "createdAt":"2027-01-15T08:00:00.000Z","updatedAt":"2027-01-15T08:00:00Z"})";
}

const QByteArray theCard = R"({"kind":"openId","name":"Example","id":"prv_1"})";

const QByteArray theIdentity =
    R"({"id":"idn_1","provider":)" + theCard +
    R"(,"name":"ada@example.com","linkedAt":"2027-01-15T08:00:00.000Z"})";

void addSettings(Answers &all)
{
    all["addProvider/usual"] = {post("/v1/providers", R"({"kind":"openId","name":"Example",
            "issuer":"https://login.example.com","clientId":"latchkey","clientSecret":"the secret",
            "domains":[" Example.COM","example.org"],"makesAccounts":true})"),
                                json(provider("Example"))};
    all["editProvider/usual"] = {patch("/v1/providers/prv_1", R"({"name":"Renamed"})"),
                                 json(provider("Renamed"))};
    all["editProvider/everythingElse"] = {
        patch("/v1/providers/prv_1", R"({"clientId":"other","clientSecret":"another","domains":[],
            "makesAccounts":false,"isOn":false})"),
        json(R"({"id":"prv_1","kind":"openId","name":"Example",
            "issuer":"https://login.example.com","clientId":"other","hasSecret":true,
            "domains":[],"makesAccounts":false,"isOn":false,
            "createdAt":"2027-01-15T08:00:00.000Z","updatedAt":"2027-01-15T08:00:00Z"})")};
    all["editProvider/noSecret"] = {
        patch("/v1/providers/prv_1", R"({"name":"Renamed","clientSecret":""})"),
        json(provider("Renamed").replace(R"("hasSecret":true)", R"("hasSecret":false)"))};
    all["listProviders/usual"] = {get("/v1/providers"),
                                  json(R"({"providers":[)" + provider("Example") + "]}")};
    all["removeProvider/usual"] = {drop("/v1/providers/prv_1"), {.status = 204}};
    all["identifyUser/atAProvider"] = {
        publicly(Post, "/v1/identify", R"({"login":"ada@example.com"})"),
        json(R"({"ways":["provider","password"],"provider":)" + theCard + '}')};
}

void addVisits(Answers &all)
{
    const QByteArray visit = R"({"id":"vst_1","expiresAt":"2027-01-15T08:10:00.000Z",
        "address":"https://login.example.com/authorize?state=x&response_type=code"})";
    const QByteArray to = R"({"provider":"prv_1","returnTo":"http://127.0.0.1:4711/back")";
    all["visitProvider/usual"] = {publicly(Post, "/v1/provider-visits", to + '}'), json(visit)};
    all["visitProvider/withALogin"] = {
        publicly(Post, "/v1/provider-visits", to + R"(,"login":"ada@example.com"})"), json(visit)};
    all["visitToProve/usual"] = {post("/v1/session/proof/visit", to + '}'), json(visit)};
    all["visitToProve/withALogin"] = {
        post("/v1/session/proof/visit", to + R"(,"login":"ada@example.com"})"), json(visit)};
    all["proveByProvider/usual"] = {
        post("/v1/session/proof/provider", R"({"id":"vst_1","state":"the state","code":"123456"})"),
        json(signedIn("lks_new", "signUp"))};
    all["returnFromProvider/usual"] = {
        publicly(Post, "/v1/provider-visits/return", R"({"state":"the state","code":"123456"})"),
        json(R"({"id":"vst_2"})")};
}

void addEntering(Answers &all)
{
    const QByteArray brought = R"("state":"the state","code":"123456")";
    const auto entering = [](const QByteArray &more) {
        return publicly(Post, "/v1/session/provider",
                        R"({"id":"vst_1",)" + more + R"("device":)" + theDeviceSays + '}');
    };
    const HttpReply begun = json(R"({"signedIn":)" + signedIn("lks_new", "provider") + '}');
    all["signInByProvider/usual"] = {entering(brought + ','), begun};
    all["signInByProvider/somebodyNew"] = {
        entering(brought + ','),
        json(R"({"signedIn":)" +
             signedIn("lks_new", "provider")
                 .replace(R"("emailVerified": false)", R"("emailVerified": true)") +
             '}')};
    all["signInByProvider/oneThingMore"] = {entering(brought + ','), json(challenge(R"("totp")"))};
    all["signInByProvider/fromThePage"] = {entering({}), begun};
    const auto google = [](const QByteArray &more) {
        return publicly(Post, "/v1/session/google",
                        R"({"idToken":"123456",)" + more + R"("device":)" + theDeviceSays + '}');
    };
    all["signInByGoogle/usual"] = {google(R"("nonce":"the nonce",)"), begun};
    all["signInByGoogle/withoutANonce"] = {google({}), begun};
    all["showVisit/usual"] = {post("/v1/provider-visits/show", R"({"id":"vst_1",)" + brought + '}'),
                              json(R"({"name":"ada@example.com","provider":)" + theCard + '}')};
    all["linkIdentity/usual"] = {post("/v1/identities", R"({"id":"vst_1",)" + brought + '}'),
                                 json(theIdentity)};
    all["linkIdentity/afterASignIn"] = {post("/v1/identities", R"({"id":"vst_1"})"),
                                        json(theIdentity)};
    all["listIdentities/usual"] = {get("/v1/identities"), json(R"({"identities":[)" + theIdentity +
                                                               R"(],"hasPassword":true})")};
    all["listIdentities/alone"] = {
        get("/v1/identities"), json(R"({"hasPassword":false,"identities":[)" + theIdentity + "]}")};
    all["listIdentities/none"] = {get("/v1/identities"),
                                  json(R"({"identities":[],"hasPassword":true})")};
    all["unlinkIdentity/usual"] = {drop("/v1/identities/idn_1"), {.status = 204}};
}

} // namespace

void addProviders(Answers &all)
{
    addSettings(all);
    addVisits(all);
    addEntering(all);
}

} // namespace latchkey::test::own
