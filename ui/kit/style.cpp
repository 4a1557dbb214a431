#include "kit/style.h"

#include "kit/button.h"
#include "kit/icons.h"
#include "kit/stylepaint.h"
#include "kit/theme.h"

#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>

namespace latchkey::ui {

namespace {

/// What scrolls there has its ground below the bar too.
QBrush groundOf(const QStyleOption *option, const QWidget *bar)
{
    const QWidget *holder = bar ? bar->parentWidget() : nullptr;
    const auto *area =
        qobject_cast<const QAbstractScrollArea *>(holder ? holder->parentWidget() : nullptr);
    if (!area)
        return option->palette.brush(QPalette::Window);
    return area->palette().brush(area->viewport()->backgroundRole());
}

bool isInked(const QStyleOptionButton &button, const QWidget *widget)
{
    return button.state.testFlag(QStyle::State_Enabled) && kindOf(widget) != ButtonKind::Plain;
}

/// What stands on a button that has a colour of its own.
QStyleOptionButton withInk(const QStyleOptionButton &button, const QWidget *widget)
{
    QStyleOptionButton inked = button;
    if (!isInked(button, widget))
        return inked;
    const Colours &colours = coloursOf(button.palette);
    const ButtonKind kind = kindOf(widget);
    const QColor ink = kind == ButtonKind::Primary  ? colours.onAccent
                       : kind == ButtonKind::Danger ? colours.onDanger
                                                    : colours.accent;
    inked.palette.setColor(QPalette::ButtonText, ink);
    inked.palette.setColor(QPalette::WindowText, ink); // the arrow's
    return inked;
}

} // namespace

Style::Style(bool isCompact)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
    , m_isCompact(isCompact)
{}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    // Nobody else's text is read as markup, which would fetch what it names. Before it is laid out.
    if (auto *label = qobject_cast<QLabel *>(widget); label && label->textFormat() == Qt::AutoText)
        label->setTextFormat(Qt::PlainText);
    // What is drawn differently under the pointer must hear of it.
    if (qobject_cast<QScrollBar *>(widget) || qobject_cast<QHeaderView *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

QIcon Style::standardIcon(StandardPixmap which, const QStyleOption *option,
                          const QWidget *widget) const
{
    switch (which) {
    case SP_CommandLink:
        return icon(QStringLiteral("chevron-right"));
    case SP_LineEditClearButton:
        return icon(QStringLiteral("close"));
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        return stylepaint::button(painter, option, widget);
    case PE_PanelButtonTool:
        return stylepaint::toolButton(painter, option, widget);
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            return stylepaint::field(painter, option, widget);
        // Without a frame it is told, not asked for; the keyboard still stops there.
        if (option->state.testFlag(State_ReadOnly) && option->state.testFlag(State_HasFocus))
            return stylepaint::focusRing(painter, option);
        break;
    case PE_FrameFocusRect:
        // A button draws its own ring, a field its own frame.
        if (qobject_cast<const QPushButton *>(widget) || qobject_cast<const QComboBox *>(widget))
            return;
        if (qobject_cast<const QCheckBox *>(widget) || qobject_cast<const QRadioButton *>(widget))
            return drawChoiceFocus(option, painter, widget);
        return stylepaint::focusRing(painter, option);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return stylepaint::checkBox(painter, option);
    case PE_IndicatorRadioButton:
        return stylepaint::radioButton(painter, option);
    case PE_PanelItemViewRow: // also where the tree is indented
    case PE_PanelItemViewItem:
        if (const auto *row = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            return stylepaint::listRow(painter, row);
        break;
    case PE_IndicatorArrowDown:
        return stylepaint::menuArrow(painter, option);
    case PE_IndicatorHeaderArrow:
        if (const auto *section = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return stylepaint::sortArrow(painter, section);
        break;
    case PE_FrameTabWidget: // the line under the tabs is enough
        return;
    case PE_FrameTabBarBase:
        return stylepaint::tabLine(painter, option);
    case PE_Frame:
        if (qobject_cast<const QAbstractScrollArea *>(widget)) {
            return stylepaint::listFrame(painter, option);
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
    switch (element) {
    case CE_PushButtonBevel:
        // A choice with a description stands on a surface of its own, as every button does.
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button && button->features.testFlag(QStyleOptionButton::CommandLinkButton)) {
            QStyleOptionButton choice(*button);
            // Whoever has not touched a key yet sees as well which of them one would press.
            if (choice.state.testFlag(State_HasFocus))
                choice.state |= State_KeyboardFocusChange;
            return drawPrimitive(PE_PanelButtonCommand, &choice, painter, widget);
        } else if (button) {
            // The arrow of its menu is drawn with it.
            const QStyleOptionButton inked = withInk(*button, widget);
            return QProxyStyle::drawControl(element, &inked, painter, widget);
        }
        break;
    case CE_PushButtonLabel:
        return drawButtonLabel(option, painter, widget);
    case CE_ItemViewItem:
        return drawRow(option, painter, widget);
    case CE_Header:
        if (const auto *section = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return drawHeader(*section, painter, widget);
        break;
    case CE_HeaderSection:
        if (const auto *section = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return stylepaint::header(painter, section);
        break;
    case CE_HeaderEmptyArea: {
        QStyleOptionHeader rest;
        static_cast<QStyleOption &>(rest) = *option;
        rest.state = State_Enabled;
        return stylepaint::header(painter, &rest);
    }
    case CE_MenuItem:
        return drawMenuItem(option, painter, widget);
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return stylepaint::tab(painter, tab);
        break;
    case CE_ProgressBarGroove:
        return;
    case CE_ProgressBarContents:
        // Where the end is not known, Fusion's moving stripes say so.
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
            bar && bar->maximum > bar->minimum)
            return stylepaint::progress(painter, bar);
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        painter->fillRect(option->rect, groundOf(option, widget));
        const QRect handle = proxy()->subControlRect(control, option, SC_ScrollBarSlider, widget);
        return stylepaint::scrollBarHandle(painter, option, handle);
    }
    if (control == CC_SpinBox) {
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            return drawSpinBox(*spin, painter, widget);
    }
    if (control == CC_ComboBox) {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (combo && !combo->editable)
            return stylepaint::comboBox(painter, option, widget);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

/// As Qt does it, but with the arrow where this style wants it.
void Style::drawHeader(const QStyleOptionHeader &section, QPainter *painter,
                       const QWidget *widget) const
{
    drawControl(CE_HeaderSection, &section, painter, widget);
    QStyleOptionHeader part = section;
    part.rect = subElementRect(SE_HeaderLabel, &section, widget);
    drawControl(CE_HeaderLabel, &part, painter, widget);
    if (section.sortIndicator == QStyleOptionHeader::None)
        return;
    part.rect = subElementRect(SE_HeaderArrow, &section, widget);
    drawPrimitive(PE_IndicatorHeaderArrow, &part, painter, widget);
}

void Style::drawSpinBox(const QStyleOptionSpinBox &spin, QPainter *painter,
                        const QWidget *widget) const
{
    stylepaint::field(painter, &spin, widget);
    if (spin.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    for (const auto part : {SC_SpinBoxUp, SC_SpinBoxDown}) {
        const bool isUp = part == SC_SpinBoxUp;
        const bool canStep = spin.stepEnabled.testFlag(isUp ? QAbstractSpinBox::StepUpEnabled
                                                            : QAbstractSpinBox::StepDownEnabled);
        stylepaint::stepArrow(painter, &spin, subControlRect(CC_SpinBox, &spin, part, widget), isUp,
                              canStep);
    }
}

void Style::drawButtonLabel(const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (!button)
        return QProxyStyle::drawControl(CE_PushButtonLabel, option, painter, widget);
    QStyleOptionButton coloured = withInk(*button, widget);
    // Our icons have the colour of ordinary text by themselves.
    if (isInked(*button, widget) && !button->icon.isNull() && !button->icon.name().isEmpty())
        coloured.icon =
            iconPixmap(button->icon.name(), coloured.palette.buttonText().color(),
                       button->iconSize.height(), painter->device()->devicePixelRatio());
    QProxyStyle::drawControl(CE_PushButtonLabel, &coloured, painter, widget);
}

/// Tinted like a selected row, so that our icons, which have the colour of text, can be seen on it.
void Style::drawMenuItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return QProxyStyle::drawControl(CE_MenuItem, option, painter, widget);
    const Colours &colours = coloursOf(option->palette);
    QStyleOptionMenuItem tinted = *item;
    tinted.palette.setColor(QPalette::Highlight, colours.selection);
    tinted.palette.setColor(QPalette::HighlightedText, colours.text);
    QProxyStyle::drawControl(CE_MenuItem, &tinted, painter, widget);
}

/// Around the words, with some air; the box beside them has an outline of its own.
void Style::drawChoiceFocus(const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    QStyleOption ring = *option;
    ring.rect = option->rect.adjusted(-3, -3, 3, 3) & widget->rect();
    stylepaint::focusRing(painter, &ring);
}

/// Selected rows are tinted, their text stays as it is: the strong accent is for marked letters.
void Style::drawRow(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *row = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (!row)
        return QProxyStyle::drawControl(CE_ItemViewItem, option, painter, widget);
    const Colours &colours = coloursOf(option->palette);
    QStyleOptionViewItem tinted = *row;
    tinted.palette.setColor(QPalette::Highlight, colours.selection);
    tinted.palette.setColor(QPalette::HighlightedText, colours.text);
    QProxyStyle::drawControl(CE_ItemViewItem, &tinted, painter, widget);
}

} // namespace latchkey::ui
