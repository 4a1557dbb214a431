#pragma once

#include "api/operation.h"
#include "api/user.h"

#include <QList>

#include <algorithm>
#include <array>
#include <cstdint>

/// What accounts may use, and how much of it is used.
namespace latchkey::api {

enum class Tier : std::uint8_t { Unverified, Free, Paid, Partner, WhiteLabeled, Unknown };

constexpr auto namesOf(Tier)
{
    return std::array{Name{Tier::Unverified, "unverified"}, Name{Tier::Free, "free"},
                      Name{Tier::Paid, "paid"}, Name{Tier::Partner, "partner"},
                      Name{Tier::WhiteLabeled, "whiteLabeled"}};
}

enum class Resource : std::uint8_t {
    Data,    ///< bytes in a month
    Records, ///< names that are published
    Messages,
    Keys,
    Speech, ///< messages that are spoken; nothing here counts them
    Unknown,
};

constexpr auto namesOf(Resource)
{
    return std::array{Name{Resource::Data, "data"}, Name{Resource::Records, "records"},
                      Name{Resource::Messages, "messages"}, Name{Resource::Keys, "keys"},
                      Name{Resource::Speech, "speech"}};
}

struct Meter
{
    Resource resource = Resource::Data;
    qint64 used = 0;
    qint64 limit = 0;

    static constexpr auto fields()
    {
        return allFields(field("resource", &Meter::resource), field("used", &Meter::used),
                         field("limit", &Meter::limit));
    }

    bool operator==(const Meter &) const = default;
};

/// What each tier is worth: the one place that says it.
struct TierLimits
{
    Tier tier;
    qint64 data;
    qint64 records;
    qint64 messages;
    qint64 keys;
};

inline constexpr qint64 gibibyte = qint64(1) << 30;
inline constexpr qint64 unlimited = 2'147'483'647; ///< as far as anybody will count
inline constexpr std::array tierLimits{
    TierLimits{Tier::Unverified, 0, 0, 0, 0},
    TierLimits{Tier::Free, 3 * gibibyte, 5, 100, 5},
    TierLimits{Tier::Paid, 1'024'000 * gibibyte, 150, 15'000, 150},
    TierLimits{Tier::Partner, 1'024'000 * gibibyte, 200, 20'000, 200},
    TierLimits{Tier::WhiteLabeled, 1'024'000 * gibibyte, unlimited, unlimited, unlimited},
};

/// The tier that somebody can take for their own account, for good.
inline constexpr Tier upgradeTier = Tier::Paid;

/// With nothing used yet. Of a tier that is unknown nothing can be said.
inline QList<Meter> metersOf(Tier tier)
{
    const auto found = std::ranges::find(tierLimits, tier, &TierLimits::tier);
    if (found == tierLimits.end())
        return {};
    return {{Resource::Data, 0, found->data},
            {Resource::Records, 0, found->records},
            {Resource::Messages, 0, found->messages},
            {Resource::Keys, 0, found->keys}};
}

struct Plan
{
    Tier tier = Tier::Unverified;
    QList<Meter> meters; ///< of what this server counts

    /// Not a field: whose it is, for ways that have words for that.
    User owner = {};

    static constexpr auto fields()
    {
        return allFields(field("tier", &Plan::tier), field("meters", &Plan::meters));
    }

    bool operator==(const Plan &) const = default;
};

struct ShowPlan
{
    using Reply = Plan;
    static constexpr Traits traits{.name = "showPlan",
                                   .summary = "What the account may use, and what it has used",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(); }
};

/// For good: nobody can go back by themselves. Rejected `tierNotOffered`; Conflict
/// `emailNotVerified`, `planUpgraded` for whoever has that or more.
struct UpgradePlan
{
    Tier tier = upgradeTier;

    using Reply = Plan;
    static constexpr Traits traits{.name = "upgradePlan",
                                   .summary = "Take a higher tier, for good",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::WithKey,
                                   .personal = true};
    static constexpr auto fields() { return allFields(field("tier", &UpgradePlan::tier)); }
};

/// NotFound `userUnknown`; Rejected `tierNotOffered` for `unverified`, which is up to the address.
struct SetPlan
{
    UserId id;
    Tier tier = Tier::Free;

    using Reply = Plan;
    static constexpr Traits traits{.name = "setPlan",
                                   .summary = "Put somebody's account into another tier",
                                   .scope = Scope::Admin,
                                   .repeat = Repeat::Safe,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields()
    {
        return allFields(field("id", &SetPlan::id), field("tier", &SetPlan::tier));
    }
};

} // namespace latchkey::api
