#pragma once

#include "api/session.h"

#include <array>

namespace latchkey::ui {

/// The three parts of the list, in the order in which they stand.
enum class SessionGroup { ThisDevice, OtherDevices, Ended };

inline constexpr std::array sessionGroups{SessionGroup::ThisDevice, SessionGroup::OtherDevices,
                                          SessionGroup::Ended};

inline SessionGroup groupOf(const api::Session &session)
{
    if (session.end)
        return SessionGroup::Ended;
    return session.current ? SessionGroup::ThisDevice : SessionGroup::OtherDevices;
}

} // namespace latchkey::ui
