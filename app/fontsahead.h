#pragma once

#include <thread>

namespace latchkey::app {

/// Reads what fonts there are, which takes a quarter of the time to the first frame, on a core that
/// has nothing else to do then. Whoever wants fonts later finds them read; where the library is
/// missing nothing happens. Waits for its end when it goes.
class FontsAhead
{
public:
    FontsAhead();

private:
    std::jthread m_reading;
};

} // namespace latchkey::app
