#include "kit/errorwords.h"

#include <QCoreApplication>

namespace latchkey::ui {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ErrorWords)

public:
    static QString ofCode(const Error &error);
    static QString ofKind(const Error &error);

private:
    static QString ofInput(const QString &code);
    static QString ofAccount(const QString &code);
    static QString ofConnection(const QString &code);
    static QString ofKeeping(const QString &code);
};

QString Words::ofInput(const QString &code)
{
    if (code == "passwordTooShort"_L1)
        return tr("Use at least 8 characters.");
    if (code == "passwordTooLong"_L1)
        return tr("Use at most 128 characters.");
    if (code == "passwordTooWeak"_L1)
        return tr("This password is too easy to guess. Add another unrelated word or two.");
    if (code == "emailInvalid"_L1)
        return tr("This is not an e-mail address. It looks like name@example.org.");
    if (code == "missingField"_L1 || code == "empty"_L1 || code == "tooShort"_L1)
        return tr("Please fill this in.");
    if (code == "tooLong"_L1)
        return tr("This is too long. Please shorten it.");
    if (code == "controlCharacter"_L1)
        return tr("This contains a character that can't be used here.");
    if (code == "signUpRefused"_L1)
        return tr("This address can't be used to sign up. If it is yours, sign in instead.");
    if (code == "signUpClosed"_L1)
        return tr("This server takes no new accounts. Ask whoever runs it.");
    if (code == "setupCodeWrong"_L1)
        return tr("This is not the set-up code. It was printed where the server was started.");
    if (code == "addressInvalid"_L1)
        return tr("This is not the address of a server. It looks like accounts.example.org.");
    return {};
}

QString Words::ofAccount(const QString &code)
{
    if (code == "wrongCredentials"_L1)
        return tr("E-mail and password don't go together. Check both and try again.");
    if (code == "wrongPassword"_L1)
        return tr("This is not the password. Try again.");
    if (code == "challengeUnknown"_L1)
        return tr("The code is wrong or too old. Sign in again to get another.");
    if (code == "sessionEnded"_L1)
        return tr(
            "This session has been ended. Sign in again to go on; nothing you typed is lost.");
    if (code == "changedMeanwhile"_L1)
        return tr("Somebody else changed this meanwhile. Compare both and save again.");
    if (code == "notReinstatable"_L1)
        return tr("The time to take this back is over.");
    return {};
}

QString Words::ofConnection(const QString &code)
{
    if (code == "unknownHost"_L1)
        return tr("There is no server of this name. Check the address.");
    if (code == "connectionRefused"_L1)
        return tr(
            "Nothing answers at this address. Check it, or ask whether the server is running.");
    if (code == "connectionLost"_L1)
        return tr("The connection broke. Try again.");
    if (code == "proxyRefused"_L1)
        return tr("The proxy did not let the connection through. Check the proxy in Settings.");
    if (code == "tlsExpired"_L1)
        return tr("The server's certificate has expired. Whoever runs it must renew it.");
    if (code == "tlsNotYetValid"_L1)
        return tr("The server's certificate is not valid yet. Check this computer's clock.");
    if (code == "tlsHostMismatch"_L1)
        return tr("The server's certificate belongs to another name. Check the address.");
    if (code == "tlsSelfSigned"_L1 || code == "tlsUntrusted"_L1)
        return tr("Nobody this computer trusts vouches for this server's certificate.");
    return {};
}

QString Words::ofKeeping(const QString &code)
{
    if (code == "wrongPassphrase"_L1)
        return tr("This is not the passphrase of the file. Try again.");
    if (code == "secretFileBroken"_L1)
        return tr("The encrypted file is damaged. It was left as it is.");
    if (code == "keychainAbsent"_L1)
        return tr("This computer has no keychain.");
    if (code == "keychainLocked"_L1)
        return tr("The keychain is locked. Unlock it and try again.");
    if (code == "keychainDenied"_L1)
        return tr("The keychain did not let Latchkey in.");
    if (code == "keychainSlow"_L1)
        return tr("The keychain does not answer. It may be waiting for you in another window.");
    if (code == "profilesBroken"_L1)
        return tr("The list of profiles could not be read. It was set aside, not deleted.");
    if (code == "diskFull"_L1)
        return tr("The disk is full. Make room and try again.");
    if (code == "databaseNewer"_L1)
        return tr("The database was written by a newer Latchkey. Update this one.");
    return {};
}

QString Words::ofCode(const Error &error)
{
    for (const auto words : {&ofInput, &ofAccount, &ofConnection, &ofKeeping}) {
        if (const QString found = words(error.code); !found.isEmpty())
            return found;
    }
    return {};
}

QString Words::ofKind(const Error &error)
{
    const int seconds = error.retryAfter ? int(error.retryAfter->count()) : 0;
    switch (error.kind) {
    case Error::Kind::Network:
        return tr("The server can't be reached. Check the network and try again.");
    case Error::Kind::Timeout:
        return tr("The server takes too long to answer. Try again.");
    case Error::Kind::Cancelled:
        return tr("Cancelled.");
    case Error::Kind::Unauthorized:
        return tr("You are signed out. Sign in again to go on.");
    case Error::Kind::StepUpNeeded:
        return tr("Enter your password to go on.");
    case Error::Kind::Forbidden:
        return tr("Your account is not allowed to do this.");
    case Error::Kind::NotFound:
        return tr("It is no longer there.");
    case Error::Kind::Conflict:
        return tr("Somebody else was first. Look at what has changed and try again.");
    case Error::Kind::Rejected:
        return tr("The server did not accept this. Check it and try again.");
    case Error::Kind::RateLimited:
        return seconds > 0 ? tr("Too many tries. Try again in %n second(s).", nullptr, seconds)
                           : tr("Too many tries. Wait a little and try again.");
    case Error::Kind::Server:
        return tr("The server has a problem. Try again later.");
    case Error::Kind::Protocol:
        return tr("The server answered in a way that Latchkey does not understand.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString wordsOf(const Error &error)
{
    const QString words = Words::ofCode(error);
    return words.isEmpty() ? Words::ofKind(error) : words;
}

} // namespace latchkey::ui
