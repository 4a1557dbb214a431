#include "shell/accountbars.h"

#include "account/account.h"
#include "account/identitystore.h"
#include "account/proofbycode.h"
#include "account/secretkeeping.h"
#include "account/sessionstore.h"
#include "account/surroundings.h"
#include "credentials/codeform.h"
#include "credentials/codestep.h"
#include "kit/errorwords.h"
#include "kit/linestep.h"
#include "kit/scale.h"
#include "shell/askingpanel.h"
#include "shell/visitpanel.h"

#include <QDateTime>
#include <QLocale>

namespace latchkey::ui {

using namespace Qt::StringLiterals;
using account::AccountState;
using account::ProofWay;

namespace {

const QString stateBar = u"state"_s;
const QString proofBar = u"proof"_s;
const QString keepingBar = u"keeping"_s;

QString shortTime(Timestamp moment)
{
    const QDateTime local = toDateTime(moment).toLocalTime();
    const QLocale locale;
    return local.date() == QDate::currentDate()
               ? locale.toString(local.time(), QLocale::ShortFormat)
               : locale.toString(local, QLocale::ShortFormat);
}

QString endWords(const api::SessionEnd &end)
{
    switch (end.reason) {
    case api::EndReason::SignedOut:
        return AccountBars::tr("This session was signed out (%1).", "%1 is a time or a date")
            .arg(shortTime(end.at));
    case api::EndReason::EndedByOwner:
        return AccountBars::tr("This session was ended from another of your sessions (%1).",
                               "%1 is a time or a date")
            .arg(shortTime(end.at));
    case api::EndReason::NotRecognised:
        return AccountBars::tr("This session was ended because it was marked as not yours (%1).",
                               "%1 is a time or a date")
            .arg(shortTime(end.at));
    case api::EndReason::PasswordChanged:
        return AccountBars::tr("This session was ended because the password was changed (%1).",
                               "%1 is a time or a date")
            .arg(shortTime(end.at));
    case api::EndReason::Expired:
        return AccountBars::tr("This session expired (%1).", "%1 is a time or a date")
            .arg(shortTime(end.at));
    case api::EndReason::Unknown:
        return AccountBars::tr("This session has ended (%1).", "%1 is a time or a date")
            .arg(shortTime(end.at));
    }
    Q_UNREACHABLE();
}

QString signedOutWords(const AccountState &state)
{
    switch (state.reason.value_or(AccountState::Reason::NoToken)) {
    case AccountState::Reason::NoToken:
        return AccountBars::tr("You are not signed in.");
    case AccountState::Reason::ByPerson:
        return AccountBars::tr("You signed out.");
    case AccountState::Reason::EndedByOther:
        return state.end ? endWords(*state.end) : AccountBars::tr("This session was ended.");
    case AccountState::Reason::Refused:
        return AccountBars::tr("The server no longer accepts this session.");
    case AccountState::Reason::Deleted:
        return AccountBars::tr("This account was deleted.");
    }
    Q_UNREACHABLE();
}

} // namespace

AccountBars::AccountBars(account::Account &account, const account::SessionStore &sessions,
                         account::FactorStore &factors, account::IdentityStore &identities,
                         account::SecretKeeping &keeping, BarStack &bars, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_sessions(sessions)
    , m_factors(factors)
    , m_identities(identities)
    , m_keeping(keeping)
    , m_bars(bars)
{
    connect(&account, &account::Account::stateChanged, this, &AccountBars::tellState);
    connect(&sessions, &account::SessionStore::loadingChanged, this, [this] {
        if (m_account.state().isOffline())
            tellOffline();
    });
    connect(&account, &account::Account::proofNeeded, this, &AccountBars::askForProof);
    connect(&account, &account::Account::proofEnded, this, [this] {
        m_isSignInProof = false;
        m_bars.withdraw(proofBar);
    });
    connect(&identities, &account::IdentityStore::changed, this, [this] {
        // It was asked for before anybody knew that there is none.
        if (m_password && m_account.neededProof() == api::Level::Password &&
            proofWay(api::Level::Password) == ProofWay::Provider)
            askForVisit();
    });
    connect(&account, &account::Account::keepingFailed, this, [this](const Error &error) {
        m_bars.tell({.id = keepingBar,
                     .kind = MessageBar::Kind::Warning,
                     .text = [error] { return notKeptWordsOf(error); },
                     .acts = {},
                     .isDismissible = true});
    });
    tellState();
    if (const auto level = account.neededProof())
        askForProof(*level);
}

void AccountBars::tellState()
{
    const AccountState::Kind kind = m_account.state().kind;
    if (kind != AccountState::Kind::Offline)
        m_wasOnline = kind == AccountState::Kind::Online;
    switch (kind) {
    case AccountState::Kind::Restoring:
    case AccountState::Kind::Connecting:
        // Usually over within a moment; a bar would only flicker.
    case AccountState::Kind::Online:
        m_bars.withdraw(stateBar);
        return;
    case AccountState::Kind::Offline:
        tellOffline();
        return;
    case AccountState::Kind::SignedOut:
        tellSignedOut();
        return;
    case AccountState::Kind::Locked:
        tellLocked();
        return;
    }
}

void AccountBars::tellOffline()
{
    const Error why = m_account.state().why.value_or(Error::of(Error::Kind::Network, {}));
    m_bars.tell(
        {.id = stateBar,
         .kind = isUnsafe(why) ? MessageBar::Kind::Danger : MessageBar::Kind::Warning,
         .text =
             [why, asOf = shownAsOf()] {
                 return offlineWordsOf(why, asOf ? shortTime(*asOf) : QString());
             },
         .acts = {{[] { return tr("Tr&y again now"); }, [this] { m_account.retryNow(); }}}});
}

/// Nothing where nothing can be seen.
std::optional<Timestamp> AccountBars::shownAsOf() const
{
    return m_wasOnline ? m_account.state().since : m_sessions.loadedAt();
}

void AccountBars::tellSignedOut()
{
    m_bars.withdraw(proofBar);
    if (m_account.isActing()) {
        m_bars.withdraw(stateBar); // nobody signs in to it again from here
        return;
    }
    m_bars.tell({.id = stateBar,
                 .kind = MessageBar::Kind::Warning,
                 .text = [state = m_account.state()] { return signedOutWords(state); },
                 .acts = waysIn()});
}

/// With the one that is always there, except where the person has taken it already.
QList<BarStack::Act> AccountBars::waysIn(QList<BarStack::Act> others)
{
    if (!m_isSigningIn)
        others.append({[] { return tr("Sign in a&gain"); }, [this] { Q_EMIT signInRequested(); }});
    return others;
}

void AccountBars::setSigningIn(bool isSigningIn)
{
    if (std::exchange(m_isSigningIn, isSigningIn) == isSigningIn)
        return;
    // What was typed there stays.
    if (m_passphrase)
        m_passphrase->setDeclinable(!isSigningIn);
    else if (m_bars.holds(stateBar))
        tellState();
    if (m_isSignInProof)
        askForSignIn();
}

void AccountBars::tellLocked()
{
    if (m_account.profile().keeping == account::KeepingPlace::File && !m_keeping.isFileOpen()) {
        askForPassphrase();
        return;
    }
    const auto why = m_account.state().why;
    if (!m_account.isLocked()) {
        // Where nobody vouches for the server, nobody is asked for a password either.
        m_bars.tell(
            {.id = stateBar,
             .kind = MessageBar::Kind::Warning,
             .text = [why = *why] { return notStartedWordsOf(why); },
             .acts = {{[] { return tr("Try again"); }, [this] { Q_EMIT unlockRequested(); }}}});
        return;
    }
    m_bars.tell(
        {.id = stateBar,
         .kind = MessageBar::Kind::Warning,
         .text =
             [why] {
                 return why ? wordsOf(*why)
                            : tr("Your session is kept behind a lock that has to be opened first.");
             },
         .acts =
             waysIn({{[] { return tr("Tr&y again"); }, [this] { Q_EMIT unlockRequested(); }}})});
}

void AccountBars::askForProof(api::Level level)
{
    m_isSignInProof = false;
    switch (proofWay(level)) {
    case ProofWay::Password:
        return askForPassword();
    case ProofWay::Provider:
        return askForVisit();
    case ProofWay::Code:
        return askForCode();
    case ProofWay::SignIn:
        return askForSignIn();
    }
}

ProofWay AccountBars::proofWay(api::Level level) const
{
    return account::proofWayOf(m_account, m_identities, level);
}

void AccountBars::askForCode()
{
    const account::Surroundings &around = m_account.surroundings();
    const auto proof = std::make_shared<account::ProofByCode>(m_account, m_factors);
    auto *code = new CodeStep(proof->ways(), around.clock);
    code->form().setMessagesOffered(around.isOwnServer(m_account.profile().server.url));
    connect(&code->form(), &CodeForm::messagesWanted, this, &AccountBars::messagesWanted);
    // It goes with its panel.
    connect(proof.get(), &account::ProofByCode::impossible, this, &AccountBars::askForSignIn,
            Qt::QueuedConnection);
    askForProofIn(code, [proof](const Secret &typed) { return proof->submit(typed); });
}

void AccountBars::askForSignIn()
{
    if (!m_account.isProofNeeded())
        return; // meanwhile it was declined
    m_isSignInProof = true;
    m_bars.tell({.id = proofBar,
                 .kind = MessageBar::Kind::Notice,
                 .text =
                     [] {
                         return tr("Sign in again to confirm that it is you. Then what you asked "
                                   "for goes on by itself.");
                     },
                 .acts = waysIn() + QList<BarStack::Act>{{[] { return tr("&Cancel"); },
                                                          [this] { m_account.declineProof(); }}}});
}

void AccountBars::askForPassword()
{
    auto *password = new LineStep(LineStep::Typed::Password);
    password->setMaximumWidth(formWidth);
    m_password =
        askForProofIn(password, [this](const Secret &typed) { return m_account.prove(typed); });
    if (m_identities.isOffered() && !m_identities.isLoaded() && !m_identities.isLoading())
        m_identities.load();
}

/// Who has no password signs in once more where they do.
void AccountBars::askForVisit()
{
    m_password.clear();
    auto *panel = new VisitPanel(m_account, m_identities);
    connect(panel, &VisitPanel::declined, this, [this] { m_account.declineProof(); });
    m_bars.tell(proofBar, panel);
    panel->focusFirst();
}

AskingPanel *AccountBars::askForProofIn(FormStep *step,
                                        std::function<Call<Nothing>(const Secret &)> prove)
{
    const auto words = [] {
        return AskingPanel::Words{
            .name = tr("Confirm that it is you"),
            .why = tr("Confirm that it is you. Then what you asked for goes on by itself."),
            .step = {.label = tr("Password"), .submit = tr("Con&firm"), .back = tr("&Cancel")}};
    };
    auto *panel = new AskingPanel({.words = words,
                                   .submit = std::move(prove),
                                   .decline = [this] { m_account.declineProof(); }},
                                  step, m_account.surroundings().clock);
    m_bars.tell(proofBar, panel);
    panel->focusFirst();
    return panel;
}

/// The file opens for the whole program, so every profile that is kept in it hears of it.
void AccountBars::askForPassphrase()
{
    const auto words = [] {
        return AskingPanel::Words{
            .name = tr("Unlock the encrypted file"),
            .why = tr("Your session is kept in an encrypted file. Its passphrase opens it."),
            .step = {.label = tr("Passp&hrase of the file"),
                     .submit = tr("Unloc&k"),
                     .back = tr("Sign in a&gain")}};
    };
    auto *passphrase = new LineStep(LineStep::Typed::Password);
    passphrase->setMaximumWidth(formWidth);
    auto *panel = new AskingPanel(
        {.words = words,
         .submit = [this](const Secret &typed) { return m_keeping.openFile(typed); },
         .decline = [this] { Q_EMIT signInRequested(); }},
        passphrase, m_account.surroundings().clock);
    panel->setDeclinable(!m_isSigningIn);
    m_passphrase = panel;
    m_bars.tell(stateBar, panel);
    panel->focusFirst();
}

} // namespace latchkey::ui
