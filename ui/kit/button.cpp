#include "kit/button.h"

#include <QVariant>
#include <QWidget>

namespace latchkey::ui {

namespace {
constexpr auto property = "latchkeyKind";
} // namespace

void setKind(QWidget *button, ButtonKind kind)
{
    button->setProperty(property, static_cast<int>(kind));
    button->update();
}

ButtonKind kindOf(const QWidget *button)
{
    return button ? static_cast<ButtonKind>(button->property(property).toInt()) : ButtonKind::Plain;
}

} // namespace latchkey::ui
