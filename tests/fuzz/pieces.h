#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace latchkey::test {

/// Lengths of the pieces that an input arrives in, as a network may cut it: byte by byte where it
/// is short, else somewhere that the input itself decides, so that each finding repeats.
std::vector<std::size_t> piecesOf(std::string_view input);

} // namespace latchkey::test
