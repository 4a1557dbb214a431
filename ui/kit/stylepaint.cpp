#include "kit/stylepaint.h"

#include "kit/button.h"
#include "kit/icons.h"
#include "kit/scale.h"
#include "kit/theme.h"
#include "kit/wrongmark.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>

namespace latchkey::ui::stylepaint {

namespace {

bool isFocusToBeSeen(const QStyleOption *option)
{
    return option->state.testFlag(QStyle::State_HasFocus) &&
           option->state.testFlag(QStyle::State_KeyboardFocusChange);
}

QColor pressed(const QColor &fill, bool isDown, const Colours &colours)
{
    return colours.isDark ? fill.lighter(isDown ? 118 : 108) : fill.darker(isDown ? 125 : 110);
}

struct ButtonLook
{
    QColor fill;
    QColor line;
    QColor innerRing; ///< within a filled button a second ring sets the focus off
};

ButtonLook lookOf(const QStyleOption *option, ButtonKind kind, const Colours &colours)
{
    const bool isEnabled = option->state.testFlag(QStyle::State_Enabled);
    const bool isHovered = isEnabled && option->state.testFlag(QStyle::State_MouseOver);
    const bool isDown = option->state & (QStyle::State_Sunken | QStyle::State_On);
    if (kind == ButtonKind::Primary || kind == ButtonKind::Danger) {
        const bool isPrimary = kind == ButtonKind::Primary;
        ButtonLook look{isPrimary ? colours.accent : colours.danger,
                        {},
                        isPrimary ? colours.onAccent : colours.onDanger};
        if (!isEnabled)
            look.fill = colours.quiet;
        else if (isHovered || isDown)
            look.fill = pressed(look.fill, isDown, colours);
        return look;
    }
    ButtonLook look{colours.surface, isEnabled ? colours.fieldBorder : colours.border, {}};
    if (kind == ButtonKind::Flat)
        look = {};
    if (isDown)
        look.fill = colours.selection;
    else if (isHovered)
        look.fill = colours.hover;
    return look;
}

} // namespace

void rounded(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &line,
             qreal lineWidth)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->setPen(line.isValid() ? QPen(line, lineWidth) : QPen(Qt::NoPen));
    const qreal inset = line.isValid() ? lineWidth / 2 : 0;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), cornerRadius,
                             cornerRadius);
    painter->restore();
}

void button(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Colours &colours = coloursOf(option->palette);
    const ButtonLook look = lookOf(option, kindOf(widget), colours);
    const QRectF rect(option->rect);
    rounded(painter, rect, look.fill, look.line);
    if (!isFocusToBeSeen(option))
        return;
    rounded(painter, rect, {}, look.innerRing.isValid() ? colours.text : colours.accent, 2);
    if (look.innerRing.isValid())
        rounded(painter, rect.adjusted(2, 2, -2, -2), {}, look.innerRing, 1.5);
}

void toolButton(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const bool isFlat = option->state.testFlag(QStyle::State_AutoRaise);
    const ButtonKind kind = isFlat ? ButtonKind::Flat : kindOf(widget);
    const ButtonLook look = lookOf(option, kind, coloursOf(option->palette));
    rounded(painter, QRectF(option->rect), look.fill, look.line);
}

void field(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Colours &colours = coloursOf(option->palette);
    const bool isEnabled = option->state.testFlag(QStyle::State_Enabled);
    const bool hasFocus = option->state.testFlag(QStyle::State_HasFocus);
    QColor line = isEnabled ? colours.fieldBorder : colours.border;
    if (isWrong(widget))
        line = colours.danger;
    else if (hasFocus)
        line = colours.accent;
    rounded(painter, QRectF(option->rect), isEnabled ? colours.surface : colours.window, line,
            hasFocus ? 2 : 1);
}

void focusRing(QPainter *painter, const QStyleOption *option)
{
    if (option->state.testFlag(QStyle::State_KeyboardFocusChange))
        rounded(painter, QRectF(option->rect), {}, coloursOf(option->palette).accent, 2);
}

void checkBox(QPainter *painter, const QStyleOption *option)
{
    const Colours &colours = coloursOf(option->palette);
    const bool isEnabled = option->state.testFlag(QStyle::State_Enabled);
    const bool isOn = option->state.testFlag(QStyle::State_On);
    const bool isPartly = option->state.testFlag(QStyle::State_NoChange);
    const bool isFilled = isOn || isPartly;
    const bool isHovered = isEnabled && option->state.testFlag(QStyle::State_MouseOver);
    const QColor fill = isFilled ? (isEnabled ? colours.accent : colours.quiet)
                                 : (isHovered ? colours.hover : colours.surface);
    const QColor line = isFilled ? QColor() : (isEnabled ? colours.fieldBorder : colours.border);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(line.isValid() ? QPen(line, 1) : QPen(Qt::NoPen));
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->drawRoundedRect(box, 4, 4);
    painter->setPen(QPen(isEnabled ? colours.onAccent : colours.subtle, 2, Qt::SolidLine,
                         Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    const auto at = [&box](qreal x, qreal y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    if (isOn)
        painter->drawPolyline(QPolygonF{at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.31)});
    else if (isPartly)
        painter->drawLine(at(0.27, 0.5), at(0.73, 0.5));
    painter->restore();
}

void radioButton(QPainter *painter, const QStyleOption *option)
{
    const Colours &colours = coloursOf(option->palette);
    const bool isEnabled = option->state.testFlag(QStyle::State_Enabled);
    const bool isOn = option->state.testFlag(QStyle::State_On);
    const bool isHovered = isEnabled && option->state.testFlag(QStyle::State_MouseOver);
    const QColor ink = isEnabled ? colours.accent : colours.border;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(isHovered ? colours.hover : colours.surface);
    painter->setPen(isOn        ? QPen(ink, 2)
                    : isEnabled ? QPen(colours.fieldBorder, 1)
                                : QPen(colours.border, 1));
    const QRectF disc = QRectF(option->rect).adjusted(1, 1, -1, -1);
    painter->drawEllipse(disc);
    if (isOn) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        const qreal inset = disc.width() * 0.27;
        painter->drawEllipse(disc.adjusted(inset, inset, -inset, -inset));
    }
    painter->restore();
}

void comboBox(QPainter *painter, const QStyleOptionComplex *option, const QWidget *widget)
{
    field(painter, option, widget);
    const Colours &colours = coloursOf(option->palette);
    const QRect &rect = option->rect;
    const int side = 16;
    const int x = option->direction == Qt::RightToLeft ? rect.left() + space::small
                                                       : rect.right() - side - space::small;
    const bool isEnabled = option->state.testFlag(QStyle::State_Enabled);
    paintIcon(painter, QRect(x, rect.center().y() - side / 2 + 1, side, side),
              QStringLiteral("chevron-down"), isEnabled ? colours.text : colours.border);
}

void menuArrow(QPainter *painter, const QStyleOption *option)
{
    QRect place(0, 0, 16, 16);
    place.moveCenter(option->rect.center());
    paintIcon(painter, place, QStringLiteral("chevron-down"),
              option->palette.color(QPalette::ButtonText));
}

void stepArrow(QPainter *painter, const QStyleOption *option, const QRect &rect, bool isUp,
               bool isEnabled)
{
    const Colours &colours = coloursOf(option->palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(isEnabled ? colours.text : colours.border, 1.5, Qt::SolidLine,
                         Qt::RoundCap, Qt::RoundJoin));
    const QPointF middle = QRectF(rect).center() - QPointF(2, 0);
    const qreal tip = isUp ? -2 : 2;
    painter->drawPolyline(QPolygonF{middle + QPointF(-3.5, -tip / 2), middle + QPointF(0, tip),
                                    middle + QPointF(3.5, -tip / 2)});
    painter->restore();
}

void scrollBarHandle(QPainter *painter, const QStyleOptionComplex *option, const QRect &handle)
{
    const Colours &colours = coloursOf(option->palette);
    const bool isHovered = option->state.testFlag(QStyle::State_MouseOver);
    const bool isDown = option->state.testFlag(QStyle::State_Sunken);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(isHovered || isDown ? colours.subtle : colours.fieldBorder);
    const QRectF body = QRectF(handle).adjusted(3, 3, -3, -3);
    const qreal radius = std::min(body.width(), body.height()) / 2;
    painter->drawRoundedRect(body, radius, radius);
    painter->restore();
}

void listFrame(QPainter *painter, const QStyleOption *option)
{
    const Colours &colours = coloursOf(option->palette);
    const bool hasFocus = option->state.testFlag(QStyle::State_HasFocus);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(hasFocus ? colours.accent : colours.border);
    painter->setBrush(option->palette.brush(QPalette::Base));
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), cardRadius,
                             cardRadius);
    painter->restore();
}

void listRow(QPainter *painter, const QStyleOptionViewItem *option)
{
    const Colours &colours = coloursOf(option->palette);
    if (option->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option->rect, option->backgroundBrush);
    if (option->state.testFlag(QStyle::State_Selected))
        painter->fillRect(option->rect, colours.selection);
    else if (option->state.testFlag(QStyle::State_MouseOver) &&
             option->state.testFlag(QStyle::State_Enabled))
        painter->fillRect(option->rect, colours.hover);
}

void header(QPainter *painter, const QStyleOptionHeader *option)
{
    const Colours &colours = coloursOf(option->palette);
    const bool isHovered = option->state.testFlag(QStyle::State_MouseOver) &&
                           option->state.testFlag(QStyle::State_Enabled);
    painter->fillRect(option->rect, isHovered ? colours.hover : colours.surface);
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                      colours.border);
}

void sortArrow(QPainter *painter, const QStyleOptionHeader *option)
{
    // Qt calls it "down" where what is less stands on top.
    const bool isUp = option->sortIndicator == QStyleOptionHeader::SortDown;
    stepArrow(painter, option, option->rect, isUp, true);
}

void tab(QPainter *painter, const QStyleOptionTab *option)
{
    const Colours &colours = coloursOf(option->palette);
    const bool isCurrent = option->state.testFlag(QStyle::State_Selected);
    const QRect rect = option->rect;
    if (option->state.testFlag(QStyle::State_MouseOver) && !isCurrent)
        rounded(painter, QRectF(rect).adjusted(2, 2, -2, -4), colours.hover, {});
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.border);
    if (isCurrent)
        painter->fillRect(QRect(rect.left() + 2, rect.bottom() - 2, rect.width() - 4, 3),
                          colours.accent);
    if (isCurrent && isFocusToBeSeen(option))
        rounded(painter, QRectF(rect).adjusted(2, 2, -2, -5), {}, colours.accent, 2);
}

void tabLine(QPainter *painter, const QStyleOption *option)
{
    const QRect &rect = option->rect;
    painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 1),
                      coloursOf(option->palette).border);
}

void progress(QPainter *painter, const QStyleOptionProgressBar *option)
{
    const Colours &colours = coloursOf(option->palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colours.quiet);
    QRectF track(option->rect);
    track.setTop(track.center().y() - 3);
    track.setHeight(6);
    painter->drawRoundedRect(track, 3, 3);
    const int range = option->maximum - option->minimum;
    if (range > 0) {
        const qreal part = qreal(option->progress - option->minimum) / range;
        track.setWidth(std::max(track.width() * part, part > 0 ? 6.0 : 0.0));
        painter->setBrush(colours.accent);
        painter->drawRoundedRect(track, 3, 3);
    }
    painter->restore();
}

} // namespace latchkey::ui::stylepaint
