#include "home/recentcard.h"

#include "account/account.h"
#include "account/sessionstore.h"
#include "home/recentdelegate.h"
#include "kit/card.h"
#include "kit/subtletext.h"

#include <QEvent>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace latchkey::ui {

RecentCard::RecentCard(const account::Account &account, account::SessionStore &store,
                       const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
    , m_store(store)
    , m_model(store, clock)
    , m_card(new Card)
    , m_list(new QListView)
    , m_none(new SubtleText)
    , m_all(new QPushButton)
{
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new RecentDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    // Nothing can be done with a row here, so Tab goes on to what leads to them all.
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    m_card->body()->addWidget(m_list);
    m_card->body()->addWidget(m_none);
    m_card->body()->addWidget(m_all, 0, Qt::AlignLeft);
    connect(m_all, &QPushButton::clicked, this, &RecentCard::allRequested);
    retranslate();
}

void RecentCard::follow()
{
    const int rows = m_model.rowCount();
    m_list->setVisible(rows > 0);
    m_list->setFixedHeight(rows * std::max(1, m_list->sizeHintForRow(0)));
    m_all->setVisible(rows > 0);
    m_none->setVisible(rows == 0);
    m_none->setText(whyNone());
}

QString RecentCard::whyNone() const
{
    if (m_store.isLoaded())
        return tr("Nobody has signed in yet.");
    if (!m_account.state().isSignedIn())
        return tr("Your sign-ins are shown as soon as you are signed in again.");
    return m_store.isLoading()
               ? tr("Loading your sign-ins…")
               : tr("Your sign-ins are shown as soon as the server can be reached.");
}

void RecentCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RecentCard::retranslate()
{
    m_card->setTitle(tr("Last sign-ins"));
    m_list->setAccessibleName(tr("Last sign-ins"));
    m_all->setText(tr("Show &all"));
    m_model.retell();
    follow();
}

} // namespace latchkey::ui
