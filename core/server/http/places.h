#pragma once

#include "server/http/limits.h"

#include <cstdint>
#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace latchkey::server::http {

/// Who a connection comes from: an IPv4 address, or the /64 of an IPv6 one, which is what one
/// customer has.
struct Origin
{
    explicit Origin(std::string_view address);

    std::uint64_t number = 0; ///< an IPv4 address is below 2^32, where no /64 is in use
    bool isLoopback = false;

    friend bool operator==(const Origin &, const Origin &) = default;
};

class Place;

/// How many connections there are, in all and from each origin. For all loops: each call may come
/// from any thread.
class Places
{
public:
    explicit Places(const Limits &limits)
        : m_limits(limits)
    {}

    /// Nothing when there are too many, in all or from there.
    std::optional<Place> take(const Origin &origin);
    bool isFullFor(const Origin &origin);

private:
    friend class Place;

    bool hasTooMany(const Origin &origin) const;
    void give(const Origin &origin);

    const Limits &m_limits;
    std::mutex m_mutex;
    std::size_t m_taken = 0;
    std::unordered_map<std::uint64_t, std::size_t> m_ofOrigin;
};

/// Is given back when it ends.
class Place
{
public:
    Place(Places &places, const Origin &origin)
        : m_places(&places)
        , m_origin(origin)
    {}
    ~Place()
    {
        if (m_places)
            m_places->give(m_origin);
    }
    Place(Place &&other) noexcept
        : m_places(std::exchange(other.m_places, nullptr))
        , m_origin(other.m_origin)
    {}
    Place &operator=(Place &&) = delete;

    const Origin &origin() const { return m_origin; }

private:
    Places *m_places;
    Origin m_origin;
};

} // namespace latchkey::server::http
