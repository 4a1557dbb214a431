#pragma once

#include <QStyledItemDelegate>

namespace latchkey::ui {

/// Paints a session's row: what has ended is muted, what nobody vouched for is marked, and what is
/// being changed is told so.
class AccessDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace latchkey::ui
