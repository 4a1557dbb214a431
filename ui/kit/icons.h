#pragma once

#include <QIcon>
#include <QString>

class QPainter;

namespace latchkey::ui {

/// One of our drawings, `resources/icons/NAME.svg`, all in the colour of the text around it. Played
/// when first shown; follows the palette, the scale and the state of what shows it.
QIcon icon(const QString &name);

/// The program's own, in its own colours: for the window and the task bar.
QIcon programIcon();

/// The same as `icon` in a colour of its own, e.g. a warning's.
QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal pixelRatio);

/// Draws it where you paint yourself, sharp at the painter's own scale.
void paintIcon(QPainter *painter, const QRect &rect, const QString &name, const QColor &colour);

} // namespace latchkey::ui
