#pragma once

#include <cstdio>
#include <string>

namespace latchkey::app {

/// Why no window can be shown here, in a sentence; empty where one can, as far as can be told
/// without a library for it. Qt would abort.
std::string whyNoDisplay();

/// Says to the shell why no window can be shown, and what to do.
inline void tellNoDisplay(const char *why)
{
    std::fprintf(stderr,
                 "latchkey: %s. Set DISPLAY to one that is there, or run\n"
                 "latchkey serve, which needs none.\n",
                 why);
}

} // namespace latchkey::app
