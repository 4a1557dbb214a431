#include "kit/taborder.h"

#include <QWidget>

#include <algorithm>

namespace latchkey::ui {

namespace {

bool isStop(const QWidget *widget)
{
    // A part that hands its focus on is reached by way of the one that takes it.
    return (widget->focusPolicy() & Qt::TabFocus) != 0 && !widget->focusProxy();
}

bool isWithin(const QWidget *whole, const QWidget *part)
{
    return whole == part || whole->isAncestorOf(part);
}

/// What Tab stops at within a widget, in the present order.
QList<QWidget *> stopsIn(QWidget *whole)
{
    QList<QWidget *> stops;
    QWidget *widget = whole;
    do {
        if (isWithin(whole, widget) && isStop(widget))
            stops.append(widget);
        widget = widget->nextInFocusChain();
    } while (widget != whole);
    return stops;
}

bool isWithinAny(const QList<QWidget *> &wholes, const QWidget *part)
{
    return std::ranges::any_of(wholes,
                               [part](const QWidget *whole) { return isWithin(whole, part); });
}

QWidget *stopBefore(const QWidget *anchor, const QList<QWidget *> &others)
{
    QWidget *widget = anchor->previousInFocusChain();
    while (widget != anchor && (!isStop(widget) || isWithinAny(others, widget)))
        widget = widget->previousInFocusChain();
    return widget;
}

} // namespace

void tabAfter(QWidget *anchor, const QList<QWidget *> &widgets)
{
    QList<QWidget *> inAnchor = stopsIn(anchor);
    inAnchor.removeIf([&widgets](const QWidget *stop) { return isWithinAny(widgets, stop); });
    QWidget *before = inAnchor.isEmpty() ? stopBefore(anchor, widgets) : inAnchor.last();
    for (QWidget *widget : widgets) {
        for (QWidget *stop : stopsIn(widget)) {
            if (stop == before)
                continue;
            QWidget::setTabOrder(before, stop);
            before = stop;
        }
    }
}

QWidget *nextStop(const QWidget *whole, QWidget *from, bool isForward)
{
    const auto step = [isForward](const QWidget *widget) {
        return isForward ? widget->nextInFocusChain() : widget->previousInFocusChain();
    };
    for (QWidget *widget = step(from); widget != from; widget = step(widget)) {
        if (whole->isAncestorOf(widget) && isStop(widget) && widget->isVisible() &&
            widget->isEnabled())
            return widget;
    }
    return nullptr;
}

bool goToNextStop(QWidget *whole, bool isForward)
{
    QWidget *focus = whole->window()->focusWidget();
    QWidget *stop = nextStop(whole, focus ? focus : whole, isForward);
    if (stop)
        stop->setFocus(isForward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return stop != nullptr;
}

} // namespace latchkey::ui
