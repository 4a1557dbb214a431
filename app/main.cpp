#include "exitcode.h"
#include "module.h"
#include "openwindow.h"

#include <algorithm>
#include <span>
#include <string_view>

using namespace latchkey;

int main(int argc, char **argv)
{
    const std::span<char *const> arguments(argv + 1, argc > 0 ? std::size_t(argc) - 1 : 0);
    if (arguments.empty())
        return app::openWindow(argc, argv);
    const bool asksForHelp = std::ranges::any_of(arguments, [](const std::string_view argument) {
        return argument == "--help" || argument == "-h";
    });
    const std::string_view command = arguments.front();
    const bool asksServer =
        !asksForHelp && (command == "sessions" || command == "api-sessions" || command == "users");
    const auto run = app::entryOf<app::Main>(asksServer ? "client" : "commands");
    return run ? run(argc, argv) : app::Failed;
}
