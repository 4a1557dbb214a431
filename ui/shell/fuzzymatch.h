#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace latchkey::ui {

/// How well a text holds the letters of a pattern, in their order.
struct FuzzyMatch
{
    int score = 0;              ///< more is better; only to compare
    QList<qsizetype> positions; ///< where in the text the pattern's letters stand
};

/// Nothing where a letter is missing. Upper and lower case and spaces of the pattern don't count;
/// letters at the start of a word and letters side by side count more.
std::optional<FuzzyMatch> fuzzyMatch(const QString &pattern, const QString &text);

} // namespace latchkey::ui
