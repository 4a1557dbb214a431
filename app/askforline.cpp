#include "askforline.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <termios.h>
#include <unistd.h>

namespace latchkey::app {

namespace {

constexpr qsizetype longest = 1024;

/// Where a signal says that it came: it may come to any thread, and before anybody waits for it.
std::atomic<int> brokenOff = -1;

void breakOff(int)
{
    const int error = errno;
    ::eventfd_write(brokenOff, 1);
    errno = error;
}

/// A terminal that shows nothing of what is typed, also not for ever: what would end the program
/// meanwhile only ends the line.
class Unseen
{
public:
    explicit Unseen(int terminal)
        : m_terminal(terminal)
    {
        m_isTerminal = ::tcgetattr(terminal, &m_before) == 0;
        if (!m_isTerminal)
            return;
        brokenOff = ::eventfd(0, EFD_CLOEXEC);
        struct sigaction action = {};
        action.sa_handler = breakOff;
        for (std::size_t i = 0; i < signals.size(); ++i)
            ::sigaction(signals.at(i), &action, &m_actions.at(i));
        termios unseen = m_before;
        unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(terminal, TCSAFLUSH, &unseen);
    }
    ~Unseen()
    {
        if (!m_isTerminal)
            return;
        ::tcsetattr(m_terminal, TCSAFLUSH, &m_before);
        for (std::size_t i = 0; i < signals.size(); ++i)
            ::sigaction(signals.at(i), &m_actions.at(i), nullptr);
        ::close(brokenOff.exchange(-1));
    }
    Unseen(const Unseen &) = delete;
    Unseen &operator=(const Unseen &) = delete;

    bool isTerminal() const { return m_isTerminal; }

    /// False when no line comes.
    bool waitForLine() const
    {
        std::array<pollfd, 2> watched{pollfd{m_terminal, POLLIN, 0}, pollfd{brokenOff, POLLIN, 0}};
        while (::poll(watched.data(), watched.size(), -1) < 0) {
            if (errno != EINTR)
                return false;
        }
        return watched[1].revents == 0;
    }

private:
    static constexpr std::array signals{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};

    const int m_terminal;
    bool m_isTerminal = false;
    termios m_before = {};
    std::array<struct sigaction, signals.size()> m_actions = {};
};

Secret readLineFrom(int descriptor)
{
    QByteArray line;
    line.reserve(longest);
    char letter = 0;
    while (line.size() < longest && ::read(descriptor, &letter, 1) == 1 && letter != '\n')
        line.append(letter);
    const Secret secret(line);
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
    if (terminal < 0)
        return {};
    Secret line;
    if (const Unseen unseen(terminal); unseen.isTerminal()) {
        std::fprintf(stderr, "%s", qPrintable(question));
        if (unseen.waitForLine())
            line = readLineFrom(terminal);
        std::fprintf(stderr, "\n");
    }
    ::close(terminal);
    return line;
}

} // namespace latchkey::app
