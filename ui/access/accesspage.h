#pragma once

#include "access/accessmodel.h"
#include "api/sessions.h"
#include "base/callscope.h"

#include <QTimer>
#include <QWidget>

namespace latchkey::account {
class Account;
class SessionStore;
} // namespace latchkey::account

namespace latchkey::ui {

class AccessView;
class SessionActs;
class Toast;

/// Every place where the account is signed in: what is there, and what becomes of what the person
/// wants done about it.
class AccessPage final : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive the page.
    AccessPage(account::Account &account, account::SessionStore &store, const Clock &clock,
               Toast &toast, QWidget *parent = nullptr);

    /// F5.
    void refresh();
    /// Chooses a row, e.g. what the palette found.
    void select(const api::SessionId &id);

    /// Columns, sorting, division: whoever keeps it gives it back next time.
    QByteArray arrangement() const;
    void arrange(const QByteArray &arrangement);

Q_SIGNALS:
    void arrangementChanged();
    /// To where that one can be changed.
    void apiSessionRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void listen();
    void follow();

    account::Account &m_account;
    account::SessionStore &m_store;
    SessionActs *m_acts;
    CallScope m_loads;
    AccessModel m_model;
    AccessView *m_view;
    QTimer m_minute; ///< tells the times anew
    bool m_isVisited = false;
};

} // namespace latchkey::ui
