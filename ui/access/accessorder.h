#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>
#include <QStringList>

namespace latchkey::ui {

/// The rows of an AccessModel in order and sifted. The groups stay where they are, whichever way
/// the rows in them are sorted; a group without a row is not shown.
class AccessOrder final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit AccessOrder(QObject *parent = nullptr);

    /// Rows that hold each of the words, in any column and in any order.
    void setWords(const QString &typed);
    void retranslate();

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_words;
    QCollator m_collator;
};

} // namespace latchkey::ui
