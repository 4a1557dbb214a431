#pragma once

class QWidget;

namespace latchkey::ui {

/// Marks a field as holding something wrong; the style frames it in the colour of danger.
void setWrong(QWidget *editor, bool isWrong);
bool isWrong(const QWidget *editor);

} // namespace latchkey::ui
