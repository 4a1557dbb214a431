#pragma once

#include "base/error.h"

#include <QString>
#include <QStringList>

/// The one place that turns an error into words for people.
namespace latchkey::ui {

/// What it means and what to do, in one or two sentences. Stands alone.
QString wordsOf(const Error &error);
/// Where it is known how long a password must and may be.
QString passwordWordsOf(const Error &error, qint64 minLength, qint64 maxLength);

/// Where a code came from that was typed: what to do about a wrong one depends on it.
enum class CodeKind {
    Authenticator,
    Sent,        ///< just now, and another one can be sent
    WrittenDown, ///< one of the recovery codes
    Given,       ///< by somebody else, or earlier
};
QString codeWordsOf(const Error &error, CodeKind kind);
/// It stands next to the code that was typed.
bool isAboutCode(const Error &error);

/// Why an account is not in touch with its server. `asOf` says of what time is what can be seen, in
/// words; empty where nothing can be seen.
QString offlineWordsOf(const Error &why, const QString &asOf);
/// Somebody may stand between: not the same as a network that is gone.
bool isUnsafe(const Error &why);
/// Why a session is lost when the program ends.
QString notKeptWordsOf(const Error &why);
/// Why the server inside the program does not run.
QString notStartedWordsOf(const Error &why);

/// Every code that has words of its own.
QStringList codesWithWords();

} // namespace latchkey::ui
