#include "ownanswers.h"

/// Of accounts as a whole, of the server's settings, and of what programs keep.
namespace latchkey::test::own {

void addAccounts(Answers &all)
{
    const QByteArray first = QByteArray(theUser).replace(R"("role": "user")", R"("role": "admin")");
    all["listAccounts/firstOfMore"] = {get("/v1/accounts", "limit=1"),
                                       json(R"({"next":"MQ","users":[)" + first + "]}")};
    all["removeAccount/usual"] = {drop("/v1/accounts/usr_1"), {.status = 204}};
    all["deleteAccount/usual"] = {drop("/v1/account"), {.status = 204}};
}

void addServerSettings(Answers &all)
{
    const QByteArray path = "/v1/server/settings";
    const HttpReply open = json(R"({"signUpOpen":true})");
    const HttpReply closed = json(R"({"signUpOpen":false})");
    all["showServerSettings/usual"] = {get(path), open};
    all["showServerSettings/closed"] = {get(path), closed};
    all["editServerSettings/usual"] = {patch(path, R"({"signUpOpen":true})"), open};
    all["editServerSettings/nothing"] = {patch(path, "{}"), open};
    all["editServerSettings/closed"] = {patch(path, R"({"signUpOpen":false})"), closed};
    all["showFigures/usual"] = {
        get("/v1/server/figures"),
        json(R"({"version":"1.0","users":3,"sessions":7,"sessionsBegun":2,"mail":{"goes":false,)"
             R"("waiting":12}})")};

    const QByteArray dark = R"({"value":"dark","name":"theme"})";
    all["listPreferences/usual"] = {get("/v1/preferences"),
                                    json(R"({"preferences":[)" + dark + "]}")};
    all["listPreferences/none"] = {get("/v1/preferences"), json(R"({"preferences":[]})")};
    all["setPreference/usual"] = {put("/v1/preferences/theme", R"({"value":"dark"})"), json(dark)};
    all["removePreference/usual"] = {drop("/v1/preferences/theme"), {.status = 204}};
}

} // namespace latchkey::test::own
