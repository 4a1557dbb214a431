#pragma once

#include <QStyledItemDelegate>

namespace latchkey::ui {

/// Paints an account in two lines: who it is, with a role where they have one, and below it what
/// they sign in with and since when.
class AccountDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace latchkey::ui
