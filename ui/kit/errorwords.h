#pragma once

#include "base/error.h"

#include <QString>
#include <QStringList>

/// The one place that turns an error into words for people.
namespace latchkey::ui {

/// What it means and what to do, in one or two sentences. Stands alone.
QString wordsOf(const Error &error);

/// Every code that has words of its own.
QStringList codesWithWords();

} // namespace latchkey::ui
