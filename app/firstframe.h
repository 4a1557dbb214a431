#pragma once

class QWidget;

namespace latchkey::app {

/// For measuring: where LATCHKEY_STARTED_AT holds CLOCK_MONOTONIC in nanoseconds, prints how long
/// it took until this window was painted, and ends the program.
void reportFirstFrame(QWidget &window);

} // namespace latchkey::app
