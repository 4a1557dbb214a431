#pragma once

namespace latchkey::app {

/// Takes what `main` takes, and runs to the window's end. What stands in the way is told.
int openWindow(int argc, char **argv);

} // namespace latchkey::app
