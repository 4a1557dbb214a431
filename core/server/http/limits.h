#pragma once

#include <chrono>
#include <cstddef>

namespace latchkey::server::http {

/// What one client may cost. Beyond: 431, 413, 408, 503, and everybody else is still served.
struct Limits
{
    std::size_t head = 16 * 1024;
    std::size_t fields = 100;
    std::size_t body = 1024 * 1024;
    std::size_t connections = 4096;
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
