#pragma once

#include "credits/entryrow.h"
#include "kit/keyedrows.h"

class QPushButton;

namespace latchkey::account {
class CreditStore;
}

namespace latchkey::ui {

class BusyIndicator;
class Card;

/// How many credits there are, and what became of them.
class BalanceCard final : public QWidget
{
    Q_OBJECT

public:
    /// The store outlives the card.
    explicit BalanceCard(account::CreditStore &store, QWidget *parent = nullptr);

    void follow(Timestamp now, bool isUsable);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void tellEntries(Timestamp now);
    void retranslate();

    account::CreditStore &m_store;
    Card *m_card;
    QLabel *m_balance;
    SubtleText *m_none;
    KeyedRows<api::CreditEntryId, EntryRow> m_rows;
    QPushButton *m_older;
    BusyIndicator *m_busy;
};

} // namespace latchkey::ui
