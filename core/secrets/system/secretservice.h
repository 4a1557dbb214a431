#pragma once

#include "base/call.h"

namespace latchkey::secrets {

/// What the session's Secret Service (org.freedesktop.secrets) says of itself, asked without a
/// prompt and without blocking.
namespace secretservice {

enum class State {
    Absent, ///< no session bus, or nobody there offers it
    Locked, ///< its default collection is locked
    Silent, ///< it does not answer
    Open,   ///< or what is wrong with it is no matter of ours
};

Call<State> look();

} // namespace secretservice

} // namespace latchkey::secrets
