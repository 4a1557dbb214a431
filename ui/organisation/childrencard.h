#pragma once

#include "account/organisationstore.h"
#include "kit/keyedrows.h"
#include "organisation/childrow.h"

class QLabel;

namespace latchkey::ui {

class Card;

/// The accounts that were made for others.
class ChildrenCard final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive it.
    ChildrenCard(const account::OrganisationStore &store, const Clock &clock,
                 QWidget *parent = nullptr);

    /// `entered`: whose account is being entered.
    void follow(bool isUsable, const std::optional<api::UserId> &entered);
    ChildRow *row(const api::UserId &id) const { return m_rows.find(id); }
    bool isTyping() const;

Q_SIGNALS:
    void actRequested(const latchkey::api::User &child, const QString &reason);

protected:
    void changeEvent(QEvent *event) override;

private:
    ChildRow *makeRow();
    QList<api::User> users() const;
    void retranslate();

    const account::OrganisationStore &m_store;
    const Clock &m_clock;
    Card *m_card;
    QLabel *m_none;
    KeyedRows<api::UserId, ChildRow> m_rows;
};

} // namespace latchkey::ui
