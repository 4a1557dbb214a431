#include "shell/floor.h"

#include "shell/desks.h"
#include "shell/pageset.h"
#include "shell/profiledesk.h"
#include "shell/windowparts.h"

namespace latchkey::ui {

using account::ProfileId;

Floor::Floor(const WindowParts &parts, QWidget *parent)
    : QStackedWidget(parent)
    , m_parts(parts)
    , m_programPages(new PageSet(parts.programPages, this))
    , m_desks(new Desks(parts, *this, this))
{
    addWidget(m_programPages);
}

ProfileDesk &Floor::openDesk(const ProfileId &id)
{
    ProfileDesk &desk = m_desks->desk(id);
    setCurrentWidget(&desk);
    return desk;
}

bool Floor::openPage(const ProfileId &profile, const QString &id)
{
    ProfileDesk *desk = m_desks->find(profile);
    if (desk && desk->pages().open(id)) {
        desk->uncover();
        setCurrentWidget(desk);
        return true;
    }
    if (!m_programPages->open(id))
        return false;
    setCurrentWidget(m_programPages);
    return true;
}

void Floor::openFirstStart()
{
    if (!m_firstStart) {
        m_firstStart = m_parts.makeFirstStart(
            [this](const std::optional<ProfileId> &profile) { Q_EMIT firstStartEnded(profile); },
            this);
        addWidget(m_firstStart);
    }
    setCurrentWidget(m_firstStart);
    m_firstStart->setFocus(Qt::OtherFocusReason);
}

void Floor::removeFirstStart()
{
    if (!m_firstStart)
        return;
    removeWidget(m_firstStart);
    m_firstStart->hide();
    m_firstStart->deleteLater();
    m_firstStart = nullptr;
}

bool Floor::isFirstStartTyped() const
{
    return m_firstStart && m_parts.firstStartHasUnsaved &&
           m_parts.firstStartHasUnsaved(m_firstStart);
}

PageSet *Floor::frontPages() const
{
    if (currentWidget() == m_programPages)
        return m_programPages;
    const auto *desk = qobject_cast<ProfileDesk *>(currentWidget());
    return desk ? &desk->pages() : nullptr;
}

const PageEntry *Floor::frontEntry() const
{
    const PageSet *pages = frontPages();
    return pages ? pages->entry(pages->currentId()) : nullptr;
}

QWidget *Floor::frontPage() const
{
    if (const auto *desk = qobject_cast<ProfileDesk *>(currentWidget()))
        return desk->frontPage();
    const PageSet *pages = frontPages();
    return pages ? pages->currentPage() : currentWidget();
}

} // namespace latchkey::ui
