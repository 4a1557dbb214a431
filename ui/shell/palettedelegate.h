#pragma once

#include <QStyledItemDelegate>

namespace latchkey::ui {

/// A command: its name with the matched letters set off, its kind and its shortcut.
class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace latchkey::ui
