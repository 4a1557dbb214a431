#include "signedincommand.h"

#include "account/account.h"
#include "askforline.h"
#include "base/alarm.h"
#include "client.h"
#include "exitcode.h"
#include "print.h"
#include "words.h"

#include <QCoreApplication>

namespace latchkey::app {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = account::AccountState::Kind;

namespace {

/// For one thing: a shell, or a script, waits for this program.
constexpr auto patience = 10s;

int exitCodeOf(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Network:
    case Error::Kind::Timeout:
        return Unreachable;
    case Error::Kind::Unauthorized:
        return NotSignedIn;
    case Error::Kind::StepUpNeeded:
    case Error::Kind::Forbidden:
        return NotAllowed;
    case Error::Kind::NotFound:
        return NotFound;
    case Error::Kind::Cancelled:
    case Error::Kind::Conflict:
    case Error::Kind::Rejected:
    case Error::Kind::RateLimited:
    case Error::Kind::Server:
    case Error::Kind::Protocol:
        return Failed;
    }
    Q_UNREACHABLE();
}

} // namespace

SignedInCommand::SignedInCommand(Client &client, const QString &name)
    : m_client(client)
    , m_name(name)
{}

int SignedInCommand::run(const QStringList &arguments)
{
    if (understand(arguments) && chooseProfile())
        signIn();
    return m_exitCode ? m_exitCode : QCoreApplication::exec();
}

void SignedInCommand::signIn()
{
    connect(m_account, &account::Account::stateChanged, this, &SignedInCommand::whenSignedIn);
    connect(m_account, &account::Account::credentialReplaced, this, &SignedInCommand::beginWaiting);
    // Proof is a matter between a person and a window.
    connect(m_account, &account::Account::proofNeeded, this, [this] {
        m_account->declineProof();
        fail(Error::of(Error::Kind::StepUpNeeded, u"stepUpNeeded"_s));
    });
    m_client.accounts().restore(m_account->id());
    whenSignedIn();
}

bool SignedInCommand::takeOption(const QString &)
{
    return false;
}

bool SignedInCommand::understand(QStringList arguments)
{
    QStringList words;
    while (!arguments.isEmpty()) {
        const QString next = arguments.takeFirst();
        if (next == "--json"_L1)
            m_json = true;
        else if (next == "--profile"_L1 && arguments.isEmpty())
            return misused(u"--profile needs a value"_s);
        else if (next == "--profile"_L1)
            m_profileName = arguments.takeFirst();
        else if (next == "--passphrase-stdin"_L1)
            m_isPassphrasePiped = true;
        else if (!next.startsWith(u'-'))
            words << next;
        else if (!takeOption(next))
            return misused(u"unknown option: "_s + next);
    }
    return takeWords(words);
}

bool SignedInCommand::chooseProfile()
{
    QList<account::Profile> fitting;
    for (const account::Profile &profile : m_client.profiles().all()) {
        if (m_profileName.isEmpty() || profile.id.text() == m_profileName ||
            profile.name == m_profileName || profile.email == m_profileName)
            fitting << profile;
    }
    if (fitting.isEmpty()) {
        print(stderr, u"latchkey: no such profile; sign in with the window first"_s);
        m_exitCode = NotSignedIn;
        return false;
    }
    if (fitting.size() > 1) {
        QString text = u"latchkey: more than one profile; say which with --profile:"_s;
        for (const account::Profile &profile : fitting)
            text += u"\n  "_s + profile.id.text() + u"  "_s + profile.email + u"  "_s +
                    profile.server.url.toString();
        print(stderr, text);
        m_exitCode = Misused;
        return false;
    }
    m_profile = fitting.first().id;
    m_account = m_client.accounts().account(m_profile);
    return true;
}

void SignedInCommand::whenSignedIn()
{
    // What was asked for is answered by itself, also where it ended this very session.
    if (m_isStarted)
        return;
    const account::AccountState &state = m_account->state();
    const bool isFileLocked =
        state.kind == State::Locked && state.why && state.why->code == "secretFileLocked"_L1;
    if (isFileLocked)
        return unlock();
    if (state.kind == State::Locked)
        return failLocked(state.why.value_or(Error()));
    if (state.kind == State::SignedOut)
        return fail(state.why.value_or(Error::of(Error::Kind::Unauthorized, u"signedOut"_s)));
    if (!state.isSignedIn())
        return;
    m_isStarted = true;
    begin();
}

void SignedInCommand::unlock()
{
    if (std::exchange(m_isUnlocking, true))
        return;
    const Secret passphrase = m_isPassphrasePiped ? readLine() : askForLine(u"Passphrase: "_s);
    if (passphrase.isEmpty()) {
        return fail(Error::of(Error::Kind::Unauthorized, u"secretFileLocked"_s,
                              u"its passphrase is needed: from a terminal, or with "
                              "--passphrase-stdin"_s));
    }
    m_client.accounts().keeping().openFile(passphrase).then(this, [this](const auto &opened) {
        // Whoever waits for the file is told by itself when it opens.
        if (!opened)
            fail(opened.error());
    });
}

void SignedInCommand::beginWaiting()
{
    m_wait.cancel();
    m_wait = m_client.alarm().after(patience);
    m_wait.then(this, [this](const Result<Nothing> &rang) {
        if (rang)
            fail(Error::of(Error::Kind::Timeout, u"timeout"_s));
    });
}

void SignedInCommand::fail(const Error &error)
{
    if (m_exitCode != Done)
        return; // said already
    showDone();
    print(stderr, u"latchkey: "_s + inWords(error));
    leave(exitCodeOf(error));
}

/// Whatever the keychain says, nobody is signed in for this command. A server inside the program
/// that did not start speaks for itself.
void SignedInCommand::failLocked(const Error &why)
{
    if (!m_account->isLocked())
        return fail(why);
    Error locked = Error::of(Error::Kind::Unauthorized, u"sessionLocked"_s);
    locked.detail = inWords(why);
    fail(locked);
}

bool SignedInCommand::misused(const QString &why)
{
    print(stderr, u"latchkey: "_s + why + u"; see latchkey "_s + m_name + u" --help"_s);
    m_exitCode = Misused;
    return false;
}

void SignedInCommand::leave(int exitCode)
{
    m_exitCode = exitCode;
    QCoreApplication::exit(exitCode);
}

} // namespace latchkey::app
