#pragma once

#include "api/field.h"
#include "api/ids.h"
#include "api/operation.h"
#include "api/user.h"
#include "base/clock.h"
#include "base/nothing.h"

#include <array>
#include <cstdint>
#include <optional>

/// What somebody who helps others sees and does. Nobody learns or chooses another's password.
namespace latchkey::api {

enum class ResetState : std::uint8_t {
    Waiting, ///< its mail has not left yet
    Sent,
    NotSent, ///< the mail server refused it, or it waited too long
    Used,
    Expired,
    Unknown,
};

constexpr auto namesOf(ResetState)
{
    return std::array{Name{ResetState::Waiting, "waiting"}, Name{ResetState::Sent, "sent"},
                      Name{ResetState::NotSent, "notSent"}, Name{ResetState::Used, "used"},
                      Name{ResetState::Expired, "expired"}};
}

/// A reset that somebody started for another.
struct StartedReset
{
    ResetState state = ResetState::Waiting;
    Timestamp startedAt{};
    Timestamp expiresAt{};
    std::optional<Timestamp> usedAt;

    static constexpr auto fields()
    {
        return allFields(
            field("state", &StartedReset::state), field("startedAt", &StartedReset::startedAt),
            field("expiresAt", &StartedReset::expiresAt), field("usedAt", &StartedReset::usedAt));
    }

    bool operator==(const StartedReset &) const = default;
};

/// Too many failed: nobody is let try before.
struct Lock
{
    qint64 failures = 0;
    Timestamp until{};

    static constexpr auto fields()
    {
        return allFields(field("failures", &Lock::failures), field("until", &Lock::until));
    }

    bool operator==(const Lock &) const = default;
};

/// An account, as whoever helps its owner sees it.
struct HelpedAccount
{
    User user;
    std::optional<Lock> lock;
    std::optional<StartedReset> reset; ///< the last one

    static constexpr auto fields()
    {
        return allFields(field("user", &HelpedAccount::user), field("lock", &HelpedAccount::lock),
                         field("reset", &HelpedAccount::reset));
    }

    bool operator==(const HelpedAccount &) const = default;
};

struct FindAccount
{
    QString email;

    using Reply = HelpedAccount;
    static constexpr Traits traits{.name = "findAccount",
                                   .summary = "The account of an e-mail address",
                                   .scope = Scope::Support,
                                   .repeat = Repeat::Safe};
    static constexpr auto fields()
    {
        return allFields(field("email", &FindAccount::email, emailLimits));
    }
};

/// Its owner gets a code by mail. Refused for somebody of a higher role.
struct StartReset
{
    UserId id;

    using Reply = StartedReset;
    static constexpr Traits traits{.name = "startReset",
                                   .summary = "Have a code sent that resets somebody's password",
                                   .scope = Scope::Support,
                                   .repeat = Repeat::Never,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields() { return allFields(field("id", &StartReset::id)); }
};

struct LiftLock
{
    UserId id;

    using Reply = Nothing;
    static constexpr Traits traits{.name = "liftLock",
                                   .summary = "Let somebody try again at once",
                                   .scope = Scope::Support,
                                   .repeat = Repeat::Safe,
                                   .freshness = Freshness{Level::SecondFactor}};
    static constexpr auto fields() { return allFields(field("id", &LiftLock::id)); }
};

} // namespace latchkey::api
