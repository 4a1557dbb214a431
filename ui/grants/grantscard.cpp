#include "grants/grantscard.h"

#include "base/clock.h"
#include "kit/card.h"
#include "kit/taborder.h"

#include <QEvent>
#include <QLabel>

#include <algorithm>

namespace latchkey::ui {

GrantsCard::GrantsCard(GrantSide side, const account::GrantStore &store, const Clock &clock,
                       QWidget *parent)
    : QWidget(parent)
    , m_side(side)
    , m_store(store)
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

const QList<api::Grant> &GrantsCard::grants() const
{
    return m_side == GrantSide::Received ? m_store.received() : m_store.given();
}

GrantRow *GrantsCard::makeRow(const api::GrantId &id)
{
    auto *row = new GrantRow(m_side);
    connect(row, &GrantRow::changeRequested, this, &GrantsCard::changeRequested);
    connect(row, &GrantRow::endRequested, this, [this, id] { Q_EMIT endRequested(id); });
    return row;
}

void GrantsCard::follow(bool isUsable)
{
    m_none->setVisible(grants().isEmpty());
    m_rows.follow(grants(), [this](const api::GrantId &id) { return makeRow(id); });
    QList<QWidget *> inOrder;
    for (const api::Grant &grant : grants()) {
        GrantRow *const row = m_rows.find(grant.id);
        row->tell(grant,
                  {.canChange = m_side == GrantSide::Given && m_store.canChange(),
                   .canEnd = m_store.canEnd(),
                   .isUsable = isUsable,
                   .isPending = m_store.isPending(grant.id)},
                  m_clock.now());
        inOrder << row;
    }
    tabAfter(m_none, inOrder);
}

bool GrantsCard::isTyping() const
{
    return std::ranges::any_of(grants(), [this](const api::Grant &grant) {
        const GrantRow *row = m_rows.find(grant.id);
        return row && row->isTyping();
    });
}

void GrantsCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void GrantsCard::retranslate()
{
    const bool isReceived = m_side == GrantSide::Received;
    m_card->setTitle(isReceived ? tr("Received") : tr("Given"));
    m_none->setText(isReceived ? tr("Nobody has given you a subscription.")
                               : tr("You have given nobody a subscription."));
}

} // namespace latchkey::ui
