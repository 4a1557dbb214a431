#include "signinnews.h"

#include "account/accounts.h"
#include "account/editing.h"
#include "account/sessionstore.h"
#include "errands.h"
#include "notify/desktopnotices.h"
#include "notify/signinnotices.h"
#include "sessions/sessionacts.h"
#include "shell/barstack.h"
#include "shell/mainwindow.h"
#include "shell/profiledesk.h"

namespace latchkey::app {

using namespace Qt::StringLiterals;
using account::ProfileId;

namespace {

const QString passwordBar = u"newPassword"_s;

} // namespace

SignInNews::SignInNews(account::Accounts &accounts, const account::PreferencesStore &preferences,
                       const Clock &clock, ui::MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_clock(clock)
    , m_window(window)
    , m_desktop(new ui::DesktopNotices(QDBusConnection::sessionBus(), this))
    , m_notices(new ui::SignInNotices(accounts, preferences, *m_desktop, this))
{
    connect(m_notices, &ui::SignInNotices::openRequested, this, &SignInNews::open);
    connect(m_notices, &ui::SignInNotices::answered, this,
            [this](const ProfileId &id, const api::SessionId &session, api::Verdict verdict,
                   const QByteArray &activation) {
                if (verdict == api::Verdict::NotMine)
                    open(id, activation); // it may ask for proof there
                answer(id, session, verdict);
            });
    connect(&accounts, &account::Accounts::accountAdded, this, &SignInNews::follow);
    for (const ProfileId &id : accounts.ids())
        follow(id);
}

void SignInNews::follow(const ProfileId &id)
{
    const account::SessionStore *store = m_accounts.sessions(id);
    connect(store, &account::SessionStore::disowned, this,
            [this, id](const api::SessionId &session) {
                m_disowned[id].insert(session);
                urgeNewPassword(id);
            });
    connect(store, &account::SessionStore::changed, this, [this, id] { settleUrging(id); });
    // Nobody who is signed out changes a password here; and where it was changed elsewhere, that
    // is what ended this session.
    const account::Account *account = m_accounts.account(id);
    connect(account, &account::Account::stateChanged, this, [this, id, account] {
        if (account->state().isSignedOut())
            stopUrging(id);
    });
}

void SignInNews::setVeiled(bool isVeiled)
{
    m_notices->setVeiled(isVeiled);
}

void SignInNews::retranslate()
{
    m_notices->retranslate();
}

void SignInNews::open(const ProfileId &id, const QByteArray &activation)
{
    Q_EMIT frontWanted(activation);
    errands::answerSignIn(m_window, id);
}

void SignInNews::answer(const ProfileId &id, const api::SessionId &session, api::Verdict verdict)
{
    if (ui::SessionActs *still = acts(id))
        still->review(session, verdict);
}

ui::SessionActs *SignInNews::acts(const ProfileId &id)
{
    account::SessionStore *store = m_accounts.sessions(id);
    QPointer<ui::SessionActs> &acts = m_acts[id];
    if (!acts && store)
        acts = new ui::SessionActs(*store, m_clock, m_window.toast());
    return acts;
}

/// Whoever was there knew the password; to end their session alone lets them come back.
void SignInNews::urgeNewPassword(const ProfileId &id)
{
    const account::Account *account = m_accounts.account(id);
    ui::ProfileDesk *desk = m_window.desk(id);
    if (!account || !desk || !account::canChangePassword(*account))
        return;
    desk->bars().tell({.id = passwordBar,
                       .kind = ui::MessageBar::Kind::Danger,
                       .text =
                           [] {
                               return tr("Somebody who is not you knew your password. Choose a "
                                         "new one, or they can come back.");
                           },
                       .acts = {{[] { return tr("Change the password"); },
                                 [this, id] { Q_EMIT newPasswordRequested(id); }}},
                       .isDismissible = true});
}

void SignInNews::stopUrging(const ProfileId &id)
{
    m_disowned.remove(id);
    if (ui::ProfileDesk *desk = m_window.desk(id))
        desk->bars().withdraw(passwordBar);
}

/// The no was taken back.
void SignInNews::settleUrging(const ProfileId &id)
{
    const account::SessionStore *store = m_accounts.sessions(id);
    QSet<api::SessionId> &disowned = m_disowned[id];
    const auto taken = disowned.removeIf([store](const api::SessionId &session) {
        const auto found = store->find(session);
        return found && !found->end;
    });
    ui::ProfileDesk *desk = m_window.desk(id);
    if (taken > 0 && disowned.isEmpty() && desk)
        desk->bars().withdraw(passwordBar);
}

} // namespace latchkey::app
