#include "pieces.h"

#include <algorithm>
#include <cstdint>

namespace latchkey::test {

std::vector<std::size_t> piecesOf(std::string_view input)
{
    constexpr std::size_t shortOnes = 200;
    if (input.size() <= shortOnes)
        return std::vector<std::size_t>(input.size(), 1);
    std::uint64_t state = 0xcbf29ce484222325;
    for (const char c : input)
        state = (state ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    std::vector<std::size_t> pieces;
    for (std::size_t left = input.size(); left;) {
        state = state * 6364136223846793005 + 1442695040888963407;
        const std::size_t longest = state & (1U << 20) ? 3 : 1000;
        const std::size_t length = std::min<std::size_t>(left, 1 + (state >> 33) % longest);
        pieces.push_back(length);
        left -= length;
    }
    return pieces;
}

} // namespace latchkey::test
