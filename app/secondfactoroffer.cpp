#include "secondfactoroffer.h"

#include "account/account.h"
#include "account/accounts.h"
#include "account/factorstore.h"
#include "account/identitystore.h"
#include "errands.h"
#include "shell/barstack.h"
#include "shell/mainwindow.h"

namespace latchkey::app {

using namespace Qt::StringLiterals;
using account::FactorStore;
using account::ProfileId;

namespace {

const QString bar = u"offerSecondFactor"_s;

} // namespace

SecondFactorOffer::SecondFactorOffer(const account::Accounts &accounts, ui::MainWindow &window,
                                     QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_window(window)
{}

void SecondFactorOffer::make(const ProfileId &id)
{
    FactorStore *store = m_accounts.factors(id);
    if (!store || !store->isOffered())
        return;
    account::IdentityStore *identities = m_accounts.identities(id);
    if (!identities->isOffered()) {
        look(id);
        return;
    }
    // First, as it says what there is to be protected from.
    identities->load().then(store, [this, id](const Result<Nothing> &) { look(id); });
}

void SecondFactorOffer::look(const ProfileId &id)
{
    FactorStore *store = m_accounts.factors(id);
    store->load().then(store, [this, id, store](const Result<Nothing> &loaded) {
        if (!loaded || !store->factors().isEmpty())
            return;
        tell(id);
        // Nobody who is signed out adds one.
        const account::Account *account = m_accounts.account(id);
        connect(account, &account::Account::stateChanged, this, [this, account] {
            if (account->state().isSignedOut())
                m_window.bars().withdraw(bar);
        });
        connect(store, &FactorStore::changed, this, [this, store] {
            if (!store->factors().isEmpty())
                m_window.bars().withdraw(bar);
        });
    });
}

void SecondFactorOffer::tell(const ProfileId &id)
{
    const bool hasPassword = m_accounts.identities(id)->hasPassword();
    m_window.bars().tell(
        {.id = bar,
         .kind = ui::MessageBar::Kind::Notice,
         .text =
             [hasPassword] {
                 return hasPassword ? tr("Only your password protects your account. A second "
                                         "factor keeps out strangers who learn it.")
                                    : tr("One sign-in alone protects your account. A second "
                                         "factor keeps out strangers who get hold of it.");
             },
         .acts = {{[] { return tr("Add a second factor"); }, [this, id] { take(id); }}},
         .isDismissible = true});
}

void SecondFactorOffer::take(const ProfileId &id)
{
    m_window.bars().withdraw(bar);
    errands::addAuthenticator(m_window, id);
}

} // namespace latchkey::app
