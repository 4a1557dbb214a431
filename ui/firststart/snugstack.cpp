#include "firststart/snugstack.h"

#include <QVBoxLayout>

namespace latchkey::ui {

SnugStack::SnugStack(QWidget *parent)
    : QWidget(parent)
{
    // It leaves out what is hidden.
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

void SnugStack::addWidget(QWidget *widget)
{
    widget->hide();
    m_widgets << widget;
    layout()->addWidget(widget);
    if (!m_current)
        setCurrentWidget(widget);
}

void SnugStack::removeWidget(QWidget *widget)
{
    m_widgets.removeOne(widget);
    layout()->removeWidget(widget);
    widget->hide();
    if (m_current != widget)
        return;
    m_current = nullptr;
    if (!m_widgets.isEmpty())
        setCurrentWidget(m_widgets.first());
}

void SnugStack::setCurrentWidget(QWidget *widget)
{
    if (m_current == widget)
        return;
    if (m_current)
        m_current->hide();
    m_current = widget;
    m_current->show();
}

} // namespace latchkey::ui
