#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace latchkey::test {

/// A client that sends exactly the bytes it is told to, over a plain socket.
class Client
{
public:
    explicit Client(unsigned short port);
    ~Client();
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    void send(std::string_view bytes);
    /// Says that it will send no more.
    void closeSending();
    void close();

    /// One answer with its body, as Content-Length has it; what came until the end or the time was
    /// over where there is none.
    std::string answer(std::chrono::milliseconds patience = std::chrono::seconds(5));
    /// Everything until the server closes.
    std::string rest(std::chrono::milliseconds patience = std::chrono::seconds(5));
    /// Until that text has come.
    bool waitFor(std::string_view text,
                 std::chrono::milliseconds patience = std::chrono::seconds(5));
    bool isClosed() const { return m_isClosed; }

private:
    bool readMore(std::chrono::steady_clock::time_point until);

    int m_socket;
    std::string m_buffer;
    bool m_isClosed = false;
};

int statusOf(const std::string &answer);

} // namespace latchkey::test
