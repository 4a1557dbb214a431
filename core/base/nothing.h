#pragma once

namespace latchkey {

/// The reply of an operation that has nothing to say beyond "done".
struct Nothing
{
    bool operator==(const Nothing &) const = default;
};

} // namespace latchkey
