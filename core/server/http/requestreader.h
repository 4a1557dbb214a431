#pragma once

#include "server/http/parser.h"

#include <memory>
#include <span>

namespace latchkey::server::http {

/// The bytes of one client, and the request that they begin with. Knows no socket and no time: is
/// filled, asked for the next request, and told when that is through with. What it is through with
/// it overwrites.
class RequestReader
{
public:
    static constexpr std::size_t readRoom = 16 * 1024;

    ~RequestReader() { dropAll(); }

    /// Where the next bytes go. Moves what is here: no view of it lives on.
    std::span<char> room();
    void filled(std::size_t size) { m_filled += size; }
    void dropAll();
    std::size_t unread() const { return m_filled - m_taken; }

    /// The next request, whole: its head, which points into the bytes, and `body`, until `drop`.
    /// Never moves the bytes, so it may run while some are being read.
    HeadResult take(const Limits &limits, Head &head);
    std::string_view body() const { return m_body; }
    void drop();

    /// Of the request that is here or on its way.
    bool hasHead() const { return m_headSize > 0; }
    bool isHeadOnly() const { return m_isHeadOnly; }
    std::size_t unfinished() const;
    bool waitsToBeAsked() const { return m_expectsContinue && unread() == m_headSize; }

private:
    struct Chunks
    {
        ChunkedBody reader;
        std::string body;
    };

    void forget();
    HeadResult takeHead(const Limits &limits, Head &head);
    HeadResult takeBody(const Limits &limits);
    HeadResult takeChunks(std::size_t limit);
    std::string_view buffered() const
    {
        return std::string_view(m_bytes).substr(m_taken, m_filled - m_taken);
    }

    std::string m_bytes; ///< [m_taken, m_filled) is not through with
    std::size_t m_taken = 0;
    std::size_t m_filled = 0;
    std::size_t m_headSize = 0;
    std::size_t m_bodySize = 0; ///< as it stands in the bytes; of chunks, what is taken apart
    std::unique_ptr<Chunks> m_chunks;
    std::string_view m_body;
    bool m_isHeadOnly = false;
    bool m_expectsContinue = false;
};

} // namespace latchkey::server::http
