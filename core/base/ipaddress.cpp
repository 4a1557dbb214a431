#include "base/ipaddress.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace latchkey {

namespace {

constexpr unsigned fourBits = 32;
constexpr unsigned sixBits = 128;
constexpr unsigned customerBits = 64;
constexpr std::string_view mapped("\0\0\0\0\0\0\0\0\0\0\xff\xff", 12);

} // namespace

std::optional<IpAddress> IpAddress::parse(std::string_view text)
{
    const std::string whole(text.substr(0, text.find('%')));
    IpAddress address;
    address.m_isFour = inet_pton(AF_INET, whole.c_str(), address.m_bytes.data()) == 1;
    if (address.m_isFour)
        return address;
    if (inet_pton(AF_INET6, whole.c_str(), address.m_bytes.data()) != 1)
        return std::nullopt;
    if (address.bytes().starts_with(mapped)) {
        std::ranges::rotate(address.m_bytes, address.m_bytes.begin() + mapped.size());
        std::fill(address.m_bytes.begin() + fourBits / 8, address.m_bytes.end(), '\0');
        address.m_isFour = true;
    }
    return address;
}

bool IpAddress::isLoopback() const
{
    if (m_isFour)
        return m_bytes.front() == 127;
    return m_bytes.back() == 1 && std::count(m_bytes.begin(), m_bytes.end() - 1, '\0') == 15;
}

IpAddress IpAddress::customer() const
{
    return m_isFour ? *this : prefix(customerBits);
}

IpAddress IpAddress::prefix(unsigned bits) const
{
    IpAddress start = *this;
    for (unsigned i = 0; i < start.m_bytes.size(); ++i) {
        const int kept = std::clamp(int(bits) - int(8 * i), 0, 8);
        const auto mask = static_cast<unsigned char>(0xff00u >> kept);
        start.m_bytes[i] = static_cast<char>(static_cast<unsigned char>(start.m_bytes[i]) & mask);
    }
    return start;
}

std::string IpAddress::text() const
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    inet_ntop(m_isFour ? AF_INET : AF_INET6, m_bytes.data(), text.data(), text.size());
    return text.data();
}

std::string_view IpAddress::bytes() const
{
    return {m_bytes.data(), (m_isFour ? fourBits : sixBits) / 8};
}

bool isThisComputer(std::string_view host)
{
    constexpr std::string_view name = "localhost";
    const auto isSame = [](char one, char other) {
        return one == (other >= 'A' && other <= 'Z' ? other - 'A' + 'a' : other);
    };
    const auto address = IpAddress::parse(host);
    return std::ranges::equal(name, host, isSame) || (address && address->isLoopback());
}

std::optional<IpNetwork> IpNetwork::parse(std::string_view text)
{
    const auto slash = text.find('/');
    const auto address = IpAddress::parse(text.substr(0, slash));
    if (!address)
        return std::nullopt;
    const unsigned all = address->isFour() ? fourBits : sixBits;
    IpNetwork network;
    network.m_bits = all;
    if (slash != std::string_view::npos) {
        const std::string_view bits = text.substr(slash + 1);
        const auto end = std::from_chars(bits.begin(), bits.end(), network.m_bits);
        if (end.ec != std::errc() || end.ptr != bits.end() || network.m_bits > all)
            return std::nullopt;
    }
    network.m_start = address->prefix(network.m_bits);
    return network;
}

bool IpNetwork::contains(const IpAddress &address) const
{
    return address.isFour() == m_start.isFour() && address.prefix(m_bits) == m_start;
}

} // namespace latchkey
