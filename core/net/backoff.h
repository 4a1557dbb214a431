#pragma once

#include <chrono>
#include <functional>

namespace latchkey::net {

/// Each call gives a number from 0 up to, but not, 1.
using Random = std::function<double()>;
Random systemRandom();

/// How long to wait before trying again: ever longer, bounded, and spread so that many clients of a
/// server that comes back don't all come at once.
class BackOff
{
public:
    BackOff(std::chrono::milliseconds first, std::chrono::milliseconds longest, Random random,
            double factor = 2);

    /// `tries` is how many went wrong before this one, from 0.
    std::chrono::milliseconds wait(int tries) const;
    void setFirst(std::chrono::milliseconds first) { m_first = first; }

private:
    std::chrono::milliseconds m_first;
    std::chrono::milliseconds m_longest;
    Random m_random;
    double m_factor;
};

} // namespace latchkey::net
