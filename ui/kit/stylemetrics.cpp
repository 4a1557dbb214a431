#include "kit/button.h"
#include "kit/scale.h"
#include "kit/style.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QStyleOption>

// How large and where; what it looks like stands in style.cpp.
namespace latchkey::ui {

namespace {

constexpr int indicatorSide = 18;
constexpr int scrollBarWidth = 12;
constexpr int fieldPadding = 6;
constexpr int listFrame = 3;
constexpr int arrowSide = 12;

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
    case PM_DefaultFrameWidth: // what scrolls has square corners; the frame's are round
        if (qobject_cast<const QAbstractScrollArea *>(widget))
            return listFrame;
        return QProxyStyle::pixelMetric(metric, option, widget);
    case PM_HeaderMarkSize:
        return arrowSide;
    case PM_FocusFrameVMargin:
        return 3;
    case PM_HeaderMargin:
        return space::small;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return indicatorSide;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return space::small;
    case PM_ButtonIconSize:
        return 18;
    case PM_ScrollBarExtent:
        return scrollBarWidth;
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
    case SH_Header_ArrowAlignment:
        return Qt::AlignVCenter | Qt::AlignRight;
    case SH_UnderlineShortcut:
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ComboBox_Popup: // a list below the field, not a menu over it
    case SH_DialogButtonBox_ButtonsHaveIcons:
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
        // Short links are no wider than their words, so that those of a column begin together.
        if (kindOf(widget) == ButtonKind::Flat)
            size.setWidth(contents.width() + pixelMetric(PM_ButtonMargin, option, widget) +
                          2 * pixelMetric(PM_DefaultFrameWidth, option, widget));
        size.rwidth() += space::large;
        break;
    case CT_LineEdit:
        // Without a frame it is told, and stands as close to its label as other words.
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth == 0) {
            size.setHeight(contents.height() + space::hair);
            break;
        }
        size.setHeight(std::max(size.height(), height));
        break;
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
    case CT_TabBarTab:
        size += QSize(space::small, space::small);
        break;
    case CT_CheckBox:
    case CT_RadioButton:
        size += QSize(space::hair, space::hair);
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
    // Right behind the words that it belongs to.
    if (element == SE_HeaderArrow) {
        const auto *section = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (!section)
            return rect;
        const int words = option->fontMetrics.horizontalAdvance(section->text);
        const QRect &all = option->rect;
        const int start = std::min(all.left() + space::small + words + space::hair,
                                   all.right() - arrowSide - space::hair);
        rect = QRect(start, all.center().y() - arrowSide / 2 + 1, arrowSide, arrowSide);
        return visualRect(option->direction, all, rect);
    }
    // Letters keep off the rounded corners.
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            rect.adjust(fieldPadding, 0, -fieldPadding, 0);
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

} // namespace latchkey::ui
