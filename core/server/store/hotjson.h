#pragma once

#include <string>

namespace latchkey::server {

struct HotSession;

/// The JSON of the replies of `Me` and `CurrentSession`, straight from the row: what every program
/// asks for all day. The same as the wire writes, which a test compares.
std::string meAsJson(const HotSession &row);
std::string currentSessionAsJson(const HotSession &row);

} // namespace latchkey::server
