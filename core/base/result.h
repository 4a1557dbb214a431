#pragma once

#include "base/error.h"
#include "base/nothing.h"

#include <tl/expected.hpp>

namespace latchkey {

/// A value, or why there is none.
template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace latchkey
