#include "shell/pageset.h"

#include <QEvent>

#include <algorithm>

namespace latchkey::ui {

PageSet::PageSet(QList<PageEntry> entries, QWidget *parent)
    : QStackedWidget(parent)
    , m_entries(std::move(entries))
{}

QList<PageEntry> PageSet::available() const
{
    QList<PageEntry> there;
    std::ranges::copy_if(m_entries, std::back_inserter(there), &PageEntry::isThere);
    return there;
}

const PageEntry *PageSet::entry(const QString &id) const
{
    const auto found = std::ranges::find(m_entries, id, &PageEntry::id);
    return found == m_entries.end() ? nullptr : &*found;
}

bool PageSet::open(const QString &id)
{
    const PageEntry *wanted = entry(id);
    if (!wanted || !wanted->isThere())
        return false;
    QWidget *page = made(*wanted);
    const bool knowsItsFocus = page->focusWidget();
    setCurrentWidget(page);
    // Qt gives the focus of the page before to the first button here, which the next key would
    // press.
    if (!knowsItsFocus && page->focusWidget())
        page->setFocus(Qt::OtherFocusReason);
    if (m_currentId != id) {
        m_currentId = id;
        Q_EMIT currentIdChanged(id);
    }
    return true;
}

QString PageSet::unsavedPage() const
{
    for (const PageEntry &entry : m_entries) {
        const QWidget *page = m_pages.value(entry.id);
        if (page && entry.hasUnsaved && entry.hasUnsaved(page))
            return entry.id;
    }
    return {};
}

void PageSet::carryOut()
{
    for (const PageEntry &entry : std::as_const(m_entries)) {
        QWidget *page = m_pages.value(entry.id);
        if (page && entry.carryOut)
            entry.carryOut(page);
    }
}

void PageSet::refreshCurrent()
{
    const PageEntry *current = entry(m_currentId);
    if (current && current->refresh && currentPage())
        current->refresh(currentPage());
}

void PageSet::clear()
{
    m_currentId.clear();
    qDeleteAll(std::exchange(m_pages, {}));
}

void PageSet::changeEvent(QEvent *event)
{
    QStackedWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QWidget *PageSet::made(const PageEntry &entry)
{
    QWidget *&page = m_pages[entry.id];
    if (!page) {
        page = entry.make(this);
        page->setAccessibleName(entry.title());
        addWidget(page);
    }
    return page;
}

void PageSet::retranslate()
{
    for (const PageEntry &entry : std::as_const(m_entries)) {
        if (QWidget *page = m_pages.value(entry.id))
            page->setAccessibleName(entry.title());
    }
}

} // namespace latchkey::ui
