#pragma once

#include <QString>

#include <algorithm>

namespace latchkey {

/// Control characters and those that turn the direction of what follows: in a terminal or a list
/// they make a text look like another one.
inline bool misleads(QChar c)
{
    const char16_t code = c.unicode();
    const bool turns = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    const bool breaks = code == 0x2028 || code == 0x2029;
    return c.category() == QChar::Other_Control || turns || breaks;
}

inline bool misleads(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return misleads(c); });
}

/// For showing what a stranger wrote: on one line, and as it is.
inline QString withoutMisleading(QString text)
{
    std::ranges::replace_if(
        text, [](QChar c) { return misleads(c); }, QChar(QChar::ReplacementCharacter));
    return text;
}

} // namespace latchkey
