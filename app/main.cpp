#include "exitcode.h"
#include "module.h"
#include "openwindow.h"

#include <algorithm>
#include <cstdio>
#include <span>
#include <string_view>

#include <fcntl.h>

using namespace latchkey;

namespace {

/// Whoever closed one of the three is told so when it is used; the next file that is opened must
/// not take its place.
void standOnThree()
{
    for (const int stream : {0, 1, 2}) {
        if (::fcntl(stream, F_GETFD) < 0)
            ::open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY);
    }
}

/// What was done well and nobody could read is not done: a secret that is shown once may be lost.
int told(int exitCode)
{
    const bool isWritten = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
    if (isWritten || exitCode != app::Done)
        return exitCode;
    std::fputs("latchkey: it was done, but what there is to tell could not be written\n", stderr);
    return app::Failed;
}

} // namespace

int main(int argc, char **argv)
{
    standOnThree();
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
    return run ? told(run(argc, argv)) : app::Failed;
}
