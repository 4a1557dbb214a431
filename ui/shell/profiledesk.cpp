#include "shell/profiledesk.h"

#include "account/account.h"
#include "shell/accountbars.h"
#include "shell/barstack.h"

#include <QStackedLayout>
#include <QVBoxLayout>

namespace latchkey::ui {

ProfileDesk::ProfileDesk(account::Account &account, const account::SessionStore &sessions,
                         account::FactorStore &factors, account::IdentityStore &identities,
                         account::SecretKeeping &keeping, QList<PageEntry> entries, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_bars(new BarStack(this))
    , m_states(new AccountBars(account, sessions, factors, identities, keeping, *m_bars, this))
    , m_layers(new QStackedLayout)
    , m_pages(new PageSet(std::move(entries)))
{
    m_layers->addWidget(m_pages);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bars);
    layout->addLayout(m_layers, 1);

    connect(m_states, &AccountBars::signInRequested, this, &ProfileDesk::signInRequested);
    connect(m_states, &AccountBars::unlockRequested, this, &ProfileDesk::unlockRequested);
    connect(m_states, &AccountBars::messagesWanted, this, &ProfileDesk::messagesWanted);
    connect(m_layers, &QStackedLayout::currentChanged, this, &ProfileDesk::settleBars);
}

void ProfileDesk::cover(QWidget *page)
{
    lift();
    m_cover = page;
    m_layers->addWidget(page);
    bringCover();
}

void ProfileDesk::lift()
{
    if (!m_cover)
        return;
    m_layers->setCurrentWidget(m_pages);
    m_layers->removeWidget(m_cover);
    m_cover->hide();
    m_cover->deleteLater();
    m_cover = nullptr;
    // While it was busy its fields gave the focus away, to wherever.
    if (QWidget *page = m_pages->currentPage(); page && page->isVisible())
        page->setFocus(Qt::OtherFocusReason);
}

void ProfileDesk::uncover()
{
    m_layers->setCurrentWidget(m_pages);
}

void ProfileDesk::bringCover()
{
    if (!m_cover)
        return;
    m_layers->setCurrentWidget(m_cover);
    m_cover->setFocus();
}

void ProfileDesk::settleBars()
{
    m_states->setSigningIn(m_cover && m_layers->currentWidget() == m_cover);
}

QWidget *ProfileDesk::frontPage() const
{
    return m_layers->currentWidget() == m_pages ? m_pages->currentPage()
                                                : m_layers->currentWidget();
}

} // namespace latchkey::ui
