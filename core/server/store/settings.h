#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QString>

#include <optional>

namespace latchkey::storage {
class Database;
}

namespace latchkey::server {

/// The few values that the server keeps of itself, by name.
class Settings
{
public:
    explicit Settings(storage::Database &database);

    Result<std::optional<QByteArray>> value(const QString &name);
    Result<Nothing> setValue(const QString &name, const QByteArray &value);
    Result<Nothing> remove(const QString &name);

    /// A random key under that name, made when first asked for. Needs a connection that writes.
    Result<Secret> key(const QString &name);

    /// Writes what nobody needs, to find out whether anything can be written.
    Result<Nothing> tryWriting();

private:
    storage::Database &m_database;
};

} // namespace latchkey::server
