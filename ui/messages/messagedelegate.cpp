#include "messages/messagedelegate.h"

#include "kit/icons.h"
#include "kit/scale.h"
#include "kit/theme.h"
#include "messages/messagemodel.h"

#include <QApplication>
#include <QPainter>

namespace latchkey::ui {

namespace {

constexpr int iconSide = 18;

void line(QPainter *painter, const QRect &rect, Qt::Alignment side, const QString &text)
{
    const QString fitting = painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    painter->drawText(rect, static_cast<int>(side | Qt::AlignVCenter), fitting);
}

} // namespace

void MessageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, option.widget);

    const Colours &colours = coloursOf(option.palette);
    QRect inner = option.rect.adjusted(space::medium, space::small, -space::medium, -space::small);
    painter->save();
    const QRect drawing(inner.left(), inner.top() + (inner.height() / 2 - iconSide) / 2, iconSide,
                        iconSide);
    paintIcon(painter, drawing, index.data(MessageModel::IconNameRole).toString(), colours.subtle);
    inner.setLeft(drawing.right() + space::medium);

    const QString when = index.data(MessageModel::WhenRole).toString();
    const QFont small = sized(option.font, TypeSize::Caption);
    QRect upper = inner;
    upper.setHeight(inner.height() / 2);
    QRect right = upper;
    right.setLeft(upper.right() - QFontMetrics(small).horizontalAdvance(when) - space::hair);
    QRect lower = inner;
    lower.setTop(upper.bottom() + 1);
    upper.setRight(right.left() - space::small);

    painter->setFont(option.font);
    painter->setPen(colours.text);
    line(painter, upper, Qt::AlignLeft, index.data().toString());
    painter->setFont(small);
    painter->setPen(colours.subtle);
    line(painter, right, Qt::AlignRight, when);
    line(painter, lower, Qt::AlignLeft, index.data(MessageModel::RecipientRole).toString());
    painter->restore();
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, option.fontMetrics.height() * 2 + 2 * space::small + space::hair};
}

} // namespace latchkey::ui
