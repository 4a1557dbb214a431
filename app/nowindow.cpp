#include "openwindow.h"

#include "exitcode.h"

#include <cstdio>

namespace latchkey::app {

int openWindow(int, char **)
{
    std::fputs("latchkey: built without a window; latchkey serve runs the server.\n", stderr);
    return Failed;
}

} // namespace latchkey::app
