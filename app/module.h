#pragma once

namespace latchkey::app {

/// A part of the program is loaded when it is wanted. A static state of the program's is not the
/// module's: each has its own. Nothing where it can't be loaded, which has been told then.
void *loadModule(const char *name);

/// The one function that a module shows, by the type it is known to have.
template <class Function>
Function entryOf(const char *module)
{
    return reinterpret_cast<Function>(loadModule(module));
}

/// For modules that are a program of their own: take what `main` takes, and run to their end.
using Main = int (*)(int, char **);

} // namespace latchkey::app
