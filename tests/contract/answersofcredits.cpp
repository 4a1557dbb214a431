#include "ownanswers.h"

namespace latchkey::test::own {

namespace {

QByteArray entry(const QByteArray &amount, const QByteArray &balance)
{
    return R"({"id":"crd_1","amount":)" + amount + R"(,"balance":)" + balance +
           R"(,"cause":"A present from the house","by":"usr_3","byName":"Ada Lovelace",
           "at":"2027-01-15T08:00:00Z"})";
}

QByteArray meter(const QByteArray &resource, const QByteArray &limit)
{
    return R"({"resource":")" + resource + R"(","used":0,"limit":)" + limit + '}';
}

QByteArray plan(const QByteArray &tier, const QByteArray &data, const QByteArray &records,
                const QByteArray &messages, const QByteArray &keys)
{
    return R"({"tier":")" + tier + R"(","meters":[)" + meter("data", data) + ',' +
           meter("records", records) + ',' + meter("messages", messages) + ',' +
           meter("keys", keys) + "]}";
}

} // namespace

void addCredits(Answers &all)
{
    const QByteArray unverified = plan("unverified", "0", "0", "0", "0");
    const QByteArray paid = plan("paid", "1099511627776000", "150", "15000", "150");
    const QByteArray partner = plan("partner", "1099511627776000", "200", "20000", "200");

    all["showCredits/usual"] = {get("/v1/credits"), json(R"({"balance":2499999})")};
    for (const char *row : {"showCredits/none", "showCredits/byAProgram"})
        all[row] = {get("/v1/credits"), json(R"({"balance":0})")};

    const QByteArray entries = "/v1/credits/entries";
    const QByteArray taken = entry("-1", "2499999");
    const QByteArray given = entry("2500000", "2500000");
    all["listCreditEntries/usual"] = {get(entries, "limit=100"),
                                      json(R"({"entries":[)" + taken + ',' + given + "]}")};
    all["listCreditEntries/firstOfTwoPages"] = {
        get(entries, "limit=1"), json(R"({"next":"crd_1","entries":[)" + taken + "]}")};
    all["listCreditEntries/none"] = {get(entries, "limit=100"), json(R"({"entries":[]})")};

    all["showPlan/unverified"] = {get("/v1/plan"), json(unverified)};
    all["showPlan/free"] = {get("/v1/plan"), json(plan("free", "3221225472", "5", "100", "5"))};
    all["showPlan/paid"] = {get("/v1/plan"), json(paid)};
    all["upgradePlan/usual"] = {post("/v1/plan", R"({"tier":"paid"})"), json(paid)};

    const QByteArray credits = "/v1/accounts/usr_1/credits";
    all["showAccountCredits/usual"] = {get(credits),
                                       json(R"({"balance":2500000,"plan":)" + unverified + '}')};
    const auto adjust = [&credits](const QByteArray &amount) {
        HttpRequest request =
            post(credits, R"({"amount":)" + amount + R"(,"cause":"A present from the house"})");
        request.headers.add("Idempotency-Key", "k1");
        return request;
    };
    all["adjustCredits/usual"] = {adjust("2500000"), json(given)};
    all["adjustCredits/less"] = {adjust("-1"), json(taken)};
    const QByteArray setting = "/v1/accounts/usr_1/plan";
    for (const char *row : {"setPlan/usual", "setPlan/aSecondTime"})
        all[row] = {put(setting, R"({"tier":"partner"})"), json(partner)};
    all["setPlan/free"] = {put(setting, R"({"tier":"free"})"), json(unverified)};
}

} // namespace latchkey::test::own
