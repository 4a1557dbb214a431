#pragma once

#include "apisessions/apisessionrow.h"
#include "kit/keyedrows.h"

namespace latchkey::account {
class ApiSessionStore;
}

namespace latchkey::ui {

class Card;

/// The API sessions that live.
class LivingCard final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the card.
    LivingCard(account::ApiSessionStore &store, const Clock &clock, QWidget *parent = nullptr);

    void follow(const QList<api::ApiSession> &living, bool isUsable, bool isRotatable);

Q_SIGNALS:
    void rotateRequested(const latchkey::api::SessionId &id);
    void endRequested(const latchkey::api::SessionId &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    ApiSessionRow *makeRow();
    void update(const api::UpdateApiSession &wanted);
    void retranslate();

    account::ApiSessionStore &m_store;
    const Clock &m_clock;
    Card *m_card;
    KeyedRows<api::SessionId, ApiSessionRow> m_rows;
};

} // namespace latchkey::ui
