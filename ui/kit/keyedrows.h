#pragma once

#include "kit/scale.h"

#include <QHash>
#include <QPointer>
#include <QVBoxLayout>

namespace latchkey::ui {

/// A column with a row for each value of a list, known by the value's id: one that stays keeps what
/// is open in it.
template <class Id, class Row>
class KeyedRows
{
public:
    /// Belongs to whatever layout it is added to.
    KeyedRows()
        : m_column(new QVBoxLayout)
    {
        m_column->setSpacing(space::large);
    }

    QVBoxLayout *column() const { return m_column; }
    Row *find(const Id &id) const { return m_rows.value(id); }

    /// Makes the rows that are missing, each after the one before it in the list, and takes those
    /// away that are too many.
    template <class Value, class Make>
    void follow(const QList<Value> &values, Make make)
    {
        QHash<Id, QPointer<Row>> present;
        int place = 0;
        for (const Value &value : values) {
            QPointer<Row> row = m_rows.take(value.id);
            if (!row) {
                row = make(value.id);
                m_column->insertWidget(place, row);
            }
            place = m_column->indexOf(row) + 1;
            present.insert(value.id, row);
        }
        for (const auto &gone : std::exchange(m_rows, present)) {
            if (gone)
                gone->deleteLater();
        }
    }

private:
    QVBoxLayout *m_column;
    QHash<Id, QPointer<Row>> m_rows;
};

} // namespace latchkey::ui
