#pragma once

#include <cstdint>

namespace latchkey::server {

/// Who may get an account by signing up. The code is made at each start, and told to whoever
/// started the server and to nobody else.
enum class SignUpRule : std::uint8_t {
    FirstWithCode, ///< the first one with the code, from then on anybody
    OnlyFirst,     ///< the first one with the code, from then on nobody
    EachWithCode,  ///< always with the code: others reach the server, and it is not theirs
    Anybody,       ///< also the first one
};

} // namespace latchkey::server
