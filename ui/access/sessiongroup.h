#pragma once

#include "api/session.h"

#include <array>

namespace latchkey::ui {

/// The parts of the list, in the order in which they stand.
enum class SessionGroup { ThisDevice, OtherDevices, ApiSessions, Ended };

inline constexpr std::array sessionGroups{SessionGroup::ThisDevice, SessionGroup::OtherDevices,
                                          SessionGroup::ApiSessions, SessionGroup::Ended};

inline SessionGroup groupOf(const api::Session &session)
{
    if (session.end)
        return SessionGroup::Ended;
    if (session.kind == api::SessionKind::Api)
        return SessionGroup::ApiSessions;
    return session.current ? SessionGroup::ThisDevice : SessionGroup::OtherDevices;
}

} // namespace latchkey::ui
