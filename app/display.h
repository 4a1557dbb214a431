#pragma once

#include <string>

namespace latchkey::app {

/// Why no window can be shown here, in a sentence; empty where one can, as far as can be told
/// without a library for it. Qt would abort.
std::string whyNoDisplay();

} // namespace latchkey::app
