#pragma once

#include "base/secret.h"

namespace latchkey::app {

/// A line that a person types at the terminal without its being seen; empty where there is none.
Secret askForLine(const QString &question);
/// The first line of the standard input.
Secret readLine();

} // namespace latchkey::app
