#include "kit/wrongmark.h"

#include <QVariant>
#include <QWidget>

namespace latchkey::ui {

namespace {
constexpr auto property = "latchkeyIsWrong";
} // namespace

void setWrong(QWidget *editor, bool isWrong)
{
    editor->setProperty(property, isWrong);
    editor->update();
}

bool isWrong(const QWidget *editor)
{
    return editor && editor->property(property).toBool();
}

} // namespace latchkey::ui
