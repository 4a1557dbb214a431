#include "kit/boundedbox.h"

#include <QWidget>

#include <algorithm>

namespace latchkey::ui {

BoundedBox::BoundedBox(Direction direction, QWidget *widget)
    : QBoxLayout(direction, widget)
{}

int BoundedBox::heightForWidth(int width) const
{
    return QBoxLayout::heightForWidth(bounded(width));
}

int BoundedBox::minimumHeightForWidth(int width) const
{
    return QBoxLayout::minimumHeightForWidth(bounded(width));
}

int BoundedBox::bounded(int width) const
{
    return std::min(width, parentWidget()->maximumWidth());
}

} // namespace latchkey::ui
