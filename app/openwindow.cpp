#include "openwindow.h"

#include "display.h"
#include "exitcode.h"
#include "fontsahead.h"
#include "module.h"

#include <cstdio>

namespace latchkey::app {

int openWindow(int argc, char **argv)
{
    if (const std::string why = whyNoDisplay(); !why.empty()) {
        std::fprintf(stderr,
                     "latchkey: %s. Set DISPLAY to one that is there, or run\n"
                     "latchkey serve, which needs none.\n",
                     why.c_str());
        return Failed;
    }
    const FontsAhead fonts;
    const auto window = entryOf<Main>("window");
    return window ? window(argc, argv) : Failed;
}

} // namespace latchkey::app
