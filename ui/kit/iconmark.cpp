#include "kit/iconmark.h"

#include "kit/icons.h"
#include "kit/theme.h"

#include <QPainter>

namespace latchkey::ui {

namespace {

QColor colourOf(IconMark::Ink ink, const Colours &colours)
{
    switch (ink) {
    case IconMark::Ink::Text:
        return colours.text;
    case IconMark::Ink::Subtle:
        return colours.subtle;
    case IconMark::Ink::Accent:
        return colours.accent;
    case IconMark::Ink::Success:
        return colours.success;
    case IconMark::Ink::Warning:
        return colours.warning;
    case IconMark::Ink::Danger:
        return colours.danger;
    }
    Q_UNREACHABLE();
}

} // namespace

IconMark::IconMark(int size, QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(size, size);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void IconMark::setIcon(const QString &name, Ink ink)
{
    m_name = name;
    m_ink = ink;
    update();
}

void IconMark::paintEvent(QPaintEvent *)
{
    if (m_name.isEmpty())
        return;
    QPainter painter(this);
    paintIcon(&painter, rect(), m_name, colourOf(m_ink, coloursOf(palette())));
}

} // namespace latchkey::ui
