#pragma once

#include <QColor>
#include <QPalette>

class QApplication;

namespace latchkey::ui {

enum class Theme { System, Light, Dark, HighContrast };

/// Colours by what they mean, beyond what a palette has.
struct Colours
{
    QColor window;
    QColor surface; ///< cards, fields, lists
    QColor sidebar;
    QColor border;      ///< between surfaces; says nothing by itself
    QColor fieldBorder; ///< around what can be operated: 3:1 against what is behind it
    QColor quiet;       ///< what is switched off, or not reached yet
    QColor text;
    QColor subtle; ///< second text
    QColor accent;
    QColor onAccent;
    QColor danger;
    QColor onDanger;
    QColor warning;
    QColor success;
    QColor hover;
    QColor selection;
    QColor dangerSurface;
    QColor warningSurface;
    QColor successSurface;
    QColor accentSurface;
    bool isDark;
};

const Colours &coloursOf(Theme theme);
/// The colours that go with a palette of ours.
const Colours &coloursOf(const QPalette &palette);
QPalette paletteOf(const Colours &colours);

/// What the system asks for, as far as its palette tells.
Theme systemTheme();

/// Style and palette for the whole program; may be called again at any time. Theme::System goes on
/// following the system until another one is chosen.
void applyTheme(QApplication &application, Theme theme, bool isCompact = false);

} // namespace latchkey::ui
