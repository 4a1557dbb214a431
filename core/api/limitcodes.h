#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <algorithm>
#include <array>

/// What is answered with 429 where one act is limited, and not how often we ask at all: whoever
/// hears of it stops this act alone.
namespace latchkey::api {

inline constexpr QLatin1StringView tooManyTries("tooManyTries");
inline constexpr QLatin1StringView tooManyAccounts("tooManyAccounts");

inline constexpr QLatin1StringView tooManyLetters("tooManyLetters"); ///< to one account

inline constexpr QLatin1StringView codeTooSoon("codeTooSoon");   ///< the last one has just left
inline constexpr QLatin1StringView tooManyCodes("tooManyCodes"); ///< in this hour

inline constexpr std::array limitsOfOneAct{tooManyTries, tooManyAccounts, tooManyLetters,
                                           codeTooSoon, tooManyCodes};

inline bool limitsOneAct(QStringView code)
{
    return std::ranges::any_of(limitsOfOneAct,
                               [code](QLatin1StringView one) { return code == one; });
}

} // namespace latchkey::api
