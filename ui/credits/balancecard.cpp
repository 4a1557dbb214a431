#include "credits/balancecard.h"

#include "account/creditstore.h"
#include "kit/busyindicator.h"
#include "kit/card.h"
#include "kit/subtletext.h"
#include "people/creditwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace latchkey::ui {

BalanceCard::BalanceCard(account::CreditStore &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_card(new Card)
    , m_balance(new QLabel)
    , m_none(new SubtleText)
    , m_older(new QPushButton)
    , m_busy(new BusyIndicator)
{
    build();
    connect(m_older, &QPushButton::clicked, &m_store, &account::CreditStore::loadOlder);
    retranslate();
}

void BalanceCard::build()
{
    m_balance->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_none->setWordWrap(true);
    auto *older = new QHBoxLayout;
    older->addWidget(m_older);
    older->addWidget(m_busy);
    older->addStretch();
    QVBoxLayout *const body = m_card->body();
    body->setSpacing(space::large);
    body->addWidget(m_balance);
    body->addWidget(m_none);
    body->addLayout(m_rows.column());
    body->addLayout(older);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_card);
}

void BalanceCard::follow(Timestamp now, bool isUsable)
{
    setVisible(m_store.hasCredits());
    if (m_store.balance()) {
        const QString balance = creditwords::amount(*m_store.balance());
        m_balance->setText(balance);
        m_balance->setAccessibleName(tr("Balance: %1 credits").arg(balance));
    }
    tellEntries(now);
    m_older->setVisible(m_store.hasOlderEntries());
    m_older->setEnabled(isUsable && !m_store.isLoadingOlder());
    m_busy->setBusy(m_store.isLoadingOlder());
}

void BalanceCard::tellEntries(Timestamp now)
{
    m_none->setVisible(m_store.hasEntries() && m_store.entries().isEmpty());
    m_rows.follow(m_store.entries(), [](const api::CreditEntryId &) { return new EntryRow; });
    for (const api::CreditEntry &entry : m_store.entries())
        m_rows.find(entry.id)->tell(entry, now);
}

void BalanceCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
    QWidget::changeEvent(event);
}

void BalanceCard::retranslate()
{
    m_card->setTitle(tr("Credits"));
    m_balance->setFont(sized(font(), TypeSize::Title));
    m_none->setText(tr("Nothing came to this account yet, and nothing left it."));
    m_older->setText(tr("Show &older entries"));
}

} // namespace latchkey::ui
