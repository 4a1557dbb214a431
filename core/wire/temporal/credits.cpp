#include "wire/temporal/parts.h"

#include "api/credits.h"
#include "wire/entering.h"
#include "wire/metered.h"
#include "wire/temporal/members.h"

#include <cmath>

namespace latchkey::wire::temporal {

using api::fieldList;
using api::Meter;
using api::Plan;
using api::Resource;
using api::Tier;

namespace {

const QByteArray creditsPath = "/v2/account/credits/available";
const QByteArray usagePath = "/v2/account/usage";
const QByteArray upgradePath = "/v2/account/upgrade";

/// Amounts are numbers here alone. What is finer than ours is rounded.
constexpr auto creditsBody = fieldList(
    done,
    told(
        "response",
        [](const api::Credits &credits) { return double(credits.balance) / double(api::aCredit); },
        [](api::Credits &credits, double read) {
            const double amount = std::round(read * double(api::aCredit));
            if (!(amount >= 0 && amount <= double(api::creditsAtMost)))
                return false;
            credits.balance = qint64(amount);
            return true;
        }));

struct TierName
{
    QLatin1StringView name;
    Tier tier;
};
constexpr std::array tierNames{
    TierName{QLatin1StringView("unverified"), Tier::Unverified},
    TierName{QLatin1StringView("free"), Tier::Free},
    TierName{QLatin1StringView("paid"), Tier::Paid},
    TierName{QLatin1StringView("partner"), Tier::Partner},
    TierName{QLatin1StringView("white-labeled"), Tier::WhiteLabeled},
};

constexpr auto tierMember = told(
    "Tier",
    [](const Plan &plan) {
        const auto found = std::ranges::find(tierNames, plan.tier, &TierName::tier);
        return found == tierNames.end() ? QString() : QString(found->name);
    },
    [](Plan &plan, const QString &read) {
        const auto found = std::ranges::find(tierNames, read, &TierName::name);
        plan.tier = found == tierNames.end() ? Tier::Unknown : found->tier;
        return true;
    });

constexpr auto usageMembers =
    fieldList(metered("MonthlyDataLimitBytes", Resource::Data, &Meter::limit),
              metered("CurrentDataUsedBytes", Resource::Data, &Meter::used),
              metered("IPNSRecordsPublished", Resource::Records, &Meter::used),
              metered("IPNSRecordsAllowed", Resource::Records, &Meter::limit),
              metered("PubSubMessagesSent", Resource::Messages, &Meter::used),
              metered("PubSubMessagesAllowed", Resource::Messages, &Meter::limit),
              metered("KeysCreated", Resource::Keys, &Meter::used),
              metered("KeysAllowed", Resource::Keys, &Meter::limit), tierMember);

/// As it is told. Much of it we have nothing for.
struct ToldUsage : Plan
{
    static constexpr auto fields()
    {
        const auto createdAt = [](const Plan &plan) { return plan.owner.createdAt; };
        return std::tuple_cat(
            fieldList(said("ID", [](const Plan &plan) { return numberOf(plan.owner.id); }),
                      said("CreatedAt", createdAt), said("UpdatedAt", createdAt),
                      same("DeletedAt", Nothing()),
                      said("UserName", [](const Plan &plan) { return api::loginOf(plan.owner); })),
            usageMembers, fieldList(same("ClaimedENSName", false)));
    }
};
constexpr auto toldBody =
    fieldList(done, said("response", [](const Plan &plan) { return ToldUsage{plan}; }));

/// What of it somebody needs who asked for it.
struct KnownUsage : Plan
{
    static constexpr auto fields() { return usageMembers; }
};
struct Known
{
    KnownUsage usage;
};
constexpr auto knownBody = fieldList(done, api::field("response", &Known::usage));

Translation<api::ShowCredits> credits()
{
    using Op = api::ShowCredits;
    return {
        .routes = {{HttpMethod::Get, creditsPath}},
        .writeRequest = [](const Op &) { return jsonRequest(HttpMethod::Get, creditsPath); },
        .readRequest = [](const HttpRequest &, const PathParameters &) { return Op(); },
        .writeReply = [](const Op::Reply &found,
                         const HttpRequest &) { return reply(200, bodyOf(found, creditsBody)); },
        .readReply = [](const HttpReply &reply,
                        const Op &) { return readBody<Op::Reply>(reply, creditsBody); },
        .writeError = failing(noCredits)};
}

Translation<api::ShowPlan> usage()
{
    using Op = api::ShowPlan;
    return {.routes = {{HttpMethod::Get, usagePath}},
            .writeRequest = [](const Op &) { return jsonRequest(HttpMethod::Get, usagePath); },
            .readRequest = [](const HttpRequest &, const PathParameters &) { return Op(); },
            .writeReply = [](const Plan &plan,
                             const HttpRequest &) { return reply(200, bodyOf(plan, toldBody)); },
            .readReply =
                [](const HttpReply &reply, const Op &) {
                    return readBody<Known>(reply, knownBody).map([](const Known &read) -> Plan {
                        return read.usage;
                    });
                },
            .writeError = failing(noUsage)};
}

/// It names no tier, as there is one to go to, and tells nothing of it.
Translation<api::UpgradePlan> upgrade()
{
    using Op = api::UpgradePlan;
    return {.routes = {{HttpMethod::Post, upgradePath}},
            .writeRequest = [](const Op &) { return jsonRequest(HttpMethod::Post, upgradePath); },
            .readRequest = [](const HttpRequest &, const PathParameters &) { return Op(); },
            .writeReply = [](const Plan &,
                             const HttpRequest &) { return answer(u"account upgraded"_s); },
            .readReply =
                [](const HttpReply &reply, const Op &asked) {
                    return readDone(reply,
                                    Plan{.tier = asked.tier, .meters = api::metersOf(asked.tier)});
                },
            .writeError = failing(notUpgraded)};
}

} // namespace

void knowCredits(Wire &wire)
{
    wire.knows<api::ShowCredits>(credits());
    wire.knows<api::ShowPlan>(usage());
    wire.knows<api::UpgradePlan>(upgrade());
}

} // namespace latchkey::wire::temporal
