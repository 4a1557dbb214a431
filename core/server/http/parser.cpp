#include "server/http/parser.h"

#include <algorithm>

namespace latchkey::server::http {

namespace {

constexpr HeadResult bad(int status)
{
    return {Outcome::Bad, status};
}

constexpr HeadResult complete{Outcome::Complete, 0};

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// RFC 9110, 5.6.2: tchar
constexpr auto tokenCharacters = [] {
    std::array<bool, 256> is{};
    for (unsigned c = 'a'; c <= 'z'; ++c)
        is[c] = is[c - 'a' + 'A'] = true;
    for (unsigned c = '0'; c <= '9'; ++c)
        is[c] = true;
    for (const char c : std::string_view("!#$%&'*+-.^_`|~"))
        is[static_cast<unsigned char>(c)] = true;
    return is;
}();

bool isToken(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return tokenCharacters[static_cast<unsigned char>(c)];
    });
}

/// RFC 9110, 5.5: visible characters, spaces and tabs; also the bytes of other alphabets.
bool isFieldValue(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
    });
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

/// Whether a comma-separated list holds that word.
bool lists(std::string_view list, std::string_view word)
{
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        if (equalsIgnoringCase(trimmed(list.substr(0, comma)), word))
            return true;
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return false;
}

/// `http://host:port` at the beginning of a target (RFC 9112, 3.2.2). It is taken off.
bool readAuthority(std::string_view &target, Head &head)
{
    const auto colon = target.find("://");
    if (colon == std::string_view::npos)
        return false;
    head.scheme = target.substr(0, colon);
    if (!equalsIgnoringCase(head.scheme, "http") && !equalsIgnoringCase(head.scheme, "https"))
        return false;
    target.remove_prefix(colon + 3);
    const auto end = std::min(target.find_first_of("/?"), target.size());
    head.host = target.substr(0, end);
    target.remove_prefix(end);
    // A name before the host is there to deceive (RFC 9110, 4.2.4).
    return !head.host.empty() && head.host.find('@') == std::string_view::npos;
}

HeadResult readTarget(std::string_view target, Head &head)
{
    const bool isPlain = std::ranges::all_of(target, [](char c) {
        return c > 0x20 && c < 0x7f && c != '#' && c != '"' && c != '<' && c != '>' && c != '\\';
    });
    if (target.empty() || !isPlain)
        return bad(400);
    if (target.front() != '/' && !readAuthority(target, head))
        return bad(400);
    const auto question = std::min(target.find('?'), target.size());
    head.path = question ? target.substr(0, question) : "/";
    head.query = target.substr(std::min(question + 1, target.size()));
    return complete;
}

HeadResult readRequestLine(std::string_view line, Head &head)
{
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last)
        return bad(400);
    head.method = line.substr(0, first);
    const auto target = line.substr(first + 1, last - first - 1);
    const auto version = line.substr(last + 1);
    if (!isToken(head.method) || target.find(' ') != std::string_view::npos)
        return bad(400);
    if (version.size() != 8 || version.substr(0, 5) != "HTTP/" || !isDigit(version[5]) ||
        version[6] != '.' || !isDigit(version[7]))
        return bad(400);
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return bad(505);
    head.isHttp10 = version == "HTTP/1.0";
    head.keepAlive = !head.isHttp10;
    return readTarget(target, head);
}

/// Of a line that has not come whole.
bool beginsWithMethod(std::string_view line)
{
    return line.empty() || isToken(line.substr(0, line.find(' ')));
}

HeadResult readField(std::string_view line, const Limits &limits, Head &head)
{
    // A line that begins with a space goes on with the one before it (obs-fold): refused, as is a
    // space before the colon, because other servers read them in other ways.
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !isToken(line.substr(0, colon)))
        return bad(400);
    const auto value = trimmed(line.substr(colon + 1));
    if (!isFieldValue(value))
        return bad(400);
    if (head.fieldCount == std::min(limits.fields, Head::maxFields))
        return bad(431);
    head.fields[head.fieldCount++] = {line.substr(0, colon), value};
    return complete;
}

HeadResult readLength(std::string_view value, Head &head)
{
    // 18 digits fit into the number; longer ones are beyond every limit anyway.
    if (value.empty() || !std::ranges::all_of(value, isDigit))
        return bad(400);
    if (value.size() > 18)
        return bad(413);
    head.contentLength = 0;
    for (const char c : value)
        head.contentLength = head.contentLength * 10 + static_cast<unsigned>(c - '0');
    return complete;
}

/// What the fields say together about the message (RFC 9112, 3.2, 6.1, 6.3 and 9.3).
HeadResult readMeaning(Head &head)
{
    int hosts = 0;
    int lengths = 0;
    int codings = 0;
    int credentials = 0;
    bool closes = false;
    for (std::size_t i = 0; i < head.fieldCount; ++i) {
        const auto &[name, value] = head.fields[i];
        if (equalsIgnoringCase(name, "host")) {
            ++hosts;
            if (head.scheme.empty()) // else the target has named another, which counts more
                head.host = value;
        } else if (equalsIgnoringCase(name, "authorization")) {
            ++credentials;
        } else if (equalsIgnoringCase(name, "content-length")) {
            ++lengths;
            if (const auto result = readLength(value, head); result.outcome == Outcome::Bad)
                return result;
        } else if (equalsIgnoringCase(name, "transfer-encoding")) {
            ++codings;
            if (!equalsIgnoringCase(value, "chunked"))
                return bad(lists(value, "chunked") ? 501 : 400);
            head.isChunked = true;
        } else if (equalsIgnoringCase(name, "connection")) {
            // A close anywhere counts, whatever another field says after it.
            closes = closes || lists(value, "close");
            head.keepAlive = head.keepAlive || lists(value, "keep-alive");
        } else if (equalsIgnoringCase(name, "expect")) {
            if (!equalsIgnoringCase(value, "100-continue"))
                return bad(417);
            head.expectsContinue = true;
        }
    }
    head.keepAlive = head.keepAlive && !closes;
    if (hosts > 1 || (hosts == 0 && !head.isHttp10))
        return bad(400);
    // A proxy in front of us may look at the other one (RFC 9110, 5.3).
    if (credentials > 1)
        return bad(400);
    if (lengths > 1 || codings > 1 || (lengths && codings) || (codings && head.isHttp10))
        return bad(400);
    return complete;
}

} // namespace

bool equalsIgnoringCase(std::string_view left, std::string_view right)
{
    return left.size() == right.size() &&
           std::equal(left.begin(), left.end(), right.begin(),
                      [](char a, char b) { return lower(a) == lower(b); });
}

std::string_view Head::field(std::string_view name) const
{
    for (std::size_t i = 0; i < fieldCount; ++i) {
        if (equalsIgnoringCase(fields[i].name, name))
            return fields[i].value;
    }
    return {};
}

// Line by line, so that what can't become a request is refused before its end has come: one that
// speaks TLS, or ends its lines in another way, would wait for ever. Bare CRs are in no valid line.
HeadResult parseHead(std::string_view buffer, const Limits &limits, Head &head)
{
    head.scheme = head.host = {};
    head.fieldCount = 0;
    head.contentLength = 0;
    head.isChunked = head.expectsContinue = false;
    std::string_view rest = buffer.substr(0, limits.head);
    for (bool isFirst = true;; isFirst = false) {
        const auto end = rest.find('\n');
        if (end == std::string_view::npos) {
            if (isFirst && !beginsWithMethod(rest))
                return bad(400);
            return buffer.size() > limits.head ? bad(431) : HeadResult{};
        }
        if (end == 0 || rest[end - 1] != '\r')
            return bad(400);
        const auto line = rest.substr(0, end - 1);
        rest.remove_prefix(end + 1);
        if (line.empty() && !isFirst)
            break;
        const auto result = isFirst ? readRequestLine(line, head) : readField(line, limits, head);
        if (result.outcome == Outcome::Bad)
            return result;
    }
    head.size = static_cast<std::size_t>(rest.data() - buffer.data());
    return readMeaning(head);
}

HeadResult ChunkedBody::readSize(std::string_view line, std::size_t already, std::size_t limit)
{
    // Extensions after a ';' mean nothing to us and have been used to smuggle: refused.
    if (line.empty() || line.size() > 8)
        return bad(400);
    std::uint64_t size = 0;
    for (const char c : line) {
        const char l = lower(c);
        if (!isDigit(l) && (l < 'a' || l > 'f'))
            return bad(400);
        size = size * 16 + static_cast<unsigned>(isDigit(l) ? l - '0' : l - 'a' + 10);
    }
    if (size > limit - std::min(already, limit))
        return bad(413);
    m_left = size;
    m_state = size ? State::Content : State::LastLine;
    return {};
}

HeadResult ChunkedBody::feed(std::string_view input, std::size_t &taken, std::string &body,
                             std::size_t limit)
{
    taken = 0;
    while (true) {
        const auto rest = input.substr(taken);
        if (m_state == State::Content) {
            const auto part = std::min<std::uint64_t>(m_left, rest.size());
            body.append(rest.substr(0, part));
            taken += part;
            m_left -= part;
            if (m_left)
                return {};
            m_state = State::ContentEnd;
            continue;
        }
        if (m_state == State::Size) {
            const auto end = rest.find('\n');
            if (end == std::string_view::npos)
                return rest.size() > 10 ? bad(400) : HeadResult{};
            if (end == 0 || rest[end - 1] != '\r')
                return bad(400);
            if (const auto result = readSize(rest.substr(0, end - 1), body.size(), limit);
                result.outcome == Outcome::Bad)
                return result;
            taken += end + 1;
            continue;
        }
        if (rest.substr(0, 2) != std::string_view("\r\n").substr(0, rest.size()))
            return bad(400);
        if (rest.size() < 2)
            return {};
        taken += 2;
        if (m_state == State::LastLine)
            return complete;
        m_state = State::Size;
    }
}

} // namespace latchkey::server::http
