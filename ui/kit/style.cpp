#include "kit/style.h"

#include "kit/button.h"
#include "kit/icons.h"
#include "kit/scale.h"
#include "kit/stylepaint.h"
#include "kit/theme.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QHeaderView>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>

namespace latchkey::ui {

namespace {

constexpr int IndicatorSide = 18;
constexpr int ScrollBarWidth = 12;
constexpr int FieldPadding = 6;

QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const bool isUpright = bar.orientation == Qt::Vertical;
    const int length = isUpright ? bar.rect.height() : bar.rect.width();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    int handle = length;
    if (range > 0) {
        const auto share = qint64(length) * bar.pageStep / (range + bar.pageStep);
        handle = std::clamp(int(share), std::min(32, length), length);
    }
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      length - handle, bar.upsideDown);
    const auto piece = [&](int from, int size) {
        return isUpright ? QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), size)
                         : QRect(bar.rect.left() + from, bar.rect.top(), size, bar.rect.height());
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    case QStyle::SC_ScrollBarSlider:
        return piece(start, handle);
    case QStyle::SC_ScrollBarSubPage:
        return piece(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return piece(start + handle, length - start - handle);
    default: // no arrows at the ends
        return {};
    }
}

} // namespace

Style::Style(bool isCompact)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
    , m_isCompact(isCompact)
{}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    // What is drawn differently under the pointer must hear of it.
    if (qobject_cast<QScrollBar *>(widget) || qobject_cast<QHeaderView *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

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
    case PM_FocusFrameHMargin: // item views keep their words off the edges by it
        return qobject_cast<const QAbstractItemView *>(widget) ? space::small : 3;
    case PM_FocusFrameVMargin:
        return 3;
    case PM_HeaderMargin:
        return space::small;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return IndicatorSide;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return space::small;
    case PM_ButtonIconSize:
        return 18;
    case PM_ScrollBarExtent:
        return ScrollBarWidth;
    case PM_ToolTipLabelFrameWidth:
        return space::hair;
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
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ComboBox_Popup: // a list below the field, not a menu over it
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                              const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const int height = m_isCompact ? 28 : 36;
    switch (type) {
    case CT_PushButton:
        size.setHeight(std::max(size.height(), height));
        size.rwidth() += space::large;
        break;
    case CT_LineEdit:
    case CT_SpinBox:
        size.setHeight(std::max(size.height(), height));
        break;
    case CT_ComboBox:
        size.setHeight(std::max(size.height(), height));
        size.rwidth() += space::large;
        break;
    case CT_ToolButton:
        size = size.expandedTo(QSize(height - 4, height - 4));
        break;
    case CT_ItemViewItem:
        size.setHeight(std::max(size.height(), m_isCompact ? 26 : 36));
        break;
    case CT_HeaderSection:
        size.setHeight(std::max(size.height(), m_isCompact ? 26 : 34));
        break;
    case CT_MenuItem:
        size.rheight() += m_isCompact ? 2 : 8;
        break;
    default:
        break;
    }
    return size;
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option,
                            const QWidget *widget) const
{
    QRect rect = QProxyStyle::subElementRect(element, option, widget);
    // Letters keep off the rounded corners.
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            rect.adjust(FieldPadding, 0, -FieldPadding, 0);
    }
    return rect;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                            SubControl part, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return visualRect(bar->direction, bar->rect, scrollBarPart(*bar, part));
    }
    QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        rect.adjust(space::hair, 0, -space::hair, 0);
    return rect;
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
        break;
    case PE_FrameFocusRect:
        // A button draws its own ring, a field its own frame.
        if (!qobject_cast<const QPushButton *>(widget) && !qobject_cast<const QComboBox *>(widget))
            stylepaint::focusRing(painter, option);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return stylepaint::checkBox(painter, option);
    case PE_IndicatorRadioButton:
        return stylepaint::radioButton(painter, option);
    case PE_PanelItemViewItem:
        if (const auto *row = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            return stylepaint::listRow(painter, row);
        break;
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
    case CE_PushButtonLabel:
        return drawButtonLabel(option, painter, widget);
    case CE_ItemViewItem:
        return drawRow(option, painter, widget);
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
        painter->fillRect(option->rect, option->palette.brush(QPalette::Window));
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
    const Colours &colours = coloursOf(option->palette);
    const ButtonKind kind = kindOf(widget);
    QStyleOptionButton coloured = *button;
    if (option->state.testFlag(State_Enabled) && kind != ButtonKind::Plain) {
        const QColor ink = kind == ButtonKind::Primary  ? colours.onAccent
                           : kind == ButtonKind::Danger ? colours.onDanger
                                                        : colours.accent;
        coloured.palette.setColor(QPalette::ButtonText, ink);
        // Our icons have the colour of ordinary text by themselves.
        if (!button->icon.isNull() && !button->icon.name().isEmpty())
            coloured.icon = iconPixmap(button->icon.name(), ink, button->iconSize.height(),
                                       painter->device()->devicePixelRatio());
    }
    QProxyStyle::drawControl(CE_PushButtonLabel, &coloured, painter, widget);
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
