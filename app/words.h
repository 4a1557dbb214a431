#pragma once

#include "base/error.h"

namespace latchkey::app {

/// What went wrong, for whoever reads it in a shell: no code of ours, and nothing of a library's
/// that was not asked for.
QString inWords(const Error &error);

} // namespace latchkey::app
