#include "kit/surface.h"

#include <QAccessibleWidget>

namespace latchkey::ui {

namespace {

class AccessibleSurface final : public QAccessibleWidget
{
public:
    using QAccessibleWidget::QAccessibleWidget;

    int childCount() const override { return isAway() ? 0 : QAccessibleWidget::childCount(); }
    QAccessibleInterface *child(int index) const override
    {
        return isAway() ? nullptr : QAccessibleWidget::child(index);
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        return isAway() ? nullptr : QAccessibleWidget::childAt(x, y);
    }
    QAccessibleInterface *focusChild() const override
    {
        return isAway() ? nullptr : QAccessibleWidget::focusChild();
    }

private:
    bool isAway() const { return !widget() || widget()->isHidden(); }
};

QAccessibleInterface *interfaceFor(const QString &, QObject *object)
{
    auto *surface = qobject_cast<Surface *>(object);
    return surface ? new AccessibleSurface(surface) : nullptr;
}

} // namespace

Surface::Surface(QWidget *parent)
    : QWidget(parent)
{
    // Twice is the same as once.
    QAccessible::installFactory(interfaceFor);
}

} // namespace latchkey::ui
