#pragma once

#include <chrono>
#include <cstddef>
#include <limits>

namespace latchkey::server::http {

/// What one client may cost. Beyond: 431, 413, 408, 503, and everybody else is still served.
struct Limits
{
    std::size_t head = 16 * 1024;
    std::size_t fields = 100;
    std::size_t body = 1024 * 1024;
    std::size_t connections = 4096; ///< in all
    std::size_t ofOrigin = 256;     ///< connections of one address, or one /64
    /// Of this machine's own programs: a proxy speaks for everybody.
    std::size_t ofLoopback = std::numeric_limits<std::size_t>::max();
    std::size_t unfinished = 64 * 1024 * 1024; ///< bytes of all bodies that have not come whole
    std::size_t owed = 64 * 1024; ///< bytes of answers not taken, beyond which no more is asked
    std::size_t backlog = 1024 * 1024; ///< bytes of a stream that a slow reader may leave unread
    std::chrono::milliseconds handshakeTime{10'000};
    std::chrono::milliseconds headTime{10'000}; ///< from its first byte
    std::chrono::milliseconds bodyTime{30'000};
    std::chrono::milliseconds idleTime{60'000};  ///< with nothing asked and nothing owed
    std::chrono::milliseconds writeTime{30'000}; ///< for all that is owed when a write begins
    std::chrono::milliseconds sweep{1'000};      ///< how often deadlines are looked at
};

} // namespace latchkey::server::http
