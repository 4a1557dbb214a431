#pragma once

#include <QList>
#include <QString>

#include <algorithm>
#include <utility>

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

/// Nothing of it is seen: spaces, joiners, marks of direction, fillers. The list of those that
/// Unicode says may be left out when shown (`Default_Ignorable_Code_Point`), and
/// U+2800, a dot pattern without dots.
inline bool isInvisible(char32_t c)
{
    constexpr std::pair<char32_t, char32_t> unseen[] = {
        {0xAD, 0xAD},       {0x34F, 0x34F},     {0x61C, 0x61C},   {0x115F, 0x1160},
        {0x17B4, 0x17B5},   {0x180B, 0x180F},   {0x200B, 0x200F}, {0x202A, 0x202E},
        {0x2060, 0x206F},   {0x2800, 0x2800},   {0x3164, 0x3164}, {0xFE00, 0xFE0F},
        {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFF8}, {0x1BCA0, 0x1BCA3},
        {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
    };
    return QChar::isSpace(c) || QChar::category(c) == QChar::Other_Control ||
           std::ranges::any_of(
               unseen, [c](const auto &range) { return c >= range.first && c <= range.second; });
}

inline bool isBlank(const QString &text)
{
    const auto points = text.toUcs4();
    return std::ranges::all_of(points, [](uint c) { return isInvisible(c); });
}

/// For showing what a stranger wrote: on one line, and as it is.
inline QString withoutMisleading(QString text)
{
    std::ranges::replace_if(
        text, [](QChar c) { return misleads(c); }, QChar(QChar::ReplacementCharacter));
    return text;
}

} // namespace latchkey
