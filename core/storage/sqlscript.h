#pragma once

#include "base/result.h"

#include <QStringList>

namespace latchkey::storage {

/// The statements of an SQL script, one by one, without comments around them. Knows quotes,
/// comments and the body of a trigger; refuses what is left open, empty statements, and a last one
/// without its semicolon.
Result<QStringList> splitScript(const QString &script);

} // namespace latchkey::storage
