#include "accounts/accountdelegate.h"

#include "accounts/accountmodel.h"
#include "kit/avatardisc.h"
#include "kit/scale.h"
#include "kit/theme.h"

#include <QApplication>
#include <QPainter>

namespace latchkey::ui {

namespace {

constexpr int discSide = 28;

void put(QPainter *painter, const QRect &rect, Qt::Alignment side, const QString &text)
{
    const QString fitting = painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    painter->drawText(rect, static_cast<int>(side | Qt::AlignVCenter), fitting);
}

/// From the left what gives way, from the right what is whole.
void putLine(QPainter *painter, const QRect &rect, const QString &left, const QColor &leftInk,
             const QString &right, const QColor &rightInk, const QFont &rightFont)
{
    const int width = QFontMetrics(rightFont).horizontalAdvance(right);
    QRect first = rect;
    if (width > 0)
        first.setRight(rect.right() - width - space::small);
    painter->setPen(leftInk);
    put(painter, first, Qt::AlignLeft, left);
    painter->setFont(rightFont);
    painter->setPen(rightInk);
    painter->drawText(rect, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), right);
}

} // namespace

void AccountDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QString name = std::exchange(row.text, {});
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, option.widget);

    const Colours &colours = coloursOf(option.palette);
    const QFont small = sized(option.font, TypeSize::Caption);
    QRect inner = option.rect.adjusted(space::medium, space::small, -space::medium, -space::small);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF disc(inner.left(), inner.center().y() - discSide / 2.0, discSide, discSide);
    painter->setFont(option.font);
    paintDisc(*painter, disc, name);
    inner.setLeft(inner.left() + discSide + space::medium);
    QRect upper = inner;
    upper.setHeight(inner.height() / 2);
    QRect lower = inner;
    lower.setTop(upper.bottom() + 1);
    painter->setFont(option.font);
    putLine(painter, upper, name, colours.text, index.data(AccountModel::RoleRole).toString(),
            colours.accent, small);
    painter->setFont(small);
    putLine(painter, lower, index.data(AccountModel::DetailRole).toString(), colours.subtle,
            index.data(AccountModel::WhenRole).toString(), colours.subtle, small);
    painter->restore();
}

QSize AccountDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, option.fontMetrics.height() * 2 + 2 * space::small + space::hair};
}

} // namespace latchkey::ui
