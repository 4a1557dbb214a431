#include "access/accessorder.h"

#include "access/accessmodel.h"

#include <QDateTime>

#include <algorithm>

namespace latchkey::ui {

AccessOrder::AccessOrder(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    setSortRole(AccessModel::SortRole);
    setRecursiveFilteringEnabled(true);
    setDynamicSortFilter(true);
}

void AccessOrder::setWords(const QString &typed)
{
    const QStringList words = typed.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    invalidateFilter();
}

void AccessOrder::retranslate()
{
    m_collator.setLocale(QLocale());
    invalidate();
}

bool AccessOrder::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    if (!sourceParent.isValid())
        return false; // A group is there for its rows alone.
    const QString text =
        sourceModel()->index(sourceRow, 0, sourceParent).data(AccessModel::SearchRole).toString();
    return std::ranges::all_of(
        m_words, [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool AccessOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (!left.parent().isValid())
        return (left.row() < right.row()) == (sortOrder() == Qt::AscendingOrder);
    const QVariant one = left.data(AccessModel::SortRole);
    const QVariant other = right.data(AccessModel::SortRole);
    if (one.userType() == QMetaType::QDateTime)
        return one.toDateTime() < other.toDateTime();
    return m_collator.compare(one.toString(), other.toString()) < 0;
}

} // namespace latchkey::ui
