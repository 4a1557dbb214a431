#include "server/metrics.h"

#include <algorithm>

namespace latchkey::server {

namespace {

std::array<std::string, Metrics::places> placeNames()
{
    std::array<std::string, Metrics::places> names;
    std::size_t i = 0;
    api::Operations::forEach([&]<class Op>() { names.at(i++) = Op::traits.name; });
    names.at(Metrics::noOperation) = "none";
    return names;
}

} // namespace

void Metrics::count(std::size_t place, int status, std::chrono::microseconds took)
{
    const auto kind = static_cast<std::size_t>(std::clamp(status / 100, 0, 5));
    m_places.at(place).classes.at(kind).fetch_add(1, std::memory_order_relaxed);
    const auto bucket = std::ranges::lower_bound(bounds, took.count()) - bounds.begin();
    m_buckets.at(static_cast<std::size_t>(bucket)).fetch_add(1, std::memory_order_relaxed);
    m_microseconds.fetch_add(static_cast<std::uint64_t>(took.count()), std::memory_order_relaxed);
}

void Metrics::write(std::string &out) const
{
    static const auto names = placeNames();
    out.append("# TYPE latchkey_requests_total counter\n");
    for (std::size_t place = 0; place < places; ++place) {
        for (std::size_t kind = 0; kind < m_places.at(place).classes.size(); ++kind) {
            const auto count = m_places.at(place).classes.at(kind).load(std::memory_order_relaxed);
            if (count == 0)
                continue;
            out.append("latchkey_requests_total{operation=\"").append(names.at(place));
            out.append("\",status=\"").append(std::to_string(kind)).append("xx\"} ");
            out.append(std::to_string(count)).append("\n");
        }
    }
    out.append("# TYPE latchkey_request_seconds histogram\n");
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < m_buckets.size(); ++i) {
        sum += m_buckets.at(i).load(std::memory_order_relaxed);
        const std::string bound =
            i < bounds.size() ? std::to_string(double(bounds.at(i)) / 1e6) : "+Inf";
        out.append("latchkey_request_seconds_bucket{le=\"").append(bound).append("\"} ");
        out.append(std::to_string(sum)).append("\n");
    }
    out.append("latchkey_request_seconds_sum ");
    out.append(std::to_string(double(m_microseconds.load(std::memory_order_relaxed)) / 1e6));
    out.append("\nlatchkey_request_seconds_count ").append(std::to_string(sum)).append("\n");
}

void writeGauge(std::string &out, std::string_view name, std::uint64_t value, std::string_view type)
{
    out.append("# TYPE ").append(name).append(" ").append(type).append("\n");
    out.append(name).append(" ").append(std::to_string(value)).append("\n");
}

} // namespace latchkey::server
