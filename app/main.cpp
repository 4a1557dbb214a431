#include "exitcode.h"
#include "fontsahead.h"
#include "module.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string_view>

using namespace latchkey;

namespace {

#ifdef LATCHKEY_WITH_WINDOW
constexpr bool hasWindow = true;
#else
constexpr bool hasWindow = false;
#endif

bool isSet(const char *variable)
{
    const char *value = std::getenv(variable);
    return value && *value != '\0';
}

int openWindow(int argc, char **argv)
{
    if (!hasWindow) {
        std::fputs("latchkey: built without a window; latchkey serve runs the server.\n", stderr);
        return app::Failed;
    }
    if (!isSet("DISPLAY") && !isSet("WAYLAND_DISPLAY") && !isSet("QT_QPA_PLATFORM")) {
        std::fputs("latchkey: there is no display to open a window on. Set DISPLAY, or run\n"
                   "latchkey serve, which needs none.\n",
                   stderr);
        return app::Failed;
    }
    app::FontsAhead fonts;
    const auto window = app::entryOf<app::Main>("window");
    fonts.wait();
    return window ? window(argc, argv) : app::Failed;
}

} // namespace

int main(int argc, char **argv)
{
    const std::span<char *const> arguments(argv + 1, argc > 0 ? std::size_t(argc) - 1 : 0);
    if (arguments.empty())
        return openWindow(argc, argv);
    const bool asksForHelp = std::ranges::any_of(arguments, [](const std::string_view argument) {
        return argument == "--help" || argument == "-h";
    });
    const std::string_view command = arguments.front();
    const bool asksServer = !asksForHelp && (command == "sessions" || command == "users");
    const auto run = app::entryOf<app::Main>(asksServer ? "client" : "commands");
    return run ? run(argc, argv) : app::Failed;
}
