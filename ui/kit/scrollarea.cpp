#include "kit/scrollarea.h"

#include <QAccessibleWidget>

namespace latchkey::ui {

namespace {

QAccessibleInterface *interfaceFor(const QString &, QObject *object)
{
    auto *area = qobject_cast<ScrollArea *>(object);
    return area ? new QAccessibleWidget(area, QAccessible::Client) : nullptr;
}

} // namespace

ScrollArea::ScrollArea(QWidget *parent)
    : QScrollArea(parent)
{
    // Twice is the same as once.
    QAccessible::installFactory(interfaceFor);
}

} // namespace latchkey::ui
