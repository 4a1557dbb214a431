#include "kit/style.h"

#include "kit/button.h"
#include "kit/scale.h"
#include "kit/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace latchkey::ui {

namespace {

void drawRounded(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &line,
                 qreal width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    const qreal inset = width / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), cornerRadius,
                             cornerRadius);
    painter->restore();
}

} // namespace

Style::Style(bool isCompact)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
    , m_isCompact(isCompact)
{}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return space::medium;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return space::small;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 3;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_EtchDisabledText:
        return 0;
    case SH_UnderlineShortcut:
        return 1;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                              const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const int height = m_isCompact ? 28 : 34;
    switch (type) {
    case CT_PushButton:
        size.setHeight(std::max(size.height(), height));
        size.rwidth() += space::medium;
        break;
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        size.setHeight(std::max(size.height(), height));
        break;
    case CT_MenuItem:
        size.rheight() += m_isCompact ? 2 : 6;
        break;
    default:
        break;
    }
    return size;
}

void Style::drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Colours &colours = coloursOf(option->palette);
    const bool isEnabled = option->state & State_Enabled;
    const bool isHovered = isEnabled && (option->state & State_MouseOver);
    const bool isDown = option->state & (State_Sunken | State_On);
    const ButtonKind kind = kindOf(widget);
    QColor fill = colours.surface;
    QColor line = colours.border;
    if (kind == ButtonKind::Primary || kind == ButtonKind::Danger) {
        fill = kind == ButtonKind::Primary ? colours.accent : colours.danger;
        line = QColor();
        if (!isEnabled)
            fill.setAlphaF(0.35F);
        else if (isHovered || isDown)
            fill =
                colours.isDark ? fill.lighter(isDown ? 118 : 108) : fill.darker(isDown ? 125 : 110);
    } else if (isHovered || isDown) {
        fill = isDown ? colours.selection : colours.hover;
    } else if (kind == ButtonKind::Flat) {
        fill = QColor();
    }
    if (kind == ButtonKind::Flat)
        line = QColor();
    drawRounded(painter, option->rect, fill, line);
    if ((option->state & State_HasFocus) && (option->state & State_KeyboardFocusChange))
        drawRounded(painter, option->rect, QColor(),
                    kind == ButtonKind::Primary ? colours.text : colours.accent, 2);
}

void Style::drawField(const QStyleOption *option, QPainter *painter) const
{
    const Colours &colours = coloursOf(option->palette);
    const bool hasFocus = option->state & State_HasFocus;
    drawRounded(painter, option->rect,
                option->state & State_Enabled ? colours.surface : colours.window,
                hasFocus ? colours.accent : colours.border, hasFocus ? 2 : 1);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        drawButton(option, painter, widget);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0) {
            drawField(option, painter);
            return;
        }
        break;
    case PE_FrameFocusRect:
        // Item views and check boxes: a ring in the accent colour instead of faint dots.
        if (option->state & State_KeyboardFocusChange)
            drawRounded(painter, option->rect, QColor(), coloursOf(option->palette).accent, 2);
        return;
    case PE_Frame:
        if (qobject_cast<const QAbstractItemView *>(widget)) {
            const Colours &colours = coloursOf(option->palette);
            drawRounded(painter, option->rect, QColor(),
                        option->state & State_HasFocus ? colours.accent : colours.border);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (element == CE_PushButtonLabel) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            const Colours &colours = coloursOf(option->palette);
            QStyleOptionButton coloured = *button;
            const ButtonKind kind = kindOf(widget);
            const bool isEnabled = option->state & State_Enabled;
            if (kind == ButtonKind::Primary && isEnabled)
                coloured.palette.setColor(QPalette::ButtonText, colours.onAccent);
            else if (kind == ButtonKind::Danger && isEnabled)
                coloured.palette.setColor(QPalette::ButtonText, colours.onDanger);
            QProxyStyle::drawControl(element, &coloured, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

} // namespace latchkey::ui
