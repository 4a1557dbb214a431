#include "server/http/places.h"

#include <arpa/inet.h>

#include <cstring>
#include <string>

namespace latchkey::server::http {

Origin::Origin(std::string_view address)
{
    const std::string text(address.substr(0, address.find('%')));
    in_addr four{};
    in6_addr six{};
    if (inet_pton(AF_INET6, text.c_str(), &six) == 1) {
        if (!IN6_IS_ADDR_V4MAPPED(&six)) {
            isLoopback = IN6_IS_ADDR_LOOPBACK(&six);
            for (std::size_t i = 0; i < sizeof number; ++i)
                number = number << 8 | six.s6_addr[i];
            return;
        }
        std::memcpy(&four, six.s6_addr + 12, sizeof four);
    } else {
        inet_pton(AF_INET, text.c_str(), &four);
    }
    number = ntohl(four.s_addr);
    isLoopback = number >> 24 == 127;
}

std::optional<Place> Places::take(const Origin &origin)
{
    const std::scoped_lock lock(m_mutex);
    if (m_taken >= m_limits.connections || hasTooMany(origin))
        return std::nullopt;
    ++m_ofOrigin[origin.number];
    ++m_taken;
    return std::optional<Place>(std::in_place, *this, origin);
}

bool Places::isFullFor(const Origin &origin)
{
    const std::scoped_lock lock(m_mutex);
    return hasTooMany(origin);
}

bool Places::hasTooMany(const Origin &origin) const
{
    const auto found = m_ofOrigin.find(origin.number);
    return found != m_ofOrigin.end() &&
           found->second >= (origin.isLoopback ? m_limits.ofLoopback : m_limits.ofOrigin);
}

void Places::give(const Origin &origin)
{
    const std::scoped_lock lock(m_mutex);
    --m_taken;
    if (const auto found = m_ofOrigin.find(origin.number); !--found->second)
        m_ofOrigin.erase(found);
}

} // namespace latchkey::server::http
