#pragma once

#include "api/session.h"

namespace latchkey::ui::signinwords {

/// What a person knows a session by: the name they gave it, or the program.
QString title(const api::Session &session);
/// The rest of what tells one from another: program, system, address.
QString detail(const api::Session &session);

} // namespace latchkey::ui::signinwords
