#pragma once

#include "api/operation.h"
#include "api/user.h"
#include "base/nothing.h"

#include <array>
#include <cstdint>

namespace latchkey::api {

enum class Package : std::uint8_t { None, Benefits, Essentials, Professional, Corporate, Unknown };

constexpr auto namesOf(Package)
{
    return std::array{Name{Package::None, "none"}, Name{Package::Benefits, "benefits"},
                      Name{Package::Essentials, "essentials"},
                      Name{Package::Professional, "professional"},
                      Name{Package::Corporate, "corporate"}};
}

enum class PackageTier : std::uint8_t { Basic, Premium, Unknown };

constexpr auto namesOf(PackageTier)
{
    return std::array{Name{PackageTier::Basic, "basic"}, Name{PackageTier::Premium, "premium"}};
}

enum class GrantState : std::uint8_t { Pending, Active, Cancelled, Unknown };

constexpr auto namesOf(GrantState)
{
    return std::array{Name{GrantState::Pending, "pending"}, Name{GrantState::Active, "active"},
                      Name{GrantState::Cancelled, "cancelled"}};
}

/// A subscription that one account gives to another, and what it is good for.
struct Grant
{
    GrantId id;
    UserCard giver;
    UserCard receiver;
    Package package = Package::None;
    PackageTier tier = PackageTier::Basic;
    GrantState state = GrantState::Active; ///< pending while the receiver's e-mail isn't verified
    Timestamp createdAt{};
    Timestamp updatedAt{};

    static constexpr auto fields()
    {
        return allFields(field("id", &Grant::id), field("giver", &Grant::giver),
                         field("receiver", &Grant::receiver), field("package", &Grant::package),
                         field("tier", &Grant::tier), field("state", &Grant::state),
                         field("createdAt", &Grant::createdAt),
                         field("updatedAt", &Grant::updatedAt));
    }

    bool operator==(const Grant &) const = default;
};

struct Grants
{
    QList<Grant> grants;

    static constexpr auto fields() { return allFields(field("grants", &Grants::grants)); }

    bool operator==(const Grants &) const = default;
};

/// Newest first, 200 at most; those that ended in the last 90 days among them.
struct ListReceivedGrants
{
    using Reply = Grants;
    static constexpr Traits traits{.name = "listReceivedGrants",
                                   .summary = "The subscriptions that others gave to the account",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(); }
};

struct ListGivenGrants
{
    using Reply = Grants;
    static constexpr Traits traits{.name = "listGivenGrants",
                                   .summary = "The subscriptions that the account gave to others",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(); }
};

/// NotFound `grantUnknown`, also for one of two others.
struct ShowGrant
{
    GrantId id;

    using Reply = Grant;
    static constexpr Traits traits{.name = "showGrant",
                                   .summary = "One subscription that was given or received",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields() { return allFields(field("id", &ShowGrant::id)); }
};

/// One living grant from an account to another: Conflict `grantExists`. NotFound `userUnknown`;
/// Rejected `grantToSelf`.
struct CreateGrant
{
    UserId receiver;
    Package package = Package::None;
    PackageTier tier = PackageTier::Basic;

    using Reply = Grant;
    static constexpr Traits traits{.name = "createGrant",
                                   .summary = "Give a subscription to another account",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Never,
                                   .byOwner = true};
    static constexpr auto fields()
    {
        return allFields(field("receiver", &CreateGrant::receiver),
                         field("package", &CreateGrant::package),
                         field("tier", &CreateGrant::tier));
    }
};

/// By who gave it alone. What is not given stays as it is. Conflict `grantEnded`.
struct UpdateGrant
{
    GrantId id;
    std::optional<Package> package;
    std::optional<PackageTier> tier;

    using Reply = Grant;
    static constexpr Traits traits{.name = "updateGrant",
                                   .summary = "Give another package or tier instead",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe,
                                   .byOwner = true};
    static constexpr auto fields()
    {
        return allFields(field("id", &UpdateGrant::id), field("package", &UpdateGrant::package),
                         field("tier", &UpdateGrant::tier));
    }
};

/// By who gave it or who received it.
struct EndGrant
{
    GrantId id;

    using Reply = Grant;
    static constexpr Traits traits{.name = "endGrant",
                                   .summary = "End a subscription that was given or received",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe,
                                   .byOwner = true};
    static constexpr auto fields() { return allFields(field("id", &EndGrant::id)); }
};

} // namespace latchkey::api
