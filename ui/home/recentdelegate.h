#pragma once

#include <QStyledItemDelegate>

namespace latchkey::ui {

/// Paints a sign-in in two lines, with its time at the right.
class RecentDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace latchkey::ui
