#pragma once

#include <QStringList>

namespace latchkey::app {

/// `latchkey audit verify`: whether a database's audit chain is whole, without a server.
int audit(const QStringList &arguments);

} // namespace latchkey::app
