#include "net/backoff.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

namespace latchkey::net {

Random systemRandom()
{
    return [] { return QRandomGenerator::global()->generateDouble(); };
}

BackOff::BackOff(std::chrono::milliseconds first, std::chrono::milliseconds longest, Random random,
                 double factor)
    : m_first(first)
    , m_longest(longest)
    , m_random(std::move(random))
    , m_factor(factor)
{}

std::chrono::milliseconds BackOff::wait(int tries) const
{
    const double whole = std::min(static_cast<double>(m_first.count()) * std::pow(m_factor, tries),
                                  static_cast<double>(m_longest.count()));
    return std::chrono::milliseconds(std::llround(whole * (0.5 + m_random() / 2)));
}

} // namespace latchkey::net
