#pragma once

namespace latchkey::app {

/// Loads a part of the program that a server does without, and lets it run to its end. Its
/// `latchkey_module_run` takes what `main` takes. A static state of the program's is not the
/// module's: each has its own.
int runModule(const char *name, int argc, char **argv);

} // namespace latchkey::app
