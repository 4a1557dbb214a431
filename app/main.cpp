#include "display.h"
#include "exitcode.h"
#include "module.h"

#include <algorithm>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>

using namespace latchkey;

namespace {

#ifdef LATCHKEY_WITH_WINDOW
constexpr bool hasWindow = true;
#else
constexpr bool hasWindow = false;
#endif

int openWindow(int argc, char **argv)
{
    if (!hasWindow) {
        std::fputs("latchkey: built without a window; latchkey serve runs the server.\n", stderr);
        return app::Failed;
    }
    if (const std::string why = app::whyNoDisplay(); !why.empty()) {
        std::fprintf(stderr,
                     "latchkey: %s. Set DISPLAY to one that is there, or run\n"
                     "latchkey serve, which needs none.\n",
                     why.c_str());
        return app::Failed;
    }
    const auto window = app::entryOf<app::Main>("window");
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
    const bool asksServer =
        !asksForHelp && (command == "sessions" || command == "api-sessions" || command == "users");
    const auto run = app::entryOf<app::Main>(asksServer ? "client" : "commands");
    return run ? run(argc, argv) : app::Failed;
}
