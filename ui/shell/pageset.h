#pragma once

#include "shell/pageentry.h"

#include <QHash>
#include <QStackedWidget>

namespace latchkey::ui {

/// Pages that stand together, e.g. those of one profile. Each is made at its first visit and then
/// keeps its state for as long as the set lives.
class PageSet final : public QStackedWidget
{
    Q_OBJECT

public:
    explicit PageSet(QList<PageEntry> entries, QWidget *parent = nullptr);

    const QList<PageEntry> &entries() const { return m_entries; }
    /// Those that are there now, in their order.
    QList<PageEntry> available() const;
    const PageEntry *entry(const QString &id) const;

    /// Refuses (false) what it does not know or what is not there now.
    bool open(const QString &id);
    const QString &currentId() const { return m_currentId; }
    QWidget *currentPage() const { return m_pages.value(m_currentId); }
    /// Nothing until its first visit.
    QWidget *page(const QString &id) const { return m_pages.value(id); }
    void refreshCurrent();
    /// As before the first visit of each; what waits there is lost.
    void clear();
    /// The window closes: what a page lets wait for a while is done now.
    void carryOut();
    /// A page that would lose what was typed there; empty: none.
    QString unsavedPage() const;

Q_SIGNALS:
    void currentIdChanged(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *made(const PageEntry &entry);
    void retranslate();

    QList<PageEntry> m_entries;
    QHash<QString, QWidget *> m_pages;
    QString m_currentId;
};

} // namespace latchkey::ui
