#include "home/recentdelegate.h"

#include "home/recentmodel.h"
#include "kit/scale.h"
#include "kit/theme.h"

#include <QPainter>

namespace latchkey::ui {

namespace {

void line(QPainter *painter, const QRect &rect, Qt::Alignment side, const QString &text)
{
    const QString fitting = painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    painter->drawText(rect, static_cast<int>(side | Qt::AlignVCenter), fitting);
}

} // namespace

void RecentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Colours &colours = coloursOf(option.palette);
    const QString ending = index.data(RecentModel::EndingRole).toString();
    const QString mark = index.data(RecentModel::CurrentRole).toString() + ending;
    const QRect inner = option.rect.adjusted(0, 0, 0, -2 * space::hair);
    const QString when = index.data(RecentModel::WhenRole).toString();
    const int whenWidth = option.fontMetrics.horizontalAdvance(when) + space::hair;
    QRect upper = inner;
    upper.setHeight(inner.height() / 2);
    QRect right = upper;
    right.setLeft(upper.right() - whenWidth);
    QRect lower = inner;
    lower.setTop(upper.bottom() + 1);
    upper.setRight(right.left() - space::small);
    QRect beside = lower;
    beside.setLeft(lower.right() - option.fontMetrics.horizontalAdvance(mark) - space::hair);
    lower.setRight(beside.left() - space::small);

    painter->save();
    painter->setFont(option.font);
    painter->setPen(!ending.isEmpty() ? colours.subtle : colours.text);
    line(painter, upper, Qt::AlignLeft, index.data().toString());
    painter->setPen(colours.subtle);
    line(painter, right, Qt::AlignRight, when);
    painter->setPen(ending.isEmpty() ? colours.accent : colours.subtle);
    line(painter, beside, Qt::AlignRight, mark);
    painter->setPen(colours.subtle);
    line(painter, lower, Qt::AlignLeft, index.data(RecentModel::DetailRole).toString());
    painter->restore();
}

QSize RecentDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, option.fontMetrics.height() * 2 + 3 * space::hair};
}

} // namespace latchkey::ui
