#pragma once

class QMenu;

namespace latchkey::ui {

/// Opened by keys, its first entry is chosen from the start: Return takes it at once.
void startAtFirst(QMenu &menu);

} // namespace latchkey::ui
