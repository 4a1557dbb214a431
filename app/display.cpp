#include "display.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace latchkey::app {

namespace {

std::string valueOf(const char *variable)
{
    const char *value = std::getenv(variable);
    return value ? value : "";
}

/// With a leading null byte it is a name in no folder.
bool answers(std::string_view path)
{
    sockaddr_un address{};
    if (path.size() >= sizeof address.sun_path)
        return false;
    address.sun_family = AF_UNIX;
    std::ranges::copy(path, address.sun_path);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return true; // that is not the display's fault
    const auto length = socklen_t(offsetof(sockaddr_un, sun_path) + path.size());
    const bool isThere =
        ::connect(socket, reinterpret_cast<const sockaddr *>(&address), length) == 0;
    ::close(socket);
    return isThere;
}

/// `:1.0` and `unix:1` are on this computer; whoever names another host is believed.
bool mayAnswer(std::string_view display)
{
    const auto colon = display.rfind(':');
    if (colon == std::string_view::npos)
        return true;
    const auto host = display.substr(0, colon);
    if (!host.empty() && host != "unix")
        return true;
    const auto number = display.substr(colon + 1, display.find('.', colon) - colon - 1);
    const std::string path = "/tmp/.X11-unix/X" + std::string(number);
    return answers('\0' + path) || answers(path);
}

} // namespace

std::string whyNoDisplay()
{
    if (!valueOf("QT_QPA_PLATFORM").empty() || !valueOf("WAYLAND_DISPLAY").empty())
        return {};
    const std::string display = valueOf("DISPLAY");
    if (display.empty())
        return "there is no display to open a window on";
    return mayAnswer(display) ? std::string() : "nobody answers at the display " + display;
}

} // namespace latchkey::app
