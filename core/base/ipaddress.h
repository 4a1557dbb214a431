#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace latchkey {

/// An IPv4 or IPv6 address. An IPv4 address that comes as `::ffff:192.0.2.1` is that IPv4 address,
/// and a zone is dropped.
class IpAddress
{
public:
    static std::optional<IpAddress> parse(std::string_view text);

    bool isFour() const { return m_isFour; }
    bool isLoopback() const;
    /// What one customer has: the address itself, or the /64 of an IPv6 address.
    IpAddress customer() const;
    /// Its first bits, the rest zero.
    IpAddress prefix(unsigned bits) const;

    std::string text() const;
    /// Four or sixteen bytes.
    std::string_view bytes() const;

    bool operator==(const IpAddress &) const = default;

private:
    std::array<char, 16> m_bytes{};
    bool m_isFour = false;
};

/// Whether a host, as a name or an address, is the machine that we run on.
bool isThisComputer(std::string_view host);

/// `10.0.0.0/8`, or one address.
class IpNetwork
{
public:
    static std::optional<IpNetwork> parse(std::string_view text);

    bool contains(const IpAddress &address) const;

private:
    IpAddress m_start;
    unsigned m_bits = 0;
};

} // namespace latchkey
