#include "organisation/childrencard.h"

#include "account/authorizationstore.h"
#include "kit/card.h"
#include "kit/taborder.h"

#include <QEvent>
#include <QLabel>

#include <algorithm>

namespace latchkey::ui {

ChildrenCard::ChildrenCard(const account::OrganisationStore &store,
                           account::AuthorizationStore &authorizations, const Clock &clock,
                           QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_authorizations(authorizations)
    , m_clock(clock)
    , m_card(new Card)
    , m_none(new QLabel)
{
    m_none->setWordWrap(true);
    m_card->body()->addWidget(m_none);
    m_card->body()->addLayout(m_rows.column());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
    retranslate();
}

ChildRow *ChildrenCard::makeRow(const api::UserId &id)
{
    auto *row = new ChildRow(m_clock);
    connect(row, &ChildRow::actRequested, this,
            [this, row](const QString &reason) { Q_EMIT actRequested(row->user(), reason); });
    connect(row, &ChildRow::inheritanceRequested, this, [this, id](const api::Inheritance &wanted) {
        Q_EMIT inheritanceRequested(id, wanted);
    });
    connect(row, &ChildRow::lookRequested, this, [this, id] { look(id); });
    return row;
}

void ChildrenCard::look(const api::UserId &child)
{
    m_looks.add(m_authorizations.listSessions(child))
        .then(this, [this, child](const Result<api::AccountSessions> &told) {
            if (ChildRow *const row = m_rows.find(child))
                row->tellSessions(told);
        });
}

QList<api::User> ChildrenCard::users() const
{
    QList<api::User> users;
    for (const api::ChildAccount &child : m_store.children())
        users << child.user;
    return users;
}

void ChildrenCard::follow(bool isUsable, const std::optional<api::UserId> &entered)
{
    m_none->setVisible(m_store.children().isEmpty());
    m_rows.follow(users(), [this](const api::UserId &id) { return makeRow(id); });
    const bool isReasonTold = m_store.isReasonTold();
    const bool canSetInheritance = m_store.canSetInheritance();
    QList<QWidget *> inOrder;
    for (const api::ChildAccount &child : m_store.children()) {
        ChildRow *const row = m_rows.find(child.user.id);
        row->tell(child, {.canAct = m_store.canAct(),
                          .canSetInheritance = canSetInheritance,
                          .canLook = m_authorizations.showsSessions(child.user.id),
                          .isUsable = isUsable && !entered,
                          .isBeginning = entered == child.user.id,
                          .isPending = m_store.isPending(child.user.id),
                          .isReasonTold = isReasonTold});
        inOrder << row;
    }
    tabAfter(m_none, inOrder);
}

bool ChildrenCard::isTyping() const
{
    return std::ranges::any_of(m_store.children(), [this](const api::ChildAccount &child) {
        const ChildRow *row = m_rows.find(child.user.id);
        return row && row->isTyping();
    });
}

void ChildrenCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ChildrenCard::retranslate()
{
    m_card->setTitle(tr("Accounts that you made"));
    m_none->setText(tr("You have made no account for anybody."));
}

} // namespace latchkey::ui
