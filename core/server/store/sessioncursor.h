#pragma once

#include "api/ids.h"
#include "base/clock.h"
#include "base/result.h"

#include <cstdint>
#include <optional>

namespace latchkey::server {

/// The last session of a page, by what the list is ordered by: whatever comes or goes meanwhile,
/// the next page begins right behind it.
struct SessionCursor
{
    enum class Part : std::uint8_t { Living, Ended };

    Part part = Part::Living;
    Timestamp moment{};
    api::SessionId id;

    static SessionCursor startOf(Part part);
    /// Nothing is the start. Rejected `cursorInvalid`.
    static Result<SessionCursor> parse(const std::optional<QString> &text);
    QString toText() const;
};

} // namespace latchkey::server
