#pragma once

#include "api/user.h"

/// What somebody may do on a server, in a word.
namespace latchkey::ui::rolewords {

QString role(api::Role role);

} // namespace latchkey::ui::rolewords
