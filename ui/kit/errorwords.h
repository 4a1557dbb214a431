#pragma once

#include "base/error.h"

#include <QString>
#include <QStringList>

/// The one place that turns an error into words for people.
namespace latchkey::ui {

/// What went wrong, in a few words: the heading of an empty page or a bar.
QString titleOf(const Error &error);
/// What it means and what to do, in one or two sentences. Stands alone.
QString adviceOf(const Error &error);
/// The same, for a place that has no room for a title.
inline QString wordsOf(const Error &error)
{
    return adviceOf(error);
}

/// Every code that has words of its own.
QStringList codesWithWords();

} // namespace latchkey::ui
