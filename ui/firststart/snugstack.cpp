#include "firststart/snugstack.h"

#include <QLayout>

namespace latchkey::ui {

SnugStack::SnugStack(QWidget *parent)
    : QStackedWidget(parent)
{
    // Its own layout would hold it to the tallest.
    layout()->setSizeConstraint(QLayout::SetNoConstraint);
    connect(this, &QStackedWidget::currentChanged, this, &QWidget::updateGeometry);
}

QSize SnugStack::sizeHint() const
{
    return currentWidget() ? currentWidget()->sizeHint() : QStackedWidget::sizeHint();
}

QSize SnugStack::minimumSizeHint() const
{
    return currentWidget() ? currentWidget()->minimumSizeHint() : QStackedWidget::minimumSizeHint();
}

bool SnugStack::hasHeightForWidth() const
{
    return currentWidget() && currentWidget()->hasHeightForWidth();
}

int SnugStack::heightForWidth(int width) const
{
    return currentWidget() ? currentWidget()->heightForWidth(width) : -1;
}

} // namespace latchkey::ui
