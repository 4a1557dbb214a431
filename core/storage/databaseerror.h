#pragma once

#include "base/error.h"

class QSqlError;

namespace latchkey::storage {

/// What a database said, as one of ours: `diskFull`, `databaseLocked`, `databaseCorrupt`,
/// `databaseReadOnly`, `databaseForeign`, `databaseUnreachable`, `notUnique`,
/// `notAllowedByDatabase`, `statementRefused` or `databaseFailed`. A taken name is Conflict, all else
/// is Server.
Error toError(const QSqlError &error);

namespace code {
inline constexpr auto diskFull = "diskFull";
inline constexpr auto locked = "databaseLocked";
inline constexpr auto corrupt = "databaseCorrupt";
inline constexpr auto readOnly = "databaseReadOnly";
inline constexpr auto foreign = "databaseForeign";
inline constexpr auto newer = "databaseNewer";
inline constexpr auto unreachable = "databaseUnreachable";
inline constexpr auto notUnique = "notUnique";
inline constexpr auto constraint = "notAllowedByDatabase";
inline constexpr auto refused = "statementRefused";
inline constexpr auto failed = "databaseFailed";
} // namespace code

} // namespace latchkey::storage
