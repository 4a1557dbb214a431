#pragma once

#include "shell/paletteitem.h"

#include <QAbstractListModel>

namespace latchkey::ui {

/// What the palette offers for what was typed, best first.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        KindRole = Qt::UserRole,
        IconNameRole,
        ShortcutRole,
        PositionsRole, ///< QList<qsizetype>: the letters of the title that were matched
    };

    using QAbstractListModel::QAbstractListModel;

    void setItems(QList<PaletteItem> items);
    void setPattern(const QString &pattern);
    void run(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row
    {
        qsizetype item = 0;
        int score = 0;
        QList<qsizetype> positions;
    };

    void filter();

    QList<PaletteItem> m_items;
    QString m_pattern;
    QList<Row> m_rows;
};

} // namespace latchkey::ui
