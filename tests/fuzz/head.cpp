#include "pieces.h"
#include "require.h"
#include "server/http/parser.h"
#include "targets.h"

#include <algorithm>
#include <string>

namespace latchkey::test {

using namespace server::http;

namespace {

constexpr std::string_view forbidden("\r\n\0", 3);

bool isClean(std::string_view text)
{
    return text.find_first_of(forbidden) == std::string_view::npos;
}

void requireInside(std::string_view buffer, std::string_view view)
{
    LATCHKEY_REQUIRE(view.empty() || (view.data() >= buffer.data() &&
                                      view.data() + view.size() <= buffer.data() + buffer.size()));
}

/// What a complete head promises to those who use it.
void requireWellFormed(std::string_view buffer, const Head &head, const Limits &limits)
{
    LATCHKEY_REQUIRE(head.size <= buffer.size() && head.size <= limits.head);
    LATCHKEY_REQUIRE(buffer.substr(0, head.size).ends_with("\r\n\r\n"));
    LATCHKEY_REQUIRE(head.fieldCount <= limits.fields);
    LATCHKEY_REQUIRE(!head.method.empty() && head.path.starts_with('/'));
    LATCHKEY_REQUIRE(head.path.find_first_of("? #") == std::string_view::npos);
    LATCHKEY_REQUIRE(!(head.isChunked && head.contentLength));
    for (const std::string_view view : {head.method, head.scheme, head.host, head.query}) {
        requireInside(buffer, view);
        LATCHKEY_REQUIRE(isClean(view));
    }
    if (head.scheme.empty() || head.path != "/") // which may have been left out
        requireInside(buffer, head.path);
    LATCHKEY_REQUIRE(isClean(head.path));
    LATCHKEY_REQUIRE(head.scheme.empty() || !head.host.empty());
    for (const Field &field : std::span(head.fields).first(head.fieldCount)) {
        requireInside(buffer, field.name);
        requireInside(buffer, field.value);
        LATCHKEY_REQUIRE(!field.name.empty() && isClean(field.name) && isClean(field.value));
        LATCHKEY_REQUIRE(field.name.find_first_of(" \t:") == std::string_view::npos);
        if (equalsIgnoringCase(field.name, "connection") &&
            equalsIgnoringCase(field.value, "close")) {
            LATCHKEY_REQUIRE(!head.keepAlive);
        }
    }
}

/// The head as the plainest sender would have written it.
std::string written(const Head &head)
{
    std::string text(head.method);
    text.append(" ");
    if (!head.scheme.empty())
        text.append(head.scheme).append("://").append(head.host);
    text.append(head.path);
    if (!head.query.empty())
        text.append("?").append(head.query);
    text.append(head.isHttp10 ? " HTTP/1.0\r\n" : " HTTP/1.1\r\n");
    for (const Field &field : std::span(head.fields).first(head.fieldCount))
        text.append(field.name).append(": ").append(field.value).append("\r\n");
    return text.append("\r\n");
}

void requireSame(const Head &left, const Head &right)
{
    LATCHKEY_REQUIRE(written(left) == written(right));
    LATCHKEY_REQUIRE(left.host == right.host);
    LATCHKEY_REQUIRE(left.contentLength == right.contentLength);
    LATCHKEY_REQUIRE(left.isChunked == right.isChunked);
    LATCHKEY_REQUIRE(left.keepAlive == right.keepAlive);
    LATCHKEY_REQUIRE(left.expectsContinue == right.expectsContinue);
}

} // namespace

void fuzzHead(std::string_view input)
{
    // Small enough to be reached by an input.
    Limits limits;
    limits.head = 1024;
    limits.fields = 20;

    Head whole;
    const HeadResult atOnce = parseHead(input, limits, whole);
    LATCHKEY_REQUIRE((atOnce.outcome == Outcome::Bad) == (atOnce.status >= 400));

    // As a connection does it: each time with all that is there. Memory of its own for each
    // piece, so that a sanitizer sees a look beyond the end.
    Head pieced;
    HeadResult result;
    std::size_t size = 0;
    for (const std::size_t piece : piecesOf(input)) {
        size += piece;
        const std::vector<char> copy(input.begin(), input.begin() + static_cast<long>(size));
        result = parseHead({copy.data(), copy.size()}, limits, pieced);
        if (result.outcome == Outcome::Complete) {
            requireWellFormed({copy.data(), copy.size()}, pieced, limits);
            requireSame(pieced, whole);
        }
        if (result.outcome != Outcome::Incomplete)
            break;
    }
    LATCHKEY_REQUIRE(result.outcome == atOnce.outcome && result.status == atOnce.status);
    if (atOnce.outcome != Outcome::Complete)
        return;

    requireWellFormed(input, whole, limits);
    limits.head *= 2;
    const std::string plain = written(whole);
    Head again;
    LATCHKEY_REQUIRE(parseHead(plain, limits, again).outcome == Outcome::Complete);
    requireSame(again, whole);
}

} // namespace latchkey::test
