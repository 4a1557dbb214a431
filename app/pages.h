#pragma once

#include "account/profile.h"
#include "lateprinting.h"
#include "shell/windowparts.h"

#include <QObject>

namespace latchkey::account {
class AppLock;
}

namespace latchkey::ui {
class MainWindow;
class WindowMemory;
struct FirstStartParts;
} // namespace latchkey::ui

namespace latchkey::app {

class Client;

/// What pages there are, how each is made, and where it leads to.
class Pages final : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive it.
    Pages(Client &client, account::AppLock &lock, ui::WindowMemory &memory,
          QObject *parent = nullptr);

    /// For the window, which makes none of them before `standIn`.
    ui::WindowParts parts();
    void standIn(ui::MainWindow &window) { m_window = &window; }

Q_SIGNALS:
    void messagesWanted();
    void secondFactorWanted(const latchkey::account::ProfileId &id);
    void passwordChanged(const latchkey::account::ProfileId &id);
    /// First start ended with it.
    void begun(const latchkey::account::ProfileId &id);

private:
    using FirstStartEnd = std::function<void(std::optional<account::ProfileId>)>;

    QList<ui::PageEntry> pagesOf(account::Account &account);
    ui::PageEntry homeOf(account::Account &account);
    ui::PageEntry profileOf(account::Account &account);
    ui::PageEntry securityOf(account::Account &account);
    ui::PageEntry accessOf(account::Account &account);
    ui::PageEntry apiSessionsOf(account::Account &account);
    ui::PageEntry grantsOf(account::Account &account);
    ui::PageEntry authorizationsOf(account::Account &account);
    ui::PageEntry organisationOf(account::Account &account);
    ui::PageEntry creditsOf(account::Account &account);
    ui::PageEntry messagesOf(account::Account &account);
    ui::PageEntry helpOf(account::Account &account);
    ui::PageEntry accountsOf(account::Account &account);
    ui::PageEntry providersOf(account::Account &account);
    ui::PageEntry serverOf(account::Account &account);
    ui::PageEntry settings();

    QWidget *makeHome(account::Account &account, QWidget *parent);
    QWidget *makeProfile(account::Account &account, QWidget *parent);
    QWidget *makeSecurity(account::Account &account, QWidget *parent);
    QWidget *makeAccess(account::Account &account, QWidget *parent);
    QWidget *makeApiSessions(account::Account &account, QWidget *parent);
    QWidget *makeGrants(account::Account &account, QWidget *parent);
    QWidget *makeAccounts(account::Account &account, QWidget *parent);
    QWidget *makeAuthorizations(account::Account &account, QWidget *parent);
    QWidget *makeOrganisation(account::Account &account, QWidget *parent);
    QWidget *makeProviders(account::Account &account, QWidget *parent);
    QWidget *makeSettings(QWidget *parent);
    QWidget *makeFirstStart(const FirstStartEnd &finished, QWidget *parent);
    QWidget *makeSignInAgain(const account::ProfileId &id, const std::function<void()> &finished,
                             QWidget *parent);
    ui::FirstStartParts firstStart();

    Client &m_client;
    account::AppLock &m_lock;
    ui::WindowMemory &m_memory;
    LatePrinting m_printing;
    ui::MainWindow *m_window = nullptr;
};

} // namespace latchkey::app
