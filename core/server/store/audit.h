#pragma once

#include "api/ids.h"
#include "base/clock.h"
#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace latchkey::storage {
class Database;
}

namespace latchkey::server {

/// What a field was and became. Of a secret only that it changed: give neither.
struct FieldChange
{
    QString field;
    std::optional<QString> before;
    std::optional<QString> after;

    bool operator==(const FieldChange &) const = default;
};

/// Something that somebody did, or tried.
struct AuditEntry
{
    QString operation{}; ///< the operation's name, e.g. `endSession`
    std::optional<api::UserId> actor{};
    std::optional<api::SessionId> session{};
    QString subject{}; ///< what it was done to, e.g. an id
    QString outcome{}; ///< `done`, or the code of the refusal
    QString address{};
    QString requestId{};
    QList<FieldChange> changes{};
};

struct AuditRow
{
    qint64 seq = 0;
    Timestamp at{};
    AuditEntry entry;
    QByteArray hash;
};

/// A place in the chain that somebody remembers elsewhere: `412:9f86d0...`. Rows taken from the
/// end, or a chain written anew, can only be noticed by one.
struct AuditMark
{
    qint64 seq = 0;
    QByteArray hash;

    static std::optional<AuditMark> parse(const QString &text);
    QString text() const;
};

struct AuditVerdict
{
    AuditMark end; ///< its number is that of all rows
    std::optional<qint64> firstBroken;
    bool isAsRemembered = true; ///< the row of the mark that was given, if any
};

/// Append only: the database itself refuses changes, and each row bears the hash of the one before.
class Audit
{
public:
    Audit(storage::Database &database, const Clock &clock);

    /// In the transaction of what it tells about.
    Result<qint64> append(const AuditEntry &entry);
    Result<QList<AuditRow>> after(qint64 seq, int limit);
    /// The whole chain, which must still bear the mark where one is remembered.
    Result<AuditVerdict> verify(const std::optional<AuditMark> &remembered = {});

private:
    storage::Database &m_database;
    const Clock &m_clock;
};

} // namespace latchkey::server
