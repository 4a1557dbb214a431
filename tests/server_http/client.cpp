#include "client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <utility>

namespace latchkey::test {

Client::Client(unsigned short port)
    : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address))
        throw std::runtime_error("nobody listens");
    const int yes = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

Client::~Client()
{
    close();
}

void Client::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return; // the server has had enough; what it said is still to be read
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

void Client::closeSending()
{
    ::shutdown(m_socket, SHUT_WR);
}

void Client::close()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
}

bool Client::readMore(std::chrono::steady_clock::time_point until)
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        until - std::chrono::steady_clock::now());
    pollfd readable{.fd = m_socket, .events = POLLIN, .revents = 0};
    if (m_isClosed || left.count() <= 0 || ::poll(&readable, 1, int(left.count())) <= 0)
        return false;
    char bytes[65536];
    const auto received = ::recv(m_socket, bytes, sizeof bytes, 0);
    if (received <= 0) {
        m_isClosed = true;
        return false;
    }
    m_buffer.append(bytes, static_cast<std::size_t>(received));
    return true;
}

std::string Client::answer(std::chrono::milliseconds patience)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    std::size_t size = std::string::npos;
    while (true) {
        const auto head = m_buffer.find("\r\n\r\n");
        if (head != std::string::npos && size == std::string::npos) {
            size = head + 4;
            const std::string name = "Content-Length: ";
            if (const auto at = m_buffer.find(name); at < head) {
                std::size_t length = 0;
                std::from_chars(m_buffer.data() + at + name.size(), m_buffer.data() + head, length);
                size += length;
            }
        }
        if (size <= m_buffer.size() || !readMore(until)) {
            const std::string taken = m_buffer.substr(0, std::min(size, m_buffer.size()));
            m_buffer.erase(0, taken.size());
            return taken;
        }
    }
}

std::string Client::rest(std::chrono::milliseconds patience)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    while (readMore(until)) {
    }
    return std::exchange(m_buffer, {});
}

bool Client::waitFor(std::string_view text, std::chrono::milliseconds patience)
{
    const auto until = std::chrono::steady_clock::now() + patience;
    while (m_buffer.find(text) == std::string::npos) {
        if (!readMore(until))
            return false;
    }
    return true;
}

int statusOf(const std::string &answer)
{
    int status = 0;
    if (answer.size() > 12)
        std::from_chars(answer.data() + 9, answer.data() + 12, status);
    return status;
}

} // namespace latchkey::test
