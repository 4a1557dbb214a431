#pragma once

#include "account/authorizationstore.h"
#include "authorizations/authorizationrow.h"
#include "base/callscope.h"
#include "kit/keyedrows.h"

class QLabel;

namespace latchkey {
class Clock;
}

namespace latchkey::ui {

class Card;

/// The authorizations of one side.
class AuthorizationsCard final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive it.
    AuthorizationsCard(AuthorizationSide side, account::AuthorizationStore &store,
                       const Clock &clock, QWidget *parent = nullptr);

    void follow(bool isUsable);
    AuthorizationRow *row(const api::AuthorizationId &id) const { return m_rows.find(id); }
    bool isTyping() const;

Q_SIGNALS:
    void changeRequested(const latchkey::api::UpdateAuthorization &wanted);
    void editRequested(const latchkey::api::AuthorizationId &id,
                       const latchkey::api::UpdateAccount &wanted);
    void revokeRequested(const latchkey::api::AuthorizationId &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    QList<api::Authorization> authorizations() const;
    AuthorizationRow *makeRow(const api::AuthorizationId &id);
    void look(const api::Authorization &authorization);
    void retranslate();

    const AuthorizationSide m_side;
    account::AuthorizationStore &m_store;
    const Clock &m_clock;
    Card *m_card;
    QLabel *m_none;
    CallScope m_looks;
    KeyedRows<api::AuthorizationId, AuthorizationRow> m_rows;
};

} // namespace latchkey::ui
