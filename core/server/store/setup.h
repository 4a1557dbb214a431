#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QString>

#include <optional>

namespace latchkey::storage {
class Database;
}

namespace latchkey::server {

/// How an empty server gets its first account, and the few values the server keeps of itself.
class Setup
{
public:
    explicit Setup(storage::Database &database);

    Result<bool> isFirstAccountPending();
    Result<bool> isCodeRequired();

    /// A code without which nobody signs up until it is withdrawn; it replaces an earlier one.
    Result<Secret> issueCode();
    Result<Nothing> withdrawCode();
    /// Lets a sign-up pass, in whose transaction it is called before the insert. Rejected
    /// `setupCodeWrong` (field `setupCode`), also for none where one was issued.
    Result<Nothing> admit(const std::optional<Secret> &code);

    /// A random key under that name, made when first asked for. Needs a connection that writes.
    Result<Secret> key(const QString &name);

    /// Writes what nobody needs, to find out whether anything can be written.
    Result<Nothing> tryWriting();

private:
    Result<std::optional<QByteArray>> value(const QString &name);
    Result<Nothing> setValue(const QString &name, const QByteArray &value);

    storage::Database &m_database;
};

} // namespace latchkey::server
