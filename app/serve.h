#pragma once

#include <QStringList>

namespace latchkey::app {

/// `latchkey serve`: runs until it is told to end, and says how it went.
int serve(const QStringList &arguments);

} // namespace latchkey::app
