#pragma once

#include "api/operation.h"
#include "api/session.h"
#include "api/user.h"

namespace latchkey::api {

enum class EventKind : std::uint8_t {
    SessionStarted,
    SessionChanged, ///< renamed, reviewed, reinstated
    SessionEnded,
    ProfileChanged,
    FactorsChanged,        ///< second factors, recovery codes, trusted devices
    GrantsChanged,         ///< given or received
    AuthorizationsChanged, ///< given or received
    OrganisationChanged,   ///< accounts made for others, or whose child it is
    CreditsChanged,        ///< how many there are, or the plan
    IdentitiesChanged,     ///< accounts elsewhere that sign in
    Resync,                ///< events were missed that are no longer kept: load everything again
    Unknown,
};

constexpr auto namesOf(EventKind)
{
    return std::array{Name{EventKind::SessionStarted, "sessionStarted"},
                      Name{EventKind::SessionChanged, "sessionChanged"},
                      Name{EventKind::SessionEnded, "sessionEnded"},
                      Name{EventKind::ProfileChanged, "profileChanged"},
                      Name{EventKind::FactorsChanged, "factorsChanged"},
                      Name{EventKind::GrantsChanged, "grantsChanged"},
                      Name{EventKind::AuthorizationsChanged, "authorizationsChanged"},
                      Name{EventKind::OrganisationChanged, "organisationChanged"},
                      Name{EventKind::CreditsChanged, "creditsChanged"},
                      Name{EventKind::IdentitiesChanged, "identitiesChanged"},
                      Name{EventKind::Resync, "resync"}};
}

/// Something that happened to the account, as it is after it.
struct Event
{
    EventId id; ///< from here a broken stream goes on
    EventKind kind = EventKind::Resync;
    std::optional<Session> session;
    std::optional<User> user;

    static constexpr auto fields()
    {
        return allFields(field("id", &Event::id), field("kind", &Event::kind),
                         field("session", &Event::session), field("user", &Event::user));
    }

    bool operator==(const Event &) const = default;
};

struct Events
{
    std::optional<EventId> after; ///< the last one seen

    using Reply = Event;
    static constexpr Traits traits{.name = "events",
                                   .summary = "What happens to the account, as it happens",
                                   .scope = Scope::Self,
                                   .repeat = Repeat::Safe,
                                   .streams = true};
    static constexpr auto fields() { return allFields(field("after", &Events::after)); }
};

} // namespace latchkey::api
