#pragma once

#include <QIcon>

namespace latchkey::ui {

/// One of our drawings, `resources/icons/NAME.svg`, in the colour of the text around it. Follows
/// the palette, the scale and the state of what shows it.
QIcon icon(const QString &name);

/// The same in a colour of its own, e.g. a warning's.
QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal pixelRatio);

} // namespace latchkey::ui
