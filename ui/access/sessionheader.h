#pragma once

#include <QHeaderView>

class QMenu;

namespace latchkey::ui {

/// The columns of the list: how wide each is, which ones show, and what the rows are sorted by,
/// with an action for everything that the mouse can do here.
class SessionHeader final : public QHeaderView
{
    Q_OBJECT

public:
    /// Fit for use once the view has it and a model.
    explicit SessionHeader(QWidget *parent = nullptr);

    void build();
    /// The reason of an ending is the news: the column that tells it takes what it wants, as long
    /// as the first one keeps its least. Not after the person made it as wide as they like.
    void fitStatus(int wanted);

    const QList<QAction *> &sortActions() const { return m_sort; }
    QMenu *sortMenu() const { return m_sortMenu; }
    QMenu *columnMenu() const { return m_columnMenu; }

    QByteArray arrangement() const;
    void arrange(const QByteArray &arrangement);
    void retranslate();

Q_SIGNALS:
    void arranged();

private:
    void makeActions();
    void sortBy(int column);

    QMenu *m_sortMenu;
    QMenu *m_columnMenu;
    QList<QAction *> m_sort;
    QList<QAction *> m_shown; ///< of all columns but the first
    bool m_isFitting = false;
    bool m_isStatusFixed = false;
};

} // namespace latchkey::ui
