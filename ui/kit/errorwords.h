#pragma once

#include "base/error.h"

#include <QString>

/// The one place that turns an error into words for people.
namespace latchkey::ui {

/// What went wrong and what to do, in one or two sentences.
QString wordsOf(const Error &error);

} // namespace latchkey::ui
