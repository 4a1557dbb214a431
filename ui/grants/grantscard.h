#pragma once

#include "account/grantstore.h"
#include "grants/grantrow.h"
#include "kit/keyedrows.h"

class QLabel;

namespace latchkey {
class Clock;
}

namespace latchkey::ui {

class Card;

/// The subscriptions of one side.
class GrantsCard final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive it.
    GrantsCard(GrantSide side, const account::GrantStore &store, const Clock &clock,
               QWidget *parent = nullptr);

    void follow(bool isUsable);
    GrantRow *row(const api::GrantId &id) const { return m_rows.find(id); }
    bool isTyping() const;

Q_SIGNALS:
    void changeRequested(const latchkey::api::UpdateGrant &wanted);
    void endRequested(const latchkey::api::GrantId &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    const QList<api::Grant> &grants() const;
    GrantRow *makeRow(const api::GrantId &id);
    void retranslate();

    const GrantSide m_side;
    const account::GrantStore &m_store;
    const Clock &m_clock;
    Card *m_card;
    QLabel *m_none;
    KeyedRows<api::GrantId, GrantRow> m_rows;
};

} // namespace latchkey::ui
