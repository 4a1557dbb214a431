#include "server/http/outbox.h"

#include <charconv>

namespace latchkey::server::http {

void Outbox::appendChunk(std::string_view bytes)
{
    char size[20];
    const auto end = std::to_chars(size, size + sizeof size, bytes.size(), 16).ptr;
    m_waiting.append(size, end).append("\r\n").append(bytes).append("\r\n");
}

std::string_view Outbox::beginWrite()
{
    m_leaving.swap(m_waiting);
    return m_leaving;
}

void Outbox::wrote()
{
    m_leaving.clear();
}

void Outbox::wroteAtOnce(std::size_t size)
{
    m_waiting.erase(0, size);
}

} // namespace latchkey::server::http
