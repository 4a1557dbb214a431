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

/// Every code that has words of its own.
QStringList codesWithWords();

} // namespace latchkey::ui
