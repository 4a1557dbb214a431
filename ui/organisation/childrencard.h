#pragma once

#include "account/organisationstore.h"
#include "base/callscope.h"
#include "kit/keyedrows.h"
#include "organisation/childrow.h"

class QLabel;

namespace latchkey::account {
class AuthorizationStore;
}

namespace latchkey::ui {

class Card;

/// The accounts that were made for others.
class ChildrenCard final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive it.
    ChildrenCard(const account::OrganisationStore &store,
                 account::AuthorizationStore &authorizations, const Clock &clock,
                 QWidget *parent = nullptr);

    /// `entered`: whose account is being entered.
    void follow(bool isUsable, const std::optional<api::UserId> &entered);
    ChildRow *row(const api::UserId &id) const { return m_rows.find(id); }
    bool isTyping() const;

Q_SIGNALS:
    void actRequested(const latchkey::api::User &child, const QString &reason);
    void inheritanceRequested(const latchkey::api::UserId &child,
                              const latchkey::api::Inheritance &wanted);

protected:
    void changeEvent(QEvent *event) override;

private:
    ChildRow *makeRow(const api::UserId &id);
    void look(const api::UserId &child);
    QList<api::User> users() const;
    void retranslate();

    const account::OrganisationStore &m_store;
    account::AuthorizationStore &m_authorizations;
    const Clock &m_clock;
    Card *m_card;
    QLabel *m_none;
    CallScope m_looks;
    KeyedRows<api::UserId, ChildRow> m_rows;
};

} // namespace latchkey::ui
