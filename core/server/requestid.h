#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace latchkey::server {

/// What the log calls a request: random for each loop, then counted. No allocation.
class RequestId
{
public:
    RequestId() = default;
    RequestId(std::uint32_t origin, std::uint32_t number)
    {
        constexpr std::string_view digits = "0123456789abcdef";
        const std::uint64_t both = (std::uint64_t(origin) << 32U) | number;
        for (std::size_t i = 0; i < m_text.size(); ++i)
            m_text[i] = digits[(both >> (60U - 4U * i)) & 15U];
    }

    std::string_view text() const { return {m_text.data(), m_text.size()}; }

private:
    std::array<char, 16> m_text{};
};

} // namespace latchkey::server
