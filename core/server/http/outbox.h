#pragma once

#include "server/http/response.h"

#include <string>
#include <string_view>

namespace latchkey::server::http {

/// The bytes that a client is owed: those that wait, and those that a write under way has taken.
/// What has left is overwritten.
class Outbox
{
public:
    Outbox() = default;
    ~Outbox();
    Outbox(const Outbox &) = delete;
    Outbox &operator=(const Outbox &) = delete;

    void append(const Response &response, std::string_view date, bool keepAlive, BodyForm form);
    void append(std::string_view bytes);
    /// One chunk (RFC 9112, 7.1); an empty one is the last.
    void appendChunk(std::string_view bytes);

    std::string_view waiting() const { return m_waiting; }
    /// Takes all that waits for a write; it stays where it is until `wrote`.
    std::string_view beginWrite();
    void wrote();
    void wroteAtOnce(std::size_t size);

    std::size_t size() const { return m_waiting.size() + m_leaving.size(); }

private:
    std::string &roomFor(std::size_t size);

    std::string m_waiting;
    std::string m_leaving;
};

} // namespace latchkey::server::http
