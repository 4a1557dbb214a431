#pragma once

#include <cstddef>

namespace latchkey::server::http {

/// Lets this process have so many descriptors, or as many as it may allow itself: most systems
/// begin with 1024, fewer than there may be connections. Says how many it may have now.
std::size_t allowDescriptors(std::size_t wanted);

} // namespace latchkey::server::http
