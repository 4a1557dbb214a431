#pragma once

#include <thread>

namespace latchkey::app {

/// Looks for the fonts of this computer while the window's module is being loaded: either takes
/// a good part of a start, and needs nothing of the other. Its end waits for that of the search.
class FontsAhead final
{
public:
    FontsAhead();

private:
    std::jthread m_looking;
};

} // namespace latchkey::app
