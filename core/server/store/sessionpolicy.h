#pragma once

#include "api/session.h"
#include "api/user.h"

#include <chrono>

namespace latchkey::server {

/// How long a session lives, and what follows from it.
struct SessionPolicy
{
    api::Life person = api::personLife;
    api::Life admin = api::adminLife;
    std::chrono::milliseconds touchEvery = std::chrono::minutes(1);
    /// What has less than this before it is lengthened by any use: a wire's sessions may begin so.
    std::chrono::milliseconds shortLife = std::chrono::minutes(5);
    /// A token that was replaced a moment ago proves nothing: the answer with the new one is on its
    /// way to somebody, who would lose the session.
    std::chrono::milliseconds formerRestsFor = std::chrono::seconds(3);
    /// How long a renewed token goes on doing what the next one does.
    std::chrono::milliseconds renewedRunsOutAfter = std::chrono::minutes(1);
    std::chrono::milliseconds reinstatableFor = std::chrono::seconds(10);
    std::chrono::milliseconds endedShownFor = std::chrono::days(90);

    int livingAtMost = 1000; ///< of one account, beside its API sessions
    std::chrono::milliseconds remindBefore = std::chrono::days(7); ///< an API session ends

    const api::Life &lifeOf(api::Role role) const
    {
        return role == api::Role::Admin ? admin : person;
    }
};

} // namespace latchkey::server
