#pragma once

#include <QFont>

/// The one place for distances and letter sizes.
namespace latchkey::ui {

namespace space {
inline constexpr int hair = 4;
inline constexpr int small = 8;
inline constexpr int medium = 12;
inline constexpr int large = 16;
inline constexpr int wide = 24;
inline constexpr int huge = 32;
} // namespace space

inline constexpr int cornerRadius = 6;
inline constexpr int cardRadius = 8;  ///< cards and lists, which are larger
inline constexpr int formWidth = 400; ///< a line of a form is read in one look
inline constexpr int pageWidth = 860; ///< longer lines tire

enum class TypeSize { Caption, Body, Heading, Title };

/// That size of the given font: sizes are ratios, so the person's own setting counts.
inline QFont sized(QFont font, TypeSize size)
{
    const qreal points = font.pointSizeF() > 0 ? font.pointSizeF() : 10.0;
    switch (size) {
    case TypeSize::Caption:
        font.setPointSizeF(points * 0.9);
        break;
    case TypeSize::Body:
        break;
    case TypeSize::Heading:
        font.setPointSizeF(points * 1.15);
        font.setWeight(QFont::Bold);
        break;
    case TypeSize::Title:
        font.setPointSizeF(points * 1.7);
        font.setWeight(QFont::Bold);
        break;
    }
    return font;
}

} // namespace latchkey::ui
