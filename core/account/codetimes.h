#pragma once

#include "api/codes.h"

namespace latchkey::account {

/// The server speaks of its own clock. Where the two differ nobody must wait for hours, nor find a
/// code over that has just been sent; so it is told by this computer's, `now` being when it came.
api::CodeSent byOurClock(const api::CodeSent &sent, Timestamp now);

} // namespace latchkey::account
