#pragma once

#include <thread>

namespace latchkey::app {

/// Reads what fonts there are, which takes a quarter of the time to the first frame, on a core that
/// has nothing else to do then. Where the library is missing nothing happens. What was read goes
/// with this, if nobody made a window with it.
class FontsAhead
{
public:
    FontsAhead();
    ~FontsAhead();
    FontsAhead(const FontsAhead &) = delete;
    FontsAhead &operator=(const FontsAhead &) = delete;

    /// Until they are read: whoever wants fonts meanwhile would read them once more.
    void wait();

private:
    std::thread m_reading;
    void (*m_forget)() = nullptr;
};

} // namespace latchkey::app
