#include "shell/fuzzymatch.h"

#include <vector>

namespace latchkey::ui {

namespace {

constexpr int atWordStart = 8;
constexpr int sideBySide = 10;
constexpr int perLetter = 1;
constexpr int impossible = -1'000'000;

bool isWordStart(const QString &text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = text.at(at - 1);
    // Between two Chinese characters every place may begin a word.
    return !before.isLetterOrNumber() || before.script() == QChar::Script_Han;
}

QString lettersOf(const QString &pattern)
{
    QString letters;
    for (const QChar letter : pattern) {
        if (!letter.isSpace())
            letters += letter.toCaseFolded();
    }
    return letters;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString &pattern, const QString &text)
{
    const QString letters = lettersOf(pattern);
    if (letters.isEmpty())
        return FuzzyMatch{};

    const auto rows = static_cast<size_t>(letters.size());
    const auto columns = static_cast<size_t>(text.size());
    if (rows > columns)
        return {};

    // best[i][j]: the best score with letter i standing at j; from[i][j]: where letter i-1 stands.
    std::vector<std::vector<int>> best(rows, std::vector<int>(columns, impossible));
    std::vector<std::vector<qsizetype>> from(rows, std::vector<qsizetype>(columns, -1));
    for (size_t i = 0; i < rows; ++i) {
        int bestBefore = impossible;
        qsizetype bestBeforeAt = -1;
        for (size_t j = 0; j < columns; ++j) {
            const auto at = static_cast<qsizetype>(j);
            if (i > 0 && j > 0 && best[i - 1][j - 1] > bestBefore) {
                bestBefore = best[i - 1][j - 1];
                bestBeforeAt = at - 1;
            }
            if (text.at(at).toCaseFolded() != letters.at(static_cast<qsizetype>(i)))
                continue;
            const int own = perLetter + (isWordStart(text, at) ? atWordStart : 0);
            if (i == 0) {
                best[i][j] = own - static_cast<int>(std::min<size_t>(j, 5));
                continue;
            }
            int before = bestBefore;
            qsizetype beforeAt = bestBeforeAt;
            if (j > 0 && best[i - 1][j - 1] + sideBySide >= before) {
                before = best[i - 1][j - 1] + sideBySide;
                beforeAt = at - 1;
            }
            if (before > impossible / 2) {
                best[i][j] = before + own;
                from[i][j] = beforeAt;
            }
        }
    }

    const auto &last = best.back();
    const auto end = std::max_element(last.begin(), last.end());
    if (*end <= impossible / 2)
        return {};
    FuzzyMatch match{*end, {}};
    qsizetype at = end - last.begin();
    for (size_t i = rows; i-- > 0;) {
        match.positions.prepend(at);
        at = from[i][static_cast<size_t>(at)];
    }
    return match;
}

} // namespace latchkey::ui
