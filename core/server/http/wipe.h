#pragma once

#include <cstddef>
#include <string>

namespace latchkey::server::http {

/// Overwrites a part: passwords and tokens came by here.
void wipe(std::string &bytes, std::size_t from, std::size_t count);

/// Overwrites what it holds, and holds nothing.
void wipeAll(std::string &bytes);

/// Makes room for so many in all, and leaves no copy where it moves away from.
void reserveWiping(std::string &bytes, std::size_t size);

} // namespace latchkey::server::http
