#include "server/http/requestreader.h"

#include "server/http/wipe.h"

#include <algorithm>
#include <cstring>

namespace latchkey::server::http {

namespace {

constexpr std::size_t idleRoom = 2 * 1024; ///< for most requests, and little while idle

} // namespace

std::span<char> RequestReader::room()
{
    if (m_taken) {
        const std::size_t left = unread();
        if (left) {
            std::memmove(m_bytes.data(), m_bytes.data() + m_taken, left);
            // What was taken is overwritten already; the end of the rest stands here twice.
            const std::size_t twice = std::max(left, m_taken);
            wipe(m_bytes, twice, m_filled - twice);
        }
        m_taken = 0;
        m_filled = left;
    }
    if (!m_filled && m_bytes.size() > readRoom)
        m_bytes = {}; // a large body came by; an idle connection does not keep its room
    if (m_bytes.size() < m_filled + idleRoom) {
        const std::size_t size = m_filled + (m_filled ? readRoom : idleRoom);
        reserveWiping(m_bytes, size);
        m_bytes.resize(size);
    }
    return std::span(m_bytes).subspan(m_filled);
}

HeadResult RequestReader::take(const Limits &limits, Head &head)
{
    const bool isBegun = hasHead();
    if (!isBegun) {
        if (const auto result = takeHead(limits, head); result.outcome != Outcome::Complete)
            return result;
    }
    const auto result = takeBody(limits);
    // What the caller holds may be another client's head by now, or the bytes elsewhere.
    if (result.outcome == Outcome::Complete && isBegun)
        parseHead(buffered(), limits, head);
    return result;
}

HeadResult RequestReader::takeHead(const Limits &limits, Head &head)
{
    const auto result = parseHead(buffered(), limits, head);
    if (result.outcome != Outcome::Complete)
        return result;
    m_isHeadOnly = head.method == "HEAD";
    if (head.contentLength > limits.body)
        return {Outcome::Bad, 413};
    m_expectsContinue = head.expectsContinue;
    m_headSize = head.size;
    m_bodySize = static_cast<std::size_t>(head.contentLength);
    if (head.isChunked)
        m_chunks = std::make_unique<Chunks>();
    return result;
}

HeadResult RequestReader::takeBody(const Limits &limits)
{
    if (m_chunks) {
        const auto result = takeChunks(limits.body);
        m_body = m_chunks->body;
        return result;
    }
    if (buffered().size() < m_headSize + m_bodySize)
        return {};
    m_body = buffered().substr(m_headSize, m_bodySize);
    return {Outcome::Complete, 0};
}

HeadResult RequestReader::takeChunks(std::size_t limit)
{
    std::size_t taken = 0;
    reserveWiping(m_chunks->body, std::min(limit, m_chunks->body.size() + unread()));
    const auto result = m_chunks->reader.feed(buffered().substr(m_headSize + m_bodySize), taken,
                                              m_chunks->body, limit);
    m_bodySize += taken;
    // Many tiny chunks take far more room than what they hold.
    if (result.outcome != Outcome::Bad && m_bodySize > 2 * limit)
        return {Outcome::Bad, 413};
    return result;
}

/// Bytes of a body that has not come whole.
std::size_t RequestReader::unfinished() const
{
    if (!hasHead())
        return 0;
    return unread() - m_headSize + (m_chunks ? m_chunks->body.size() : 0);
}

void RequestReader::drop()
{
    wipe(m_bytes, m_taken, m_headSize + m_bodySize);
    m_taken += m_headSize + m_bodySize;
    forget();
}

void RequestReader::dropAll()
{
    wipe(m_bytes, m_taken, unread());
    m_taken = m_filled = 0;
    forget();
}

void RequestReader::forget()
{
    m_headSize = m_bodySize = 0;
    m_body = {};
    if (m_chunks)
        wipeAll(m_chunks->body);
    m_chunks.reset();
    m_isHeadOnly = m_expectsContinue = false;
}

} // namespace latchkey::server::http
