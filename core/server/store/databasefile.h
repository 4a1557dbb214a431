#pragma once

#include "base/filelock.h"
#include "base/result.h"

#include <QString>

#include <memory>

namespace latchkey::server {

/// Looks whether a file can be our database, and takes it for this server until the lock goes: each
/// server believes that it alone writes, and that what was under way when it starts was abandoned.
/// A refusal leaves nothing behind. Server `databaseForeign`, `databaseLinked`,
/// `databaseUnreachable`; Conflict `databaseInUse`.
Result<std::unique_ptr<FileLock>> claimDatabase(const QString &database);

/// SQLite adds up the memory of all its threads under one lock, and we never ask for the sum. Before
/// the first database of the program; where it has one already it changes nothing.
void countNoMemory();

} // namespace latchkey::server
