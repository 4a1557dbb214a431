#pragma once

#include <functional>

class QWidget;

namespace latchkey::app {

/// Runs `act` once the window can be seen: what is not needed for that has no business before it.
/// A window that nobody shows for a second does not keep it waiting.
void afterFirstFrame(QWidget &window, std::function<void()> act);

/// Says how long it took from LATCHKEY_STARTED_AT (nanoseconds, monotonic) until now, and ends the
/// program; without it, nothing.
void reportFirstFrame();

} // namespace latchkey::app
