#pragma once

#include "home/recentmodel.h"

#include <QWidget>

class QListView;
class QPushButton;

namespace latchkey::account {
class Account;
}

namespace latchkey::ui {

class Card;
class SubtleText;

/// The last sign-ins, or why there is none to see, and the way to them all.
class RecentCard final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive the card.
    RecentCard(const account::Account &account, account::SessionStore &store, const Clock &clock,
               QWidget *parent = nullptr);

    void follow();
    /// Time has passed.
    void retell() { m_model.retell(); }

Q_SIGNALS:
    void allRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QString whyNone() const;
    void retranslate();

    const account::Account &m_account;
    const account::SessionStore &m_store;
    RecentModel m_model;
    Card *m_card;
    QListView *m_list;
    SubtleText *m_none;
    QPushButton *m_all;
};

} // namespace latchkey::ui
