#include "kit/errorwords.h"

#include "kit/errorcodewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace latchkey::ui {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ErrorWords)

public:
    static QString ofKind(Error::Kind kind);
    static QString setAsideAs(const QString &file)
    {
        return tr("The list of profiles could not be read. It was not deleted; it is %1 now.")
            .arg(file);
    }
    static QString atLeast(int characters)
    {
        return tr("Use at least %n character(s).", nullptr, characters);
    }
    static QString atMost(int characters)
    {
        return tr("Use at most %n character(s).", nullptr, characters);
    }
    static QString offline(const QString &why, bool isUnsafe, const QString &asOf);
    static QString notKept(const QString &why)
    {
        return tr("%1 Your session works until the program ends; then you sign in again.",
                  "%1 is a sentence that says why it could not be kept")
            .arg(why);
    }
    static QString notStarted(const QString &why)
    {
        return tr("The server on this computer did not start. %1", "%1 is a sentence that says why")
            .arg(why);
    }
    static QString wrongCode(CodeKind kind);
    static QString waiting(const Error &error);
    static QString after(std::chrono::seconds wait);
};

QString Words::wrongCode(CodeKind kind)
{
    switch (kind) {
    case CodeKind::Authenticator:
        break;
    case CodeKind::Sent:
        return tr("This is not the code, or it is too old. Look at the last message, or have "
                  "another code sent.");
    case CodeKind::WrittenDown:
        return tr("This is none of your recovery codes, or it was used already. Try another one.");
    case CodeKind::Given:
        return tr("This is not the code, or it is too old. Check each letter; if all are right, "
                  "ask for another code.");
    }
    return wordsOf(Error::of(Error::Kind::Rejected, u"wrongCode"_s));
}

QString Words::waiting(const Error &error)
{
    const QString when = after(*error.retryAfter);
    if (error.code == "codeTooSoon"_L1)
        return tr("Another code can be sent %1.", "%1 is e.g. 'in 5 minutes'").arg(when);
    if (error.code == "tooManyCodes"_L1) {
        return tr("Too many codes were sent. Another one can be sent %1.",
                  "%1 is e.g. 'in 5 minutes'")
            .arg(when);
    }
    if (error.code == "tooManyTries"_L1)
        return tr("Too many tries. Try again %1.", "%1 is e.g. 'in 5 minutes'").arg(when);
    if (error.code == "tooManyLetters"_L1) {
        return tr("The owner of this account was written to too often. Try again %1.",
                  "%1 is e.g. 'in 5 minutes'")
            .arg(when);
    }
    if (error.code == "tooManyAccounts"_L1) {
        return tr("Too many accounts were made from your network. Try again %1.",
                  "%1 is e.g. 'in 5 minutes'")
            .arg(when);
    }
    return tr("The server is asked too often. Try again %1.", "%1 is e.g. 'in 5 minutes'")
        .arg(when);
}

QString Words::after(std::chrono::seconds wait)
{
    using namespace std::chrono;
    if (wait <= 90s)
        return tr("in %n second(s)", nullptr, int(wait.count()));
    if (wait <= 90min)
        return tr("in %n minute(s)", nullptr, int(ceil<minutes>(wait).count()));
    return tr("in %n hour(s)", nullptr, int(ceil<hours>(wait).count()));
}

QString Words::offline(const QString &why, bool isUnsafe, const QString &asOf)
{
    if (isUnsafe && asOf.isEmpty())
        return why;
    if (isUnsafe)
        return tr("%1 What you see is as of %2.", "%1 is a sentence that says why").arg(why, asOf);
    if (asOf.isEmpty())
        return tr("Offline. %1", "%1 is a sentence that says why").arg(why);
    return tr("Offline. %1 What you see is as of %2.", "%1 is a sentence that says why")
        .arg(why, asOf);
}

QString Words::ofKind(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Network:
        return tr("The server can't be reached. Check the network and try again.");
    case Error::Kind::Timeout:
        return tr("The server takes too long to answer. Try again.");
    case Error::Kind::Cancelled:
        return tr("This was cancelled before it was done. Start it again if you need it.");
    case Error::Kind::Unauthorized:
        return tr("You are signed out. Sign in again to go on.");
    case Error::Kind::StepUpNeeded:
        return tr("Confirm that it is you to go on.");
    case Error::Kind::Forbidden:
        return tr("Your account is not allowed to do this. Ask an administrator.");
    case Error::Kind::NotFound:
        return tr("It is no longer there. Refresh to see what is.");
    case Error::Kind::Conflict:
        return tr("Somebody else was first. Look at what has changed and try again.");
    case Error::Kind::Rejected:
        return tr("The server did not accept this. Check it and try again.");
    case Error::Kind::RateLimited:
        return tr("The server is asked too often. Wait a little and try again.");
    case Error::Kind::Server:
        return tr("The server failed at this. Try again later.");
    case Error::Kind::Protocol:
        return tr("Latchkey does not understand the server's answer. Check the address, or update "
                  "Latchkey.");
    }
    Q_UNREACHABLE();
}

/// What can't be read in an answer has the same codes as what can't be in a form, and nobody here
/// typed it.
bool isAboutAnswer(const Error &error)
{
    return error.kind == Error::Kind::Protocol && error.status != 0;
}

} // namespace

QString wordsOf(const Error &error)
{
    if (error.kind == Error::Kind::RateLimited && error.retryAfter && error.retryAfter->count() > 0)
        return Words::waiting(error);
    if (isAboutAnswer(error))
        return Words::ofKind(error.kind);
    const auto known = errorCodeWords();
    const auto found = std::ranges::find(known, error.code, &ErrorCodeWords::code);
    if (error.code == "profilesBroken"_L1 && !error.detail.isEmpty())
        return Words::setAsideAs(error.detail);
    if (found != known.end())
        return QCoreApplication::translate("ErrorWords", found->words);
    return Words::ofKind(error.kind);
}

QString passwordWordsOf(const Error &error, qint64 minLength, qint64 maxLength)
{
    if (error.code == "passwordTooShort"_L1)
        return Words::atLeast(int(minLength));
    if (error.code == "passwordTooLong"_L1)
        return Words::atMost(int(maxLength));
    return wordsOf(error);
}

QString codeWordsOf(const Error &error, CodeKind kind)
{
    return error.code == "wrongCode"_L1 ? Words::wrongCode(kind) : wordsOf(error);
}

bool isAboutCode(const Error &error)
{
    const bool isWait = error.kind == Error::Kind::RateLimited;
    return !isWait && !isAboutAnswer(error) &&
           (error.field == "code"_L1 || error.code == "wrongCode"_L1);
}

bool isUnsafe(const Error &why)
{
    return why.code.startsWith("tls"_L1);
}

QString offlineWordsOf(const Error &why, const QString &asOf)
{
    return Words::offline(wordsOf(why), isUnsafe(why), asOf);
}

QString notKeptWordsOf(const Error &why)
{
    return Words::notKept(wordsOf(why));
}

QString notStartedWordsOf(const Error &why)
{
    return Words::notStarted(wordsOf(why));
}

QStringList codesWithWords()
{
    QStringList codes;
    for (const ErrorCodeWords &entry : errorCodeWords())
        codes << entry.code;
    return codes;
}

} // namespace latchkey::ui
