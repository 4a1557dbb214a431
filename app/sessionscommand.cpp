#include "sessionscommand.h"

#include "account/account.h"
#include "account/sessionstore.h"
#include "askforline.h"
#include "base/alarm.h"
#include "base/textsafety.h"
#include "client.h"
#include "exitcode.h"
#include "print.h"
#include "wire/fieldjson.h"
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

QString described(const api::Session &session)
{
    const QString label =
        session.device.label.isEmpty() ? session.device.program : session.device.label;
    QString line = session.id.text() + u"  "_s + toRfc3339(session.lastActiveAt) + u"  "_s +
                   session.address.leftJustified(15) + u"  "_s + withoutMisleading(label);
    if (session.current)
        line += u"  (this one)"_s;
    if (session.end)
        line += u"  (ended "_s + toRfc3339(session.end->at) + u')';
    return line;
}

} // namespace

SessionsCommand::SessionsCommand(Client &client, const QStringList &arguments)
    : m_client(client)
{
    if (understand(arguments) && chooseProfile()) {
        connect(m_account, &account::Account::stateChanged, this, &SessionsCommand::whenSignedIn);
        connect(m_account, &account::Account::credentialReplaced, this,
                &SessionsCommand::beginWaiting);
        // Proof is a matter between a person and a window.
        connect(m_account, &account::Account::proofNeeded, this, [this] {
            m_account->declineProof();
            fail(Error::of(Error::Kind::StepUpNeeded, u"stepUpNeeded"_s));
        });
        m_client.accounts().restore(m_account->id());
        whenSignedIn();
    }
}

int SessionsCommand::run()
{
    return m_exitCode ? m_exitCode : QCoreApplication::exec();
}

bool SessionsCommand::understand(QStringList arguments)
{
    while (!arguments.isEmpty()) {
        const QString next = arguments.takeFirst();
        if (next == "--json"_L1)
            m_json = true;
        else if (next == "--all"_L1)
            m_all = true;
        else if (next == "--profile"_L1 && arguments.isEmpty())
            return misused(u"--profile needs a value"_s), false;
        else if (next == "--profile"_L1)
            m_profileName = arguments.takeFirst();
        else if (next == "--passphrase-stdin"_L1)
            m_isPassphrasePiped = true;
        else if (next.startsWith(u'-'))
            return misused(u"unknown option: "_s + next), false;
        else if (m_action.isEmpty())
            m_action = next;
        else
            m_ids << next;
    }
    if (m_action == "list"_L1 && m_ids.isEmpty())
        return true;
    if (m_action == "end"_L1 && !m_ids.isEmpty() && !m_ids.contains(QString()))
        return true;
    return misused(m_action == "end"_L1 ? u"say which session to end"_s
                                        : u"expected: sessions list, or sessions end ID"_s),
           false;
}

bool SessionsCommand::chooseProfile()
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
    m_account = m_client.accounts().account(fitting.first().id);
    m_sessions = m_client.accounts().sessions(fitting.first().id);
    return true;
}

void SessionsCommand::whenSignedIn()
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
    m_action == "list"_L1 ? list() : endNext();
}

void SessionsCommand::unlock()
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

void SessionsCommand::beginWaiting()
{
    m_wait.cancel();
    m_wait = m_client.alarm().after(patience);
    m_wait.then(this, [this](const Result<Nothing> &rang) {
        if (rang)
            fail(Error::of(Error::Kind::Timeout, u"timeout"_s));
    });
}

void SessionsCommand::list()
{
    m_sessions->load().then(this, [this](const Result<Nothing> &loaded) {
        if (!loaded)
            return fail(loaded.error());
        QList<api::Session> shown;
        for (const api::Session &session : m_sessions->sessions()) {
            if (m_all || !session.end)
                shown << session;
        }
        show(shown);
        leave(Done);
    });
}

void SessionsCommand::endNext()
{
    if (m_ids.isEmpty()) {
        show(m_ended);
        return leave(Done);
    }
    beginWaiting();
    m_sessions->end(api::SessionId(m_ids.takeFirst()))
        .then(this, [this](const Result<api::Session> &ended) {
            if (!ended)
                return fail(ended.error());
            m_ended << *ended;
            endNext();
        });
}

void SessionsCommand::show(const QList<api::Session> &sessions) const
{
    if (m_json) {
        JsonWriter json;
        wire::writeJson(json, sessions);
        return print(stdout, QString::fromUtf8(json.take()));
    }
    for (const api::Session &session : sessions)
        print(stdout, described(session));
}

void SessionsCommand::fail(const Error &error)
{
    if (m_exitCode != Done)
        return; // said already
    // What was ended before stays so, and whoever asked must know.
    if (!m_ended.isEmpty())
        show(m_ended);
    print(stderr, u"latchkey: "_s + inWords(error));
    leave(exitCodeOf(error));
}

/// Whatever the keychain says, nobody is signed in for this command.
void SessionsCommand::failLocked(const Error &why)
{
    Error locked = Error::of(Error::Kind::Unauthorized, u"sessionLocked"_s);
    locked.detail = why.detail.isEmpty() ? why.code : why.detail;
    fail(locked);
}

void SessionsCommand::misused(const QString &why)
{
    print(stderr, u"latchkey: "_s + why + u"; see latchkey sessions --help"_s);
    m_exitCode = Misused;
}

void SessionsCommand::leave(int exitCode)
{
    m_exitCode = exitCode;
    QCoreApplication::exit(exitCode);
}

} // namespace latchkey::app
