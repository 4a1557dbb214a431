#include "pieces.h"
#include "require.h"
#include "server/http/parser.h"
#include "targets.h"

#include <cstdio>
#include <string>

namespace latchkey::test {

using namespace server::http;

namespace {

constexpr std::size_t limit = 512; // small enough to be reached by an input

struct Reading
{
    HeadResult result;
    std::string body;
    std::size_t taken = 0;
};

Reading read(std::string_view input, const std::vector<std::size_t> &pieces)
{
    Reading reading;
    ChunkedBody chunks;
    std::size_t arrived = 0;
    for (const std::size_t piece : pieces) {
        arrived += piece;
        const std::vector<char> open(input.begin() + static_cast<long>(reading.taken),
                                     input.begin() + static_cast<long>(arrived));
        std::size_t taken = 0;
        reading.result = chunks.feed({open.data(), open.size()}, taken, reading.body, limit);
        LATCHKEY_REQUIRE(taken <= open.size());
        LATCHKEY_REQUIRE(reading.body.size() <= limit);
        reading.taken += taken;
        if (reading.result.outcome != Outcome::Incomplete)
            break;
    }
    return reading;
}

} // namespace

void fuzzChunked(std::string_view input)
{
    const Reading whole = read(input, {input.size()});
    const Reading pieced = read(input, piecesOf(input));
    LATCHKEY_REQUIRE(whole.result.outcome == pieced.result.outcome);
    LATCHKEY_REQUIRE(whole.result.status == pieced.result.status);
    LATCHKEY_REQUIRE(whole.body == pieced.body);
    if (whole.result.outcome == Outcome::Bad) {
        LATCHKEY_REQUIRE(whole.result.status == 400 || whole.result.status == 413);
        return;
    }
    LATCHKEY_REQUIRE(whole.taken == pieced.taken);
    if (whole.result.outcome == Outcome::Incomplete)
        return;

    LATCHKEY_REQUIRE(input.substr(0, whole.taken).ends_with("0\r\n\r\n"));
    std::string plain;
    if (!whole.body.empty()) {
        char size[20];
        std::snprintf(size, sizeof size, "%zx\r\n", whole.body.size());
        plain = size + whole.body + "\r\n";
    }
    plain += "0\r\n\r\n";
    const Reading again = read(plain, {plain.size()});
    LATCHKEY_REQUIRE(again.result.outcome == Outcome::Complete && again.body == whole.body);
    LATCHKEY_REQUIRE(again.taken == plain.size());
}

} // namespace latchkey::test
