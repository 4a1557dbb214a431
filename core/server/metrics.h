#pragma once

#include "api/operations.h"

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>

namespace latchkey::server {

/// Counters of what was asked and how long it took. From any thread.
class Metrics
{
public:
    /// One place for each operation, and one for whatever is none.
    static constexpr std::size_t places = api::Operations::size + 1;
    static constexpr std::size_t noOperation = api::Operations::size;

    void count(std::size_t place, int status, std::chrono::microseconds took);

    /// A damaged database was met. It heals by nothing that this process could do.
    void noteDamage() { m_isDamaged.store(true, std::memory_order_relaxed); }
    bool isDamaged() const { return m_isDamaged.load(std::memory_order_relaxed); }

    /// The Prometheus text format.
    void write(std::string &out) const;

private:
    static constexpr std::array<std::int64_t, 12> bounds{
        100, 250, 500, 1'000, 2'500, 5'000, 10'000, 25'000, 100'000, 250'000, 1'000'000, 5'000'000};

    struct Place
    {
        std::array<std::atomic<std::uint64_t>, 6> classes{}; ///< 1xx to 5xx
    };

    std::array<Place, places> m_places{};
    std::array<std::atomic<std::uint64_t>, bounds.size() + 1> m_buckets{};
    std::atomic<std::uint64_t> m_microseconds{0};
    std::atomic<bool> m_isDamaged{false};
};

/// One line of the text format, with its type.
void writeGauge(std::string &out, std::string_view name, std::uint64_t value,
                std::string_view type = "gauge");

} // namespace latchkey::server
