#include "openwindow.h"

#include "display.h"
#include "exitcode.h"
#include "fontsahead.h"
#include "module.h"

namespace latchkey::app {

int openWindow(int argc, char **argv)
{
    if (const std::string why = whyNoDisplay(); !why.empty()) {
        tellNoDisplay(why.c_str());
        return Failed;
    }
    const FontsAhead fonts;
    const auto window = entryOf<Main>("window");
    return window ? window(argc, argv) : Failed;
}

} // namespace latchkey::app
