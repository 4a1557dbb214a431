#pragma once

#include <QStyledItemDelegate>

namespace latchkey::ui {

/// Paints a message in two lines: what it is about and when it came, and below it to whom it goes.
class MessageDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace latchkey::ui
