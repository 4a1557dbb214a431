#pragma once

#include "api/user.h"

#include <chrono>

namespace latchkey::server {

/// How long a session lives, and what follows from it.
struct SessionPolicy
{
    struct Life
    {
        std::chrono::milliseconds idle;
        std::chrono::milliseconds absolute;
    };

    Life person{std::chrono::days(14), std::chrono::days(90)};
    Life admin{std::chrono::minutes(30), std::chrono::hours(12)};
    std::chrono::milliseconds touchEvery = std::chrono::minutes(1);
    std::chrono::milliseconds reinstatableFor = std::chrono::seconds(10);
    std::chrono::milliseconds endedShownFor = std::chrono::days(90);

    int livingAtMost = 1000; ///< of one account

    const Life &lifeOf(api::Role role) const { return role == api::Role::Admin ? admin : person; }
};

} // namespace latchkey::server
