#include "server/http/outbox.h"

#include "server/http/wipe.h"

#include <charconv>
#include <cstring>

namespace latchkey::server::http {

Outbox::~Outbox()
{
    wipeAll(m_waiting);
    wipeAll(m_leaving);
}

std::string &Outbox::roomFor(std::size_t size)
{
    reserveWiping(m_waiting, m_waiting.size() + size);
    return m_waiting;
}

void Outbox::append(const Response &response, std::string_view date, bool keepAlive, BodyForm form)
{
    constexpr std::size_t ownLines = 256; // the engine's own, with their names
    const std::size_t size = ownLines + date.size() + response.contentType.size() +
                             response.fields.size() + response.body.size();
    writeResponse(roomFor(size), response, date, keepAlive, form);
}

void Outbox::append(std::string_view bytes)
{
    roomFor(bytes.size()).append(bytes);
}

void Outbox::appendChunk(std::string_view bytes)
{
    char size[20];
    const auto end = std::to_chars(size, size + sizeof size, bytes.size(), 16).ptr;
    roomFor(sizeof size + bytes.size() + 4)
        .append(size, end)
        .append("\r\n")
        .append(bytes)
        .append("\r\n");
}

std::string_view Outbox::beginWrite()
{
    m_leaving.swap(m_waiting);
    return m_leaving;
}

void Outbox::wrote()
{
    wipeAll(m_leaving);
}

void Outbox::wroteAtOnce(std::size_t size)
{
    if (size == m_waiting.size())
        return wipeAll(m_waiting);
    const std::size_t left = m_waiting.size() - size;
    std::memmove(m_waiting.data(), m_waiting.data() + size, left);
    wipe(m_waiting, left, size);
    m_waiting.resize(left);
}

} // namespace latchkey::server::http
