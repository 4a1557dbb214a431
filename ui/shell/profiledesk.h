#pragma once

#include "account/profile.h"
#include "shell/pageset.h"

#include <QPointer>
#include <QWidget>

class QStackedLayout;

namespace latchkey::account {
class Account;
class FactorStore;
class IdentityStore;
class SecretKeeping;
class SessionStore;
} // namespace latchkey::account

namespace latchkey::ui {

class AccountBars;
class BarStack;

/// A profile's place in the window: its bars, and below them its pages. Signing in again lies over
/// the pages, which stay as they are.
class ProfileDesk final : public QWidget
{
    Q_OBJECT

public:
    ProfileDesk(account::Account &account, const account::SessionStore &sessions,
                account::FactorStore &factors, account::IdentityStore &identities,
                account::SecretKeeping &keeping, QList<PageEntry> entries,
                QWidget *parent = nullptr);

    const account::Account &account() const { return m_account; }
    PageSet &pages() const { return *m_pages; }
    BarStack &bars() const { return *m_bars; }

    /// Lies over the pages until it is lifted. The desk takes it over.
    void cover(QWidget *page);
    void lift();
    /// Shows the pages, and the covering page again, without losing what was typed on either.
    void uncover();
    void bringCover();
    QWidget *coveringPage() const { return m_cover; }
    /// What has the floor: the covering page, or the current one.
    QWidget *frontPage() const;

Q_SIGNALS:
    void signInRequested();
    void unlockRequested();
    void messagesWanted();

private:
    void settleBars();

    account::Account &m_account;
    BarStack *m_bars;
    AccountBars *m_states;
    QStackedLayout *m_layers;
    PageSet *m_pages;
    QPointer<QWidget> m_cover;
};

} // namespace latchkey::ui
