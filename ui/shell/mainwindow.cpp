#include "shell/mainwindow.h"

#include "account/accounts.h"
#include "kit/overlay.h"
#include "kit/surface.h"
#include "kit/taborder.h"
#include "kit/toast.h"
#include "shell/actingturns.h"
#include "shell/barstack.h"
#include "shell/commands.h"
#include "shell/curtain.h"
#include "shell/desks.h"
#include "shell/floor.h"
#include "shell/leaving.h"
#include "shell/pageset.h"
#include "shell/profilechoice.h"
#include "shell/profiledesk.h"
#include "shell/profileswitcher.h"
#include "shell/sidebar.h"
#include "shell/windowactions.h"
#include "shell/windowmemory.h"

#include <QAbstractButton>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QSplitter>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using account::ProfileId;

namespace {

/// The first field or list; but no button, which the next key would press.
void focusFirst(QWidget *page)
{
    QWidget *first = nextStop(page, page);
    if (!first || qobject_cast<QAbstractButton *>(first))
        first = page;
    first->setFocus(Qt::ShortcutFocusReason);
}

} // namespace

void MainWindow::settleNews()
{
    m_actions->undo->setEnabled(m_toast->offers() > 0);
    m_actions->news->setEnabled(!m_toast->text().isEmpty());
}

void MainWindow::openWhereItWas()
{
    const QList<ProfileId> ids = m_parts.accounts.ids();
    if (ids.isEmpty()) {
        openFirstStart();
        return;
    }
    const ProfileId last(m_parts.memory.lastProfile());
    const ProfileId first = ids.contains(last) ? last : ids.first();
    if (!isVisible())
        restoreGeometry(m_parts.memory.placeOf(first.text()).geometry);
    openProfile(first);
}

QString MainWindow::currentPageId() const
{
    const PageSet *pages = m_floor->frontPages();
    return pages ? pages->currentId() : QString();
}

void MainWindow::openProfile(const ProfileId &id)
{
    if (!m_parts.accounts.account(id))
        return;
    if (m_profile != id)
        remember();
    m_profile = id;
    PageSet &pages = m_floor->openDesk(id).pages();
    const WindowMemory::Place place = m_parts.memory.placeOf(id.text());
    if (place.sidebarWidth > 0)
        m_splitter->setSizes({place.sidebarWidth, m_splitter->width() - place.sidebarWidth});
    if (pages.currentId().isEmpty() && !pages.open(place.page)) {
        const QList<PageEntry> there = pages.available();
        if (!there.isEmpty())
            pages.open(there.first().id);
    }
    if (!m_parts.accounts.account(id)->isActing())
        m_parts.memory.setLastProfile(id.text());
    showProfiles();
    showPages();
    focusPage();
}

bool MainWindow::openPage(const QString &id)
{
    const ProfileDesk *own = desk(m_profile);
    const bool isNew = own && !own->pages().page(id);
    if (!m_floor->openPage(m_profile, id))
        return false;
    showPages();
    // Who walks in the sidebar stays there.
    const QWidget *focus = focusWidget();
    if (focus && m_sidebar->isAncestorOf(focus))
        return true;
    // A page that was there before knows where the focus was.
    if (QWidget *page = m_floor->frontPage(); page && isNew)
        page->setFocus(Qt::OtherFocusReason);
    focusPage();
    return true;
}

void MainWindow::focusPage()
{
    QWidget *page = m_floor->frontPage();
    const QWidget *focus = focusWidget();
    if (isCovered())
        return;
    const bool isThere = page && focus && (focus == page || page->isAncestorOf(focus));
    if (page && !isThere)
        page->setFocus(Qt::OtherFocusReason);
}

void MainWindow::openFirstStart()
{
    if (const QString page = currentPageId(); !page.isEmpty())
        m_pageBefore = page;
    m_floor->openFirstStart();
    showPages();
}

void MainWindow::endFirstStart(const std::optional<ProfileId> &profile)
{
    m_floor->removeFirstStart();
    settleUnsaved();
    const QString before = std::exchange(m_pageBefore, {});
    if (profile) {
        openProfile(*profile);
        return;
    }
    openWhereItWas();
    if (!m_profile.isEmpty() && !before.isEmpty())
        openPage(before);
}

void MainWindow::removeDesk(const ProfileId &id)
{
    m_floor->desks().remove(id);
    m_parts.memory.forget(id.text());
    if (m_profile == id)
        m_profile = {};
}

void MainWindow::signOut()
{
    if (!m_profile.isEmpty())
        m_floor->desks().signOut(m_profile);
}

void MainWindow::showProfiles()
{
    m_sidebar->switcher()->setProfiles(profileChoices(m_parts.accounts), m_profile.text());
    const account::Account *current = m_parts.accounts.account(m_profile);
    const bool isSignedIn = current && current->state().isSignedIn();
    m_sidebar->switcher()->setSignOutPossible(isSignedIn);
    m_actions->signOut->setEnabled(isSignedIn);
    m_acting->settle();
    retitle();
}

void MainWindow::showPages()
{
    const ProfileDesk *own = desk(m_profile);
    m_sidebar->setPages(own ? own->pages().available() : QList<PageEntry>(),
                        m_floor->programPages().available());
    m_sidebar->setCurrentPage(currentPageId());
    const PageEntry *entry = m_floor->frontEntry();
    // Disabled, it leaves F5 to a page that has an action of its own for it.
    m_actions->refresh->setEnabled(entry && entry->refresh);
    m_actions->settings->setEnabled(m_floor->programPages().entry(u"settings"_s));
    retitle();
}

void MainWindow::openNumbered(qsizetype number)
{
    const QStringList ids = m_sidebar->pageIds();
    if (number < ids.size() && openPage(ids.at(number)))
        focusPage(); // also for who was in the sidebar
}

void MainWindow::switchSides()
{
    if (m_sidebar->isAncestorOf(focusWidget())) {
        if (QWidget *page = m_floor->frontPage())
            focusFirst(page);
    } else {
        m_sidebar->focusCurrent();
    }
}

void MainWindow::refresh()
{
    if (PageSet *pages = m_floor->frontPages())
        pages->refreshCurrent();
}

void MainWindow::remember()
{
    const account::Account *current = m_parts.accounts.account(m_profile);
    if (!current || current->isActing())
        return;
    const ProfileDesk *own = desk(m_profile);
    m_parts.memory.remember(m_profile.text(), {saveGeometry(), m_splitter->sizes().constFirst(),
                                               own ? own->pages().currentId() : QString()});
}

void MainWindow::retitle()
{
    const PageEntry *entry = m_floor->frontEntry();
    setWindowTitle(entry && !isCovered()
                       ? tr("%1 – Latchkey", "title of a page").arg(entry->title())
                       : tr("Latchkey"));
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    m_bars->setAccessibleName(tr("States of the program"));
    m_floor->setAccessibleName(tr("Page"));
    showProfiles();
}

QWidget *MainWindow::surface() const
{
    return m_surface;
}

void MainWindow::cover(QWidget *screen)
{
    m_curtain->draw(screen);
    retitle();
}

void MainWindow::uncover()
{
    m_curtain->lift();
    retitle();
    focusPage();
}

bool MainWindow::isCovered() const
{
    return m_curtain->isDrawn();
}

void MainWindow::startAnew()
{
    m_floor->programPages().carryOut();
    qDeleteAll(m_surface->findChildren<Overlay *>());
    m_bars->clear();
    m_toast->clear();
    m_floor->programPages().clear();
    for (const ProfileId &id : m_floor->desks().ids())
        m_floor->desks().remove(id);
    m_profile = {};
    m_pageBefore.clear();
    endFirstStart(std::nullopt);
}

ProfileDesk *MainWindow::desk(const ProfileId &id) const
{
    return m_floor->desks().find(id);
}

void MainWindow::settleUnsaved()
{
    m_leaving->settle(m_floor->isFirstStartTyped());
    m_acting->settle();
}

void MainWindow::closeAnyway()
{
    m_leaving->insist();
    close();
}

void MainWindow::addPaletteSource(PaletteSource source)
{
    m_commands->addSource(std::move(source));
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    // What was opened before could not take the focus yet.
    focusPage();
}

/// Return presses the button that has the focus, as Space does: outside of dialogs Qt leaves that
/// to the desktop's theme, and not every desktop has one.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    auto *button = isReturn ? qobject_cast<QAbstractButton *>(focusWidget()) : nullptr;
    if (button && !event->isAutoRepeat() && !(event->modifiers() & ~Qt::KeypadModifier))
        button->click();
    else
        QMainWindow::keyPressEvent(event);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return goToNextStop(this, next);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_leaving->isHeldUp(m_floor->isFirstStartTyped())) {
        event->ignore();
        if (isCovered())
            Q_EMIT closingHeldUp();
        return;
    }
    remember();
    m_floor->programPages().carryOut();
    m_acting->endAll();
    QMainWindow::closeEvent(event);
}

} // namespace latchkey::ui
