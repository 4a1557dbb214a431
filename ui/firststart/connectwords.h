#pragma once

#include "base/error.h"

namespace latchkey::ui {

/// Why no server was found at an address, in words for the one who typed it.
QString connectWords(const Error &error);

} // namespace latchkey::ui
