#include "shell/overlay.h"

#include "kit/scale.h"
#include "kit/stylepaint.h"
#include "kit/theme.h"

#include <QPainter>

namespace latchkey::ui {

Overlay::Overlay(QWidget *window)
    : QWidget(window)
{
    // What is clicked here is not meant for what lies below.
    setAttribute(Qt::WA_NoMousePropagation);
}

void Overlay::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    stylepaint::rounded(&painter, rect(), colours.surface, colours.fieldBorder);
}

} // namespace latchkey::ui
