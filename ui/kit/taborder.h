#pragma once

#include <QList>

class QWidget;

namespace latchkey::ui {

/// Tab goes through a window in the order in which its widgets were made. What comes later, and
/// stands before others, is put in its place by this: what `widgets` hold follows what `anchor`
/// holds, or, where that holds nothing to stop at, what comes before it.
void tabAfter(QWidget *anchor, const QList<QWidget *> &widgets);

/// Where Tab goes from there if it has to stay within `whole`, round and round; null where nothing
/// else in it can be stopped at.
QWidget *nextStop(const QWidget *whole, QWidget *from, bool isForward = true);

/// Takes the focus there; whether there was anything else. Qt by itself would also stop at what
/// hands its focus on: it skips what such a part holds before the one that takes it, and where it
/// stands behind that, Tab goes round in a circle.
bool goToNextStop(QWidget *whole, bool isForward);

} // namespace latchkey::ui
