#include "askforline.h"

#include <cstdio>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace latchkey::app {

namespace {

constexpr qsizetype longest = 1024;

Secret readLineFrom(int descriptor)
{
    QByteArray line;
    line.reserve(longest);
    char letter = 0;
    while (line.size() < longest && ::read(descriptor, &letter, 1) == 1 && letter != '\n')
        line.append(letter);
    Secret secret(line);
    explicit_bzero(line.data(), static_cast<size_t>(line.size()));
    return secret;
}

} // namespace

Secret readLine()
{
    return readLineFrom(STDIN_FILENO);
}

Secret askForLine(const QString &question)
{
    const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
    termios before{};
    if (terminal < 0)
        return {};
    if (::tcgetattr(terminal, &before) != 0) {
        ::close(terminal);
        return {};
    }
    termios unseen = before;
    unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(terminal, TCSAFLUSH, &unseen);
    std::fprintf(stderr, "%s", qPrintable(question));
    const Secret line = readLineFrom(terminal);
    ::tcsetattr(terminal, TCSAFLUSH, &before);
    std::fprintf(stderr, "\n");
    ::close(terminal);
    return line;
}

} // namespace latchkey::app
