#pragma once

namespace latchkey::ui {

/// Has screen readers call each button by its words alone. Of "退出(&O)" Qt takes away the "&", but
/// not the letter, which stands in brackets where the words have no Latin ones.
void speakButtonsPlainly();

} // namespace latchkey::ui
