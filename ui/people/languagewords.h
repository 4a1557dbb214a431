#pragma once

#include "api/user.h"

#include <QString>

namespace latchkey::ui {

/// Each language in its own words, whichever the program speaks now.
QString nameOf(api::Language language);

} // namespace latchkey::ui
