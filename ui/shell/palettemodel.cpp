#include "shell/palettemodel.h"

#include "shell/fuzzymatch.h"

#include <algorithm>
#include <tuple>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

void PaletteModel::setItems(QList<PaletteItem> items)
{
    m_items = std::move(items);
    filter();
}

void PaletteModel::setPattern(const QString &pattern)
{
    if (pattern == m_pattern)
        return;
    m_pattern = pattern;
    filter();
}

void PaletteModel::run(const QModelIndex &index) const
{
    if (!index.isValid())
        return;
    // A copy: running may ask the palette for other items.
    const auto act = m_items.at(m_rows.at(index.row()).item).run;
    act();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const PaletteItem &item = m_items.at(row.item);
    switch (role) {
    case Qt::DisplayRole:
        return item.title;
    case Qt::AccessibleTextRole:
        return tr("%1, %2", "a command and its kind").arg(item.title, item.kind);
    case KindRole:
        return item.kind;
    case IconNameRole:
        return item.icon;
    case ShortcutRole:
        return item.shortcut.toString(QKeySequence::NativeText);
    case PositionsRole:
        return QVariant::fromValue(row.positions);
    default:
        return {};
    }
}

void PaletteModel::filter()
{
    beginResetModel();
    m_rows.clear();
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        const PaletteItem &item = m_items.at(i);
        if (const auto title = fuzzyMatch(m_pattern, item.title)) {
            m_rows.append({i, title->score, title->positions});
        } else if (const auto both = fuzzyMatch(m_pattern, item.kind + u' ' + item.title)) {
            // "page home" finds Home, after whatever has the letters in its own name.
            m_rows.append({i, both->score - 1000, {}});
        }
    }
    // By row number where the scores are equal, so that what comes first stays first.
    std::ranges::sort(m_rows, [](const Row &left, const Row &right) {
        return std::tuple(-left.score, left.item) < std::tuple(-right.score, right.item);
    });
    endResetModel();
}

} // namespace latchkey::ui
