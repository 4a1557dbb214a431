#pragma once

#include <QString>

class QPushButton;
class QWidget;

namespace latchkey::ui {

enum class ButtonKind {
    Plain,
    Primary, ///< what the page is for; one of them on a page
    Danger,  ///< ends or removes something
    Flat,    ///< beside the point: words alone, in the accent colour
};

void setKind(QWidget *button, ButtonKind kind);
ButtonKind kindOf(const QWidget *button);

} // namespace latchkey::ui
