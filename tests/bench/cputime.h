#pragma once

#include <chrono>
#include <ctime>

namespace latchkey::bench {

/// What this process has had of the processor.
inline std::chrono::nanoseconds cpuTime()
{
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

} // namespace latchkey::bench
