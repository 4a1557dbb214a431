#pragma once

#include "api/plans.h"
#include "wire/members.h"

/// What of a plan stands in members of their own, where a wire has no list of meters.
namespace latchkey::wire {

/// None is used, and none may be, of what a plan doesn't speak of.
constexpr auto metered(const char *name, api::Resource resource, qint64 api::Meter::*which)
{
    return told(
        name,
        [resource, which](const api::Plan &plan) {
            const auto found = std::ranges::find(plan.meters, resource, &api::Meter::resource);
            return found == plan.meters.end() ? qint64(0) : *found.*which;
        },
        [resource, which](api::Plan &plan, qint64 read) {
            auto found = std::ranges::find(plan.meters, resource, &api::Meter::resource);
            if (found == plan.meters.end())
                found = plan.meters.insert(found, {resource, 0, 0});
            *found.*which = read;
            return true;
        });
}

} // namespace latchkey::wire
