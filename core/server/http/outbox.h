#pragma once

#include <string>
#include <string_view>

namespace latchkey::server::http {

/// The bytes that a client is owed: those that wait, and those that a write under way has taken.
class Outbox
{
public:
    /// To append to.
    std::string &waiting() { return m_waiting; }
    /// One chunk (RFC 9112, 7.1); an empty one is the last.
    void appendChunk(std::string_view bytes);

    /// Takes all that waits for a write; it stays where it is until `wrote`.
    std::string_view beginWrite();
    void wrote();
    void wroteAtOnce(std::size_t size);

    std::size_t size() const { return m_waiting.size() + m_leaving.size(); }

private:
    std::string m_waiting;
    std::string m_leaving;
};

} // namespace latchkey::server::http
