#include "access/accessdelegate.h"

#include "access/accessmodel.h"
#include "kit/theme.h"

#include <QLineEdit>

namespace latchkey::ui {

QWidget *AccessDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                      const QModelIndex &index) const
{
    QWidget *editor = QStyledItemDelegate::createEditor(parent, option, index);
    if (auto *line = qobject_cast<QLineEdit *>(editor)) {
        line->setAccessibleName(tr("Name of this device"));
        line->setPlaceholderText(index.data(Qt::DisplayRole).toString());
        line->setMaxLength(static_cast<int>(api::labelLimits.max));
    }
    return editor;
}

void AccessDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.data(AccessModel::PendingRole).toBool() ||
        index.data(AccessModel::EndedRole).toBool()) {
        option->palette.setColor(QPalette::Text, coloursOf(option->palette).subtle);
    }
    if (index.column() == AccessModel::Status && index.data(AccessModel::QuestionRole).toBool())
        option->font.setBold(true);
}

} // namespace latchkey::ui
