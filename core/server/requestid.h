#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace latchkey::server {

/// What the log calls a request: random for each loop, then counted. A UUID of our own making
/// (RFC 9562, version 8), as clients of other wires expect one. No allocation.
class RequestId
{
public:
    RequestId() = default;
    RequestId(std::uint32_t origin, std::uint32_t number)
    {
        constexpr std::string_view empty = "00000000-0000-8000-8000-000000000000";
        empty.copy(m_text.data(), empty.size());
        write(origin, 0);
        write(number, m_text.size() - digitsOfNumber);
    }

    std::string_view text() const { return {m_text.data(), m_text.size()}; }

private:
    static constexpr std::size_t digitsOfNumber = 8;

    void write(std::uint32_t number, std::size_t at)
    {
        constexpr std::string_view digits = "0123456789abcdef";
        for (std::size_t i = 0; i < digitsOfNumber; ++i)
            m_text[at + i] = digits[(number >> (28U - 4U * i)) & 15U];
    }

    std::array<char, 36> m_text{};
};

} // namespace latchkey::server
