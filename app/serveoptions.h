#pragma once

#include "server/serverconfig.h"

#include <QStringList>

#include <variant>

namespace latchkey::app {

/// What stands after `latchkey serve`, and in the file that `--config` names: what the command line
/// says counts more. The text says what is wrong with it.
std::variant<server::ServerConfig, QString> readServeOptions(const QStringList &arguments);

} // namespace latchkey::app
