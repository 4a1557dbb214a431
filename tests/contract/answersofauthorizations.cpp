#include "ownanswers.h"

/// Of whom an account lets in, and of what they do there.
namespace latchkey::test::own {

namespace {

QByteArray given(const QByteArray &scope = "profile", const QByteArray &action = "read")
{
    return R"({"id":"atz_1","scope":")" + scope + R"(","action":")" + action +
           R"(","createdAt":"2027-01-15T08:00:00Z","updatedAt":"2027-01-15T08:00:00.000Z",
           "giver":{"id":"usr_1","name":"Ada Lovelace","createdAt":"2027-01-15T08:00:00Z"},
           "receiver":{"id":"usr_2","name":"Grace Hopper","createdAt":"2027-01-15T08:00:00Z"}})";
}

HttpReply scopes(const QByteArray &read, const QByteArray &write)
{
    return json(R"({"write":[)" + write + R"(],"read":[)" + read + "]}");
}

void addLists(Answers &all)
{
    const QByteArray path = "/v1/authorizations";
    const auto list = [](const QByteArray &given) {
        return json(R"({"authorizations":[)" + given + "]}");
    };
    const QByteArray profile = R"("profile")";
    all["listAccessScopes/usual"] = {get(path + "/scopes"),
                                     scopes(profile + R"(,"sessions")", profile)};
    for (const char *row : {"showAccessScopes/none", "showAccessScopes/nobody"})
        all[row] = {get(path + "/scopes/usr_2"), scopes({}, {})};
    all["showAccessScopes/usual"] = {get(path + "/scopes/usr_2"), scopes(profile, {})};
    all["showAccessScopes/written"] = {get(path + "/scopes/usr_2"), scopes(profile, profile)};
    all["listAuthorizations/none"] = {get(path), list({})};
    for (const char *row : {"listAuthorizations/given", "listAuthorizations/received"})
        all[row] = {get(path), list(given())};
    all["listAuthorizations/two"] = {get(path), list(given("sessions") + ',' + given())};
    all["listOpenAccounts/none"] = {get(path + "/accounts"), json(R"({"accounts":[]})")};
    all["listOpenAccounts/usual"] = {get(path + "/accounts"), json(R"({"accounts":[{
        "account":{"id":"usr_1","name":"Ada Lovelace","createdAt":"2027-01-15T08:00:00Z"},
        "scopes":{"read":["profile"],"write":[]}}]})")};
}

void addOnes(Answers &all)
{
    const QByteArray path = "/v1/authorizations";
    const QByteArray one = path + "/atz_1";
    const auto create = [&path](const QByteArray &scope, const QByteArray &action) {
        return post(path, R"({"receiver":"usr_2","scope":")" + scope + R"(","action":")" + action +
                              R"("})");
    };
    for (const char *row : {"showAuthorization/given", "showAuthorization/received"})
        all[row] = {get(one), json(given())};
    for (const char *row : {"createAuthorization/usual", "createAuthorization/onceMore"})
        all[row] = {create("profile", "read"), json(given())};
    all["createAuthorization/written"] = {create("profile", "write"),
                                          json(given("profile", "write"))};
    all["createAuthorization/another"] = {create("sessions", "read"), json(given("sessions"))};
    all["updateAuthorization/action"] = {patch(one, R"({"action":"write"})"),
                                         json(given("profile", "write"))};
    all["updateAuthorization/scope"] = {patch(one, R"({"scope":"sessions"})"),
                                        json(given("sessions"))};
    all["updateAuthorization/nothing"] = {patch(one, "{}"), json(given())};
    for (const char *row : {"revokeAuthorization/given", "revokeAuthorization/received",
                            "revokeAuthorization/longAfterProof"})
        all[row] = {drop(one), json(given())};
}

HttpReply user(const QByteArray &name, const QByteArray &version)
{
    const QByteArray number = R"("version": )" + version;
    HttpReply reply =
        json(QByteArray(theUser).replace("Ada Lovelace", name).replace(R"("version": 1)", number));
    reply.headers.add("ETag", '"' + version + '"');
    return reply;
}

void addOpened(Answers &all)
{
    const QByteArray path = "/v1/accounts/usr_1";
    for (const char *row :
         {"showAccount/usual", "showAccount/writtenIsRead", "showAccount/oneself"})
        all[row] = {get(path), user("Ada Lovelace", "1")};
    HttpRequest rename = patch(path, R"({"name":"Ada King"})");
    rename.headers.add("If-Match", "\"1\"");
    for (const char *row : {"updateAccount/usual", "updateAccount/oneself"})
        all[row] = {rename, user("Ada King", "2")};
    const QByteArray theirs = session("signUp").replace(R"("current":true)", R"("current":false)");
    all["listAccountSessions/usual"] = {get(path + "/sessions"),
                                        json(R"({"sessions":[)" + theirs + "]}")};
}

} // namespace

void addAuthorizations(Answers &all)
{
    addLists(all);
    addOnes(all);
    addOpened(all);
}

} // namespace latchkey::test::own
