#pragma once

#include <QList>

class QWidget;

namespace latchkey::ui {

/// Tab goes through a window in the order in which its widgets were made. What comes later, and
/// stands before others, is put in its place by this: what `widgets` hold follows what `anchor`
/// holds, or, where that holds nothing to stop at, what comes before it.
void tabAfter(QWidget *anchor, const QList<QWidget *> &widgets);

} // namespace latchkey::ui
