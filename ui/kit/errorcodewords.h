#pragma once

#include <QLatin1String>

#include <span>

namespace latchkey::ui {

/// A code that has words of its own, and those as they are before they are translated.
struct ErrorCodeWords
{
    QLatin1String code;
    const char *words;
};

std::span<const ErrorCodeWords> errorCodeWords();

} // namespace latchkey::ui
