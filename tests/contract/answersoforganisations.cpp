#include "ownanswers.h"

namespace latchkey::test::own {

namespace {

const QByteArray nothingInherited =
    R"({"externalAccounts":"none","fundingSource":"none","payoutSettings":"none",
        "mainAccount":"none","financialSettings":"none"})";
const QByteArray someInherited =
    R"({"externalAccounts":"none","fundingSource":"parent","payoutSettings":"none",
        "mainAccount":"none","financialSettings":"parent"})";

QByteArray theChild()
{
    return QByteArray(theUser)
        .replace("usr_1", "usr_2")
        .replace("ada@", "child.ada@")
        .replace("Ada Lovelace", "Grace Hopper");
}

QByteArray child(const QByteArray &inheritance = nothingInherited)
{
    return R"({"user":)" + theChild() + R"(,"parent":"usr_1","inheritance":)" + inheritance +
           R"(,"madeAt":"2027-01-15T08:00:00.000Z","changedAt":"2027-01-15T08:00:00Z"})";
}

} // namespace

void addOrganisations(Answers &all)
{
    const QByteArray path = "/v1/organisation/accounts";
    all["listChildAccounts/none"] = {get(path, "limit=1000"), json(R"({"accounts":[]})")};
    all["listChildAccounts/usual"] = {get(path, "limit=1000"),
                                      json(R"({"accounts":[)" + child() + "]}")};
    all["showChildAccount/usual"] = {get(path + "/usr_2"), json(child())};
    all["makeChildAccount/usual"] = {
        post(path, R"({"name":"Grace Hopper","email":"child.ada@example.com","language":"en"})"),
        json(child())};
    all["setInheritance/usual"] = {
        patch(path + "/usr_2", R"({"inheritance":)" + someInherited + '}'),
        json(child(someInherited))};
    all["setInheritance/nothing"] = {patch(path + "/usr_2", "{}"), json(child())};
    all["signInAsParent/usual"] = {
        post(path + "/usr_2/session", R"({"reason":"They asked for help by phone"})"),
        json(R"({"token":"lks_new","user":)" + theChild() +
             R"(,"session":{"id":"ses_3","kind":"onBehalf","device":)" + theDeviceSaid +
             R"(,"address":"127.0.0.1","proof":"session","startedAt":"2027-01-15T08:00:00.000Z",
            "lastActiveAt":"2027-01-15T08:00:00.000Z","provenAt":"2027-01-15T08:00:00.000Z",
            "expiresAt":"2027-01-15T08:30:00.000Z","current":true,"reviewed":true,
            "onBehalf":{"by":"usr_1","name":"Ada Lovelace",
            "reason":"They asked for help by phone"}}})")};
    all["showOrganisation/none"] = {get("/v1/organisation"), json("{}")};
    all["showOrganisation/usual"] = {get("/v1/organisation"), json(R"({"parent":{"id":"usr_1",
        "name":"Ada Lovelace","createdAt":"2027-01-15T08:00:00Z"}})")};
    for (const char *row : {"leaveOrganisation/usual", "leaveOrganisation/ofNone"})
        all[row] = {drop("/v1/organisation"), {.status = 204}};
}

} // namespace latchkey::test::own
