#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QString>

#include <optional>

/// Small files of our own, each one JSON object, replaced whole or not at all.
namespace latchkey::account {

/// Nothing where there is no such file; refuses as `unreadableFile` or `brokenFile`.
Result<std::optional<QJsonObject>> readJsonFile(const QString &path);
/// Readable by this person alone.
Result<Nothing> writeJsonFile(const QString &path, const QByteArray &json);
Result<Nothing> writeJsonFile(const QString &path, const QJsonObject &object);
/// Gives the file another name beside its own, and says which.
Result<QString> setAside(const QString &path);

} // namespace latchkey::account
