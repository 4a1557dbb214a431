#pragma once

#include "account/proofway.h"
#include "api/operation.h"
#include "base/call.h"
#include "base/clock.h"
#include "base/nothing.h"
#include "base/secret.h"
#include "shell/barstack.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace latchkey::account {
class Account;
class FactorStore;
class IdentityStore;
class SecretKeeping;
class SessionStore;
} // namespace latchkey::account

namespace latchkey::ui {

class AskingPanel;
class FormStep;

/// Tells above a profile's pages how things stand between the program and its account.
class AccountBars final : public QObject
{
    Q_OBJECT

public:
    AccountBars(account::Account &account, const account::SessionStore &sessions,
                account::FactorStore &factors, account::IdentityStore &identities,
                account::SecretKeeping &keeping, BarStack &bars, QObject *parent = nullptr);

    /// The form for it lies over the pages: no bar offers the way there.
    void setSigningIn(bool isSigningIn);

Q_SIGNALS:
    void signInRequested();
    /// The token may be fetched now: try again.
    void unlockRequested();
    /// What the program's own server sent is to be seen.
    void messagesWanted();

private:
    void tellState();
    void tellOffline();
    std::optional<Timestamp> shownAsOf() const;
    void tellSignedOut();
    void tellLocked();
    void askForProof(api::Level level);
    account::ProofWay proofWay(api::Level level) const;
    void askForPassword();
    void askForVisit();
    void askForCode();
    void askForSignIn();
    AskingPanel *askForProofIn(FormStep *step, std::function<Call<Nothing>(const Secret &)> prove);
    void askForPassphrase();
    QList<BarStack::Act> waysIn(QList<BarStack::Act> others = {});

    account::Account &m_account;
    const account::SessionStore &m_sessions;
    account::FactorStore &m_factors;
    account::IdentityStore &m_identities;
    account::SecretKeeping &m_keeping;
    BarStack &m_bars;
    QPointer<AskingPanel> m_password; ///< asked for, to prove who is there
    QPointer<AskingPanel> m_passphrase;
    bool m_isSigningIn = false;
    bool m_isSignInProof = false; ///< asked for, as nothing less proves who is there
    bool m_wasOnline = false; ///< before it went offline: events kept what is shown true until then
};

} // namespace latchkey::ui
