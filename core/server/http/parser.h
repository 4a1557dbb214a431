#pragma once

#include "server/http/limits.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace latchkey::server::http {

struct Field
{
    std::string_view name;
    std::string_view value;
};

/// A request's head as it stands in the buffer; every view points into it, or at a literal.
struct Head
{
    static constexpr std::size_t maxFields = 100;

    std::string_view method;
    std::string_view scheme; ///< where the target names one; empty otherwise
    std::string_view host;   ///< the target's, where it names one; otherwise the field's
    std::string_view path;
    std::string_view query; ///< without the '?'
    std::array<Field, maxFields> fields;
    std::size_t fieldCount = 0;
    std::uint64_t contentLength = 0;
    bool isChunked = false;
    bool keepAlive = true;
    bool isHttp10 = false;
    bool expectsContinue = false;
    std::size_t size = 0; ///< bytes of the buffer that it takes, the empty line included

    /// The first field of that name, or nothing; names compare without case.
    std::string_view field(std::string_view name) const;
};

enum class Outcome : std::uint8_t { Incomplete, Complete, Bad };

struct HeadResult
{
    Outcome outcome = Outcome::Incomplete;
    int status = 0; ///< with Bad
};

/// Reads one head from the beginning of the buffer, as RFC 9112 has it and no wider: what two
/// servers could read in two ways is refused, and as soon as no more bytes could mend it. A pure
/// function: nothing is kept between calls.
HeadResult parseHead(std::string_view buffer, const Limits &limits, Head &head);

bool equalsIgnoringCase(std::string_view left, std::string_view right);

/// Takes a chunked body apart as it comes (RFC 9112, 7.1). Trailers are refused: nothing here has a
/// use for them and smugglers do.
class ChunkedBody
{
public:
    /// Takes from `input` what it can, appends the content to `body`. Bad with 400, or 413 beyond
    /// the limit.
    HeadResult feed(std::string_view input, std::size_t &taken, std::string &body,
                    std::size_t limit);

private:
    enum class State : std::uint8_t { Size, Content, ContentEnd, LastLine };

    HeadResult readSize(std::string_view line, std::size_t already, std::size_t limit);

    State m_state = State::Size;
    std::uint64_t m_left = 0;
};

} // namespace latchkey::server::http
